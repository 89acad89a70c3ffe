"""`dateline check`: whether a library is sound: the database, the words that every event points to, the originals."""

from argparse import Namespace

from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.importing import counted
from storage.check import check
from storage.library import Library


def run(told: Namespace) -> int:
    """Every problem on a line; 1 if there is one."""
    library = Library.open(told.library, read_only=True)
    try:
        problems = check(library)
        counts = library.counts()
    finally:
        library.close()
    for problem in problems:
        output.text(problem)
    if problems:
        output.note(f"dateline: {counted(len(problems), 'problem')} in “{told.library.name}”. Keep a copy of it.")
        return SOME_FAILED
    output.text(
        f"“{told.library.name}” is sound: {counted(counts.articles, 'article')}, {counted(counts.events, 'event')}."
    )
    return DONE
