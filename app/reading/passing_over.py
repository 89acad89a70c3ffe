"""Names in folders and archives that are no articles of their own."""

from collections.abc import Collection

_NOT_OURS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "index.rdf"})
_PAGES = (".html", ".htm", ".xhtml")
# how browsers and offices in many languages end the name of the folder that they save beside a page
_BESIDE_PAGES = (
    *(
        "_files",
        "-files",
        "_file",
        "-dateien",
        "_fichiers",
        "_archivos",
        "_arquivos",
        "_ficheiros",
        "_bestanden",
        "_fitxers",
    ),
    *(
        "-filer",
        "_filer",
        "_tiedostot",
        "_pliki",
        "_soubory",
        "_súbory",
        "_elemei",
        "_dosyalar",
        "_datoteke",
        "_fajlovi",
    ),
    *(
        "_fișiere",
        "_failid",
        "_fails",
        "_bylos",
        "_файлы",
        "_файли",
        "_αρχεία",
        "_ملفات",
        "_קבצים",
        "_文件",
        "_檔案",
        "_ファイル",
    ),
)


_OF_SYSTEMS = (".ds_store", ".localized", ".directory", ".trash", ".fseventsd", ".spotlight", "._", ".~lock.")


def hidden_by_hand(name: str) -> bool:
    """Whether somebody, and no system, may have hidden it: that it is passed over is said."""
    return name.startswith(".") and not name.lower().startswith(_OF_SYSTEMS)


def in_no_page(name: str) -> bool:
    """Whether a file is nothing that browsers save beside a page."""
    return not name.lower().endswith((*_PAGES, ".xml"))


def hidden(name: str) -> bool:
    """Whether systems keep a file or folder of this name for themselves."""
    return name.startswith(".") or name.lower() in _NOT_OURS


def of_a_page(name: str, names: Collection[str]) -> str:
    """The page whose pictures a folder holds, if it stands beside it: "aleppo.html" of "Aleppo_files"; else nothing.

    `names` are those beside it, in small letters.
    """
    small = name.lower()
    stems = (small.removesuffix(ending) for ending in _BESIDE_PAGES if small.endswith(ending))
    return next((stem + ending for stem in stems for ending in _PAGES if stem + ending in names), "")
