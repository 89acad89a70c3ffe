"""A small window to drag a file from: `drag_source.py PATH X Y`. It says "ready", and what became of each drag."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Offers copying and moving, as file managers do."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - the name that Qt calls
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(mime)
        became = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        print(became.name, flush=True)


application = QApplication(["drag-source"])
source = Source("Drag me")
source.setAlignment(Qt.AlignmentFlag.AlignCenter)
source.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
source.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 200, 80)
source.show()
print("ready", flush=True)
sys.exit(application.exec())
