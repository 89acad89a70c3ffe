"""Which of the encodings for Latin letters fits: the one whose letters make up one language's alphabet.

General detectors take Portuguese for Romanian and mix the two Central European encodings up: their common letters are
the same bytes, and only the rest tells.
"""

_ALPHABETS = {
    "Spanish": "áéíñóúü",
    "Portuguese": "àáâãçéêíóôõú",
    "French": "àâæçèéêëîïôœùûüÿ",
    "Italian": "àèéìîòù",
    "German": "äöüß",
    "Scandinavian": "åäæöøé",
    "Icelandic": "áðéíóúýþæö",
    "Dutch": "áäèéêëíïóöúü",
    "Catalan": "àçèéíïòóúü",
    "Polish": "ąćęłńóśźż",
    "Czech": "áčďéěíňóřšťúůýž",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîșțşţ",
    "Croatian": "čćđšž",
    "Turkish": "çğıöşüâî",
    "Baltic": "āčēģīķļņšūžąęėįų",
    "Estonian": "äöõüšž",
}
_MARKS = frozenset("“”„‘’‚«»–—…•·°§©®€£¿¡ºª\xa0\xad")
_CHOICES = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "iso8859-15")
_LATIN = ("cp125", "iso8859", "latin", "mac", "cp437", "cp775", "cp85", "cp86", "hp_roman8")
_OTHER_LETTERS = (
    *("cp1251", "cp1253", "cp1255", "cp1256", "cp855", "cp862", "cp864", "cp866", "cp869", "mac_cyrillic", "mac_greek"),
    *("iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_11"),
)


def is_latin(encoding: str) -> bool:
    """Whether the encoding is one of those for languages in Latin letters."""
    return encoding.startswith(_LATIN) and encoding not in _OTHER_LETTERS


def best_latin(data: bytes, detected: str) -> str:
    """The encoding that makes most of the bytes letters of one language; of equals the commoner one."""
    return max((*_CHOICES, detected), key=lambda encoding: _fit(data, encoding))


def _fit(data: bytes, encoding: str) -> float:
    """Share of the characters beyond ASCII that one alphabet and the usual marks account for."""
    found = [character for character in data.decode(encoding, "replace").lower() if character > "\x7f"]
    letters = [character for character in found if character not in _MARKS]
    if not letters:
        return float(bool(found))
    known = max(sum(character in alphabet for character in letters) for alphabet in _ALPHABETS.values())
    return (known + len(found) - len(letters)) / len(found)
