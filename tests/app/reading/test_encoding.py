"""Texts come back letter for letter from the encodings that old files and other systems use."""

import pytest

from app.reading.encoding import decode

ENGLISH = "Talks in Astana are planned for the middle of January – “if all goes well”, a diplomat said.\n" * 3
FRENCH = (
    "L’évacuation d’Alep a été suspendue vendredi matin à cause d’échanges de tirs près de Ramoussa, où des bus\n" * 4
)
RUSSIAN = "В пятницу эвакуация из Алеппо была остановлена, сообщили представители Красного Креста и очевидцы.\n" * 4
ARABIC = "قال الرئيس الروسي إن محادثات السلام قد تعقد في أستانا عاصمة كازاخستان بعد إجلاء المدنيين من حلب\n" * 4

CASES = {
    "plain letters": (ENGLISH.replace("–", "-").replace("“", '"').replace("”", '"'), "ascii"),
    "UTF-8": (ARABIC, "utf-8"),
    "UTF-8 with mark": (RUSSIAN, "utf-8-sig"),
    "UTF-16 with mark": (ARABIC, "utf-16"),
    "UTF-16 little without mark": (ENGLISH, "utf-16-le"),
    "UTF-16 big without mark": (FRENCH, "utf-16-be"),
    "UTF-32 with mark": (RUSSIAN, "utf-32"),
    "UTF-32 without mark": (ENGLISH, "utf-32-be"),
    "Western Windows": (ENGLISH, "cp1252"),
    "Latin-1": (FRENCH.replace("’", "'"), "latin-1"),
    "Cyrillic Windows": (RUSSIAN, "cp1251"),
    "Cyrillic KOI8": (RUSSIAN, "koi8-r"),
    "Arabic Windows": (ARABIC, "cp1256"),
    "Japanese mail": ("アレッポからの避難が再開された。\n" * 3, "iso2022_jp"),
}


@pytest.mark.parametrize(("text", "encoding"), CASES.values(), ids=CASES)
def test_text_is_decoded_letter_for_letter(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_the_word_of_the_file_itself_decides_where_the_bytes_allow_several() -> None:
    short = "près d’Alep".encode("cp1252")
    assert decode(short, "windows-1252") == "près d’Alep"
    assert decode("Алеппо".encode("cp1251"), "windows-1251") == "Алеппо"


@pytest.mark.parametrize("declared", ["", "utf-9", "x-user-defined", "\x00", "rot13", "base64"])
def test_a_wrong_word_does_no_harm(declared: str) -> None:
    assert decode("Алеппо, эвакуация".encode(), declared) == "Алеппо, эвакуация"
    assert decode(RUSSIAN.encode("cp1251"), declared) == RUSSIAN


def test_one_broken_byte_does_not_turn_a_text_into_another_alphabet() -> None:
    data = ARABIC.encode()
    broken = data[:301] + b"\xff" + data[301:]
    assert decode(broken).count("\ufffd") <= 3
    assert "محادثات السلام" in decode(broken)


def test_a_text_that_was_cut_in_a_letter_keeps_all_others() -> None:
    assert decode(RUSSIAN.encode()[:41]).startswith(RUSSIAN[:20])
