"""A clause made into a title: one line, at most eighty characters, cut at a word."""

LONGEST = 80
_DANGLING = frozenset(",;:–—-")


def title_of(words: str) -> str:
    """The words as a title, with a capital and without punctuation at the edges."""
    line = " ".join(words.split()).strip(" ,;:–—-")
    if line and (line.count("“") + line.count("”") == 1 or line.count('"') == 1):
        line = line.strip('“”" ')
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return line[:1].upper() + line[1:]
