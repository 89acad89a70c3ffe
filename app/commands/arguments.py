"""The words of the command line and what may stand behind each."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app import __version__
from storage.errors import WrongUse

if TYPE_CHECKING:
    from storage.model import Moment

DONE, SOME_FAILED, WRONG = 0, 1, 2
"""Exit codes."""

COMMANDS = {
    "extract": "print the dates and events of articles",
    "import": "put articles into a library",
    "events": "print the events of a library",
    "export": "write the timeline of a library to a file",
    "check": "look whether a library is sound",
}
_MODULES = {"import": "add"}
"""`import` is no name that a module can have."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and where to read on."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{message[:1].upper()}{message[1:]}. “{self.prog} --help” tells what can be said.")


def run(arguments: list[str]) -> int:
    """Carry out a command whose first word is one of COMMANDS."""
    told = parser(arguments[0]).parse_args(arguments[1:])
    module = import_module(f"app.commands.{_MODULES.get(arguments[0], arguments[0])}")
    command: Callable[[Any], int] = module.run
    return command(told)


def parser(word: str) -> argparse.ArgumentParser:
    """The parser of one command."""
    made = _Parser(prog=f"dateline {word}", description=f"{COMMANDS[word].capitalize()}.", allow_abbrev=False)
    _ADDERS[word](made)
    return made


def window_parser() -> argparse.ArgumentParser:
    """The parser of the command without a word, which opens the window."""
    words = "\n".join(f"  dateline {word:<9}{told}" for word, told in COMMANDS.items())
    made = _Parser(
        prog="dateline",
        description="Drop in articles, get a timeline on which every mark can be traced to the words it came from.",
        epilog=f"without a window:\n{words}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument("--version", action="version", version=f"Dateline {__version__}")
    made.add_argument("--self-test", action="store_true", help="look whether all parts of Dateline are there and work")
    made.add_argument("--time-start", action="store_true", help=argparse.SUPPRESS)
    made.add_argument(
        "files", nargs="*", type=_named, metavar="LIBRARY|ARTICLE", help="a library to open, articles to add to it"
    )
    return made


def _extract(made: argparse.ArgumentParser) -> None:
    made.add_argument("articles", nargs="+", type=_named, metavar="ARTICLE|TABLE", help="files to read")
    _published(made)
    _kinds(made)
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line and article")
    form.add_argument("--explain", action="store_true", help="sentence by sentence what was seen, and why")


def _import(made: argparse.ArgumentParser) -> None:
    told = "files, folders and addresses to read"
    made.add_argument("library", type=_path, metavar="LIBRARY", help="a .dateline file; made if it is not there")
    made.add_argument("inputs", nargs="+", type=_named, metavar="ARTICLE|FOLDER|URL", help=told)
    _published(made)
    private = "fetch addresses in this computer or its own network, too"
    made.add_argument("--allow-private", action="store_true", help=private)
    made.add_argument("--json", action="store_true", help="one JSON object a line and input")


def _events(made: argparse.ArgumentParser) -> None:
    _library(made)
    _kinds(made)
    _range(made)
    made.add_argument("--search", default="", metavar="TEXT", help="only events whose words begin like these")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line and event")
    form.add_argument("--csv", action="store_true", help="a table")


def _export(made: argparse.ArgumentParser) -> None:
    _library(made)
    made.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="its ending says the format")
    force = "replace other files that have the names of further pages"
    made.add_argument("--force", action="store_true", help=force)
    _range(made)
    _kinds(made)
    from app.commands.figure_arguments import add_figure_arguments  # the window does not wait for them

    add_figure_arguments(made)


def _check(made: argparse.ArgumentParser) -> None:
    _library(made)


_ADDERS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "extract": _extract,
    "import": _import,
    "events": _events,
    "export": _export,
    "check": _check,
}


def _library(made: argparse.ArgumentParser) -> None:
    made.add_argument("library", type=_path, metavar="LIBRARY", help="a .dateline file")


def _published(made: argparse.ArgumentParser) -> None:
    made.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day on which the articles appeared")


def _kinds(made: argparse.ArgumentParser) -> None:
    from resources.kinds import kinds

    told = f"only this kind; may be said again ({', '.join(kinds())})"
    made.add_argument("--kind", dest="kinds", action="append", choices=list(kinds()), metavar="KIND", help=told)


def _range(made: argparse.ArgumentParser) -> None:
    made.add_argument("--from", dest="first", type=_first, metavar="D", help="from this day, month or year on")
    made.add_argument("--to", dest="last", type=_last, metavar="D", help="to the end of this day, month or year")


def _named(text: str) -> str:
    """What was given; of nothing the path would be the folder in which the program was started."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty name was given where a file, folder or address should stand")
    return text


def _path(text: str) -> Path:
    return Path(_named(text))


def _day(text: str) -> "Moment":
    from storage.model import Moment

    try:
        found = Moment.parse(text)
    except ValueError:
        found = None
    if found is None or found.minute is not None:
        raise argparse.ArgumentTypeError(f"“{text}” is no day such as 2016-12-17")
    return found


def _first(text: str) -> float:
    return _bounds(text)[0]


def _last(text: str) -> float:
    return _bounds(text)[1]


def _bounds(text: str) -> tuple[float, float]:
    """Where a day, month or year begins and ends, in days since 1970."""
    from app.extraction.dates import read_date  # the words of time are not needed for every command

    when = read_date(text)
    if when is None or when.earliest is None or when.latest is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2016, 2016-12 or 2016-12-17")
    return when.start, when.end
