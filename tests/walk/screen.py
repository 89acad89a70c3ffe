"""A picture of the whole screen: `screen.py PICTURE.png`."""

import sys

from PySide6.QtGui import QGuiApplication

application = QGuiApplication(["screen"])
sys.exit(not QGuiApplication.primaryScreen().grabWindow(0).save(sys.argv[1]))
