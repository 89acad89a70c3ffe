"""Draws the icons as PNG in all sizes, and as the one file that Windows and macOS want. Needs Qt alone.

python packaging/draw_icons.py FOLDER
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWN = Path(__file__).parent.parent / "resources" / "program"
NAMES = ("dateline", "document")
SMALL = 16
"""Up to so many px a drawing of its own is used, whose edges lie on pixels."""
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 128, 256)
ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def png(name: str, size: int) -> bytes:
    """The icon in one size."""
    source = DRAWN / (f"{name}-small.svg" if size <= SMALL else f"{name}.svg")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(name: str) -> bytes:
    """All sizes in one file, as Windows wants them; since Vista each may be a PNG."""
    pictures = [(size, png(name, size)) for size in ICO]
    at = 6 + 16 * len(pictures)
    entries = b""
    for size, data in pictures:
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(data for _, data in pictures)


def icns(name: str) -> bytes:
    """All sizes in one file, as macOS wants them."""
    parts = b""
    for size, kind in ICNS.items():
        data = png(name, size)
        parts += kind + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def draw(folder: Path) -> None:
    """Write `NAME-SIZE.png`, `NAME.ico` and `NAME.icns` for both icons."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        for size in SIZES:
            (folder / f"{name}-{size}.png").write_bytes(png(name, size))
        (folder / f"{name}.ico").write_bytes(ico(name))
        (folder / f"{name}.icns").write_bytes(icns(name))


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
