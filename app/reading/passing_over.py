"""Names in folders and archives that are no articles of their own."""

_NOT_OURS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_PAGES = (".html", ".htm")


def hidden(name: str) -> bool:
    """Whether systems keep a file or folder of this name for themselves."""
    return name.startswith(".") or name.lower() in _NOT_OURS


def of_a_page(name: str, names: set[str]) -> bool:
    """Whether a folder holds the pictures of a saved web page beside it: "Aleppo_files" of "Aleppo.html".

    `names` are those beside it, in small letters.
    """
    stem = name.lower().removesuffix("_files")
    return stem != name.lower() and any(stem + ending in names for ending in _PAGES)
