"""Files of old systems in any alphabet come back letter for letter, also where they say nothing or something wrong."""

import pytest

from app.reading.encoding import decode
from tests.app.reading.paragraphs import PARAGRAPHS

# signs that old encodings have not, and what people wrote in their place
PLAINER = {
    "’": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "«": '"',
    "»": '"',
    "ی": "ي",
    "\u200c": " ",
    "ș": "ş",
    "ț": "ţ",
    "ґ": "г",
}
ENCODINGS = {
    "English": "cp1252 mac-roman",
    "French": "latin-1 cp1252 iso8859-15 mac-roman cp850",
    "German": "latin-1 cp1252 mac-roman cp850",
    "Spanish": "latin-1 cp1252 mac-roman cp850",
    "Portuguese": "latin-1 mac-roman cp850",
    "Italian": "latin-1 cp1252 mac-roman",
    "Swedish": "latin-1 mac-roman cp850",
    "Turkish": "cp1254 iso8859-9 cp857 mac-turkish",
    "Polish": "cp1250 iso8859-2 cp852 mac-latin2",
    "Czech": "cp1250 iso8859-2 cp852 mac-latin2",
    "Hungarian": "cp1250 iso8859-2 cp852 mac-latin2",
    "Croatian": "cp1250 iso8859-2 cp852",
    "Romanian": "cp1250 iso8859-2",
    "Lithuanian": "cp1257 iso8859-13",
    "Latvian": "cp1257 iso8859-13 iso8859-4",
    "Russian": "cp1251 koi8-r cp866 iso8859-5 mac-cyrillic cp855",
    "Ukrainian": "cp1251 koi8-u iso8859-5 mac-cyrillic cp1125",
    "Bulgarian": "cp1251 iso8859-5 mac-cyrillic cp855",
    "Serbian": "cp1251 iso8859-5 cp855",
    "Greek": "cp1253 iso8859-7 mac-greek cp737",
    "Hebrew": "cp1255 iso8859-8 cp862",
    "Arabic": "cp1256 iso8859-6",
    "Persian": "cp1256",
    "Thai": "cp874",
    "Japanese": "cp932 euc-jp iso2022-jp",
    "Chinese": "gb18030 gb2312 hz",
    "Taiwanese": "big5",
    "Korean": "euc-kr iso2022-kr",
}
CASES = [(language, encoding) for language, names in ENCODINGS.items() for encoding in names.split()]
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def written(language: str, encoding: str) -> str:
    """The paragraph with the signs that the encoding has."""
    text = PARAGRAPHS[language]
    for sign, plainer in PLAINER.items():
        if not _has(encoding, sign):
            text = text.replace(sign, plainer)
    return text


def _has(encoding: str, sign: str) -> bool:
    try:
        return bool(sign.encode(encoding))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_an_old_encoding_is_told_by_its_letters(language: str, encoding: str) -> None:
    text = written(language, encoding)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_wide_letters_need_no_mark(language: str, encoding: str) -> None:
    text = PARAGRAPHS[language]
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["ნიავი ქრის მთიდან.", "पुल सुबह बंद हुआ।", "Կամուրջը փակ է։"])
def test_wide_letters_of_alphabets_that_nothing_else_writes(text: str) -> None:
    assert decode((text * 3).encode("utf-16-le")) == text * 3


WRONG = {
    ("Russian", "cp1251"): ("latin-1", "koi8-r", "windows-1252", "utf-8", "gb2312"),
    ("Russian", "koi8-r"): ("windows-1251", "latin-1"),
    ("Polish", "cp1250"): ("latin-1", "windows-1252"),
    ("Turkish", "cp1254"): ("latin-1", "windows-1252"),
    ("Arabic", "cp1256"): ("latin-1", "windows-1252", "utf-8"),
    ("Hebrew", "cp1255"): ("latin-1",),
    ("Greek", "cp1253"): ("latin-1",),
    ("Chinese", "gb18030"): ("latin-1", "big5"),
    ("Taiwanese", "big5"): ("gb2312", "latin-1"),
    ("Japanese", "euc-jp"): ("shift_jis", "latin-1"),
    ("Korean", "euc-kr"): ("latin-1", "gb2312"),
    ("French", "utf-8"): ("latin-1",),
}


@pytest.mark.parametrize(
    ("language", "encoding", "declared"), [(*case, wrong) for case, several in WRONG.items() for wrong in several]
)
def test_a_wrong_word_on_the_encoding_does_not_win(language: str, encoding: str, declared: str) -> None:
    text = written(language, encoding)
    assert decode(text.encode(encoding), declared) == text


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_the_right_word_decides_in_the_shortest_text(language: str, encoding: str) -> None:
    words = " ".join(written(language, encoding).split()[:4])
    assert decode(words.encode(encoding), encoding) == words


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("x-sjis", "cp932", "夜明け"),
        ("ISO-8859-8-I", "iso8859-8", "השיירה עזבה"),
        ("windows-874", "cp874", "ขบวนรถ"),
        ("x-mac-cyrillic", "mac-cyrillic", "Колонна"),
        ("ks_c_5601-1987", "cp949", "차량 행렬"),
    ],
)
def test_names_are_known_as_pages_write_them(declared: str, encoding: str, words: str) -> None:
    assert decode(words.encode(encoding), declared) == words


def test_big5_has_the_signs_that_were_added_to_it() -> None:
    text = PARAGRAPHS["Taiwanese"] + "他喜歡下圍碁，價格是五€。"
    assert decode(text.encode("cp950")) == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\n\r\n"])
def test_ends_of_lines_do_not_matter(ends: str) -> None:
    text = ends.join([written("Russian", "cp1251")] * 3)
    assert decode(text.encode("cp1251")) == text
    assert decode(text.encode("utf-16-le")) == text


@pytest.mark.parametrize(
    "dashes", ["the city—nobody", "the city – nobody", "they wait…", "‘nobody’", "“nobody,” said", "5 €"]
)
def test_signs_of_typography_do_not_make_english_another_language(dashes: str) -> None:
    text = f"The convoy left at dawn and {dashes} who had been in the town for the night was told of it."
    assert decode(text.encode("cp1252")) == text
