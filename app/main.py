"""The entry: a word of the command line, the window, or where there is no display the window's work without it."""

import sys

from app import crash, lean
from app.commands import output
from app.commands.arguments import COMMANDS, SOME_FAILED, WRONG, run, window_parser
from app.display import display_answers
from storage.errors import DatelineError, WrongUse

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 all done, 1 some failed, 2 wrong use. A user's mistake gets a sentence, never a traceback."""
    if arguments is None:
        crash.install()  # this process is ours: whatever nobody catches goes to the log, not to the terminal
    told = sys.argv[1:] if arguments is None else arguments
    output.prepare()
    try:
        return _start(told)
    except WrongUse as reason:
        output.trouble(reason)
        return WRONG
    except DatelineError as reason:
        output.trouble(reason)
        return SOME_FAILED
    except BrokenPipeError:
        # whoever read our output has seen enough; Python would complain once more when it closes stdout
        sys.stdout = None
        return SOME_FAILED
    except KeyboardInterrupt:
        output.note("\nStopped.")
        return INTERRUPTED


def _start(told: list[str]) -> int:
    if told and told[0] in COMMANDS:
        return run(told)
    asked = window_parser().parse_args(told)
    if asked.self_test:
        from app.self_test import self_test

        return self_test()
    if not display_answers():
        from app.windowless import show_without_window

        return show_without_window(asked.files)
    lean.begin()
    from app.desktop import open_window

    return open_window(asked.files, timed=asked.time_start)


if __name__ == "__main__":
    sys.exit(main())
