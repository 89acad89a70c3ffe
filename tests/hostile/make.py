"""Makes the hostile set: `python -m tests.hostile.make FOLDER [--large]` writes all cases, always the same."""

import sys
from pathlib import Path

from tests.hostile import archives, documents, mails, names, pages, plain, tables
from tests.hostile.case import Case

GROUPS = (plain, pages, documents, archives, mails, tables, names)


def every(large: bool = False) -> list[Case]:
    """All cases; those that take long only if they are asked for."""
    return [case for group in GROUPS for case in group.cases() if large or not case.large]


def make(case: Case, folder: Path) -> Path:
    """Put one case into a folder."""
    name = case.name.decode("utf-8", "surrogateescape") if isinstance(case.name, bytes) else case.name
    path = folder / name
    if case.place is not None:
        case.place(path)
    else:
        path.write_bytes(case.bytes)
    return path


def main() -> None:
    """The command."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    made = [make(case, folder) for case in every("--large" in sys.argv)]
    print(f"{len(made)} cases in {folder}")


if __name__ == "__main__":
    main()
