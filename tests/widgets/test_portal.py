"""What the desktop's portal says, on a bus of this test alone with a portal of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PORTAL = """
import sys
from gi.repository import Gio, GLib

XML = (
    "<node><interface name='org.freedesktop.portal.Settings'><method name='Read'>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/></method></interface></node>"
)

def answer(connection, sender, path, interface, method, parameters, invocation):
    if parameters.unpack() == ("org.gnome.desktop.interface", "enable-animations"):
        value = GLib.Variant("v", GLib.Variant("b", sys.argv[1] == "yes"))
        invocation.return_value(GLib.Variant("(v)", (value,)))
    else:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "not known")

def ready(connection, name):
    print("ready", flush=True)

def acquired(connection, name):
    told = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
    connection.register_object("/org/freedesktop/portal/desktop", told, answer, None, None)

Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", 0, acquired, ready, None)
GLib.MainLoop().run()
"""
ASK = """
import subprocess, sys
from PySide6.QtWidgets import QApplication

portal = subprocess.Popen(["/usr/bin/python3", "-c", sys.argv[1], sys.argv[2]], stdout=subprocess.PIPE)
portal.stdout.readline()
application = QApplication([])
from widgets.motion import less_motion_wanted
from widgets.portal import setting
print(setting("org.gnome.desktop.interface", "enable-animations"), setting("org.gnome", "nothing"), less_motion_wanted())
portal.kill()
portal.wait()
"""


def has_portal() -> bool:
    told = [shutil.which("dbus-run-session"), Path("/usr/bin/python3").exists()]
    return (
        all(told)
        and not subprocess.run(
            ["/usr/bin/python3", "-c", "from gi.repository import Gio"], capture_output=True, check=False
        ).returncode
    )


@pytest.mark.skipif(not has_portal(), reason="needs dbus-run-session and python3-gi")
@pytest.mark.parametrize(("moves", "told"), [("yes", "True None False"), ("no", "False None True")])
def test_the_desktop_says_whether_moves_are_wanted(tmp_path: Path, moves: str, told: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)}
    command = ["dbus-run-session", "--", sys.executable, "-c", ASK, PORTAL, moves]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=environment)
    assert done.stdout.strip() == told


def test_without_a_portal_there_is_no_answer() -> None:
    code = "from widgets.portal import setting; print(setting('org.gnome.desktop.interface', 'enable-animations'))"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS")}
    environment |= {"PYTHONPATH": str(ROOT), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/at/all"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "None"
