"""The window's process sees no foreign bytes: it loads nothing that takes files apart, whatever is dropped on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.app.reading.documents import docx, epub, odt, paragraph, pdf, xlsx, zipped

ROOT = Path(__file__).parents[2]
GOOD = "Shelling of the eastern quarter began on 3 May 2017, the Red Cross said"
# Not those of Python itself: finding the parts of installed libraries loads its parsers of XML and mails.
PARSERS = (
    "lxml", "trafilatura", "htmldate", "justext", "charset_normalizer", "markdown_it", "pypdfium2", "pypdfium2_raw", "olefile",
    "html.parser", "mailbox", "dateparser",
)  # fmt: skip
READERS = ("app.reading.from_", "app.reading.safe_", "app.reading.mail_", "app.reading.pdf_", "app.reading.old_office")
SCRIPT = """
import json, sys, traceback
from PySide6.QtCore import QTimer
from app import desktop
from app.reading.source import Source

def look():
    if window.session.library is None or window.timeline is None or window.intake.busy:
        return
    if not asked:
        asked.append(True)
        window.intake.take([*sys.argv[2:], Source("", b"<html><body><p>Talks began on 4 May 2017.</p></body></html>")])
        return
    library = window.session.library
    for event in library.select():
        window.session.select(int(event))
    ids = [int(one) for one in library.catalogue.articles.ids]
    texts = [one.text for one in library.articles(ids)]
    print(json.dumps({"texts": texts, "loaded": sorted(sys.modules)}), flush=True)
    window.close()
    application.quit()

def look_or_end():
    try:
        look()
    except BaseException:
        traceback.print_exc()
        application.exit(1)

asked = []
if __name__ == "__main__":
    application = desktop.make_application()
    window = desktop.start(application, [sys.argv[1]])
    window.show()
    timer = QTimer(interval=100)
    timer.timeout.connect(look_or_end)
    timer.start()
    sys.exit(application.exec())
"""


def files(folder: Path) -> list[str]:
    """One of each sort."""
    mail = f"Subject: Talks\nDate: Wed, 3 May 2017 09:30:00 +0300\n\n{GOOD} in a mail.\n"
    made = {
        "a.html": f"<!DOCTYPE html><html><body><p>{GOOD} on a page.</p></body></html>".encode(),
        "a.docx": docx(paragraph(f"{GOOD} in Word.")),
        "a.odt": odt(f"<t:p>{GOOD} in a document.</t:p>"),
        "a.epub": epub({"a.xhtml": f"<p>{GOOD} in a book.</p>"}, ("a.xhtml",)),
        "a.xlsx": xlsx([("Text",), (f"{GOOD} in a sheet.",)]),
        "a.pdf": pdf([[(50, 700, f"{GOOD} in a PDF.")]]),
        "a.eml": mail.encode(),
        "a.rtf": f"{{\\rtf1 {GOOD} in rich text.}}".encode(),
        "a.md": f"# Talks\n\n*{GOOD}* in notes.\n".encode(),
        "a.csv": f'text\n"{GOOD} in a table."\n'.encode(),
        "a.zip": zipped({"b.txt": f"{GOOD} in an archive."}),
        "latin.txt": f"{GOOD} à Genève, où l’on négocie.".encode("cp1252"),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [str(folder / name) for name in made]


def test_no_parser_is_loaded_where_the_window_is(path: Path, tmp_path: Path) -> None:
    script = tmp_path / "drop.py"
    script.write_text(SCRIPT)
    places = os.pathsep.join((str(ROOT), os.environ["PYTHONPATH"]))
    done = subprocess.run(
        [sys.executable, str(script), str(path), *files(tmp_path)], env={**os.environ, "PYTHONPATH": places},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert sum(GOOD in text for text in told["texts"]) == 12
    assert any("Talks began" in text for text in told["texts"])
    loaded = set(told["loaded"])
    assert not loaded.intersection(PARSERS)
    assert not [name for name in loaded if name.startswith(READERS)]
    assert "app.workers" in loaded
