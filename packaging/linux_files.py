"""What a Linux desktop wants to know of Dateline, put below a folder: launcher, types of files, icons, description, manual."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

from draw_icons import DRAWN, SIZES, png

HERE = Path(__file__).parent / "linux"
DOCUMENT = "application-vnd.dateline"
ICONS = {"dateline": ("apps", "dateline"), "document": ("mimetypes", DOCUMENT)}
"""The drawing, and under which context and name the desktop looks for it."""


def files(program: str) -> Iterator[tuple[str, bytes]]:
    """Paths below `share` and what stands there; `program` is how the launcher starts Dateline."""
    launcher = (HERE / "dateline.desktop").read_text("utf-8")
    launcher = launcher.replace("Exec=dateline ", f"Exec={program} ").replace("TryExec=dateline\n", _try(program))
    yield "applications/dateline.desktop", launcher.encode()
    yield "mime/packages/dateline.xml", (HERE / "dateline.xml").read_bytes()
    for drawing, (context, name) in ICONS.items():
        yield f"icons/hicolor/scalable/{context}/{name}.svg", (DRAWN / f"{drawing}.svg").read_bytes()
        for size in SIZES:
            yield f"icons/hicolor/{size}x{size}/{context}/{name}.png", png(drawing, size)


def more_files() -> Iterator[tuple[str, bytes]]:
    """What belongs to an installation for all users besides: the description for software shops, and the manual."""
    for path in HERE.glob("*.metainfo.xml"):
        yield f"metainfo/{path.name}", path.read_bytes()
    yield "man/man1/dateline.1.gz", gzip.compress((HERE / "dateline.1").read_bytes(), mtime=0)


def put(share: Path, found: Iterator[tuple[str, bytes]]) -> None:
    """Write them below a folder."""
    for name, data in found:
        path = share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _try(program: str) -> str:
    """Launchers are hidden while the program is not there; only a plain name or path can be asked for."""
    return f"TryExec={program}\n" if shutil.which(program) or program == "dateline" else ""
