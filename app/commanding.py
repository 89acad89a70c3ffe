"""What the menu, the toolbar and the keys ask for, carried out on the window."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QPlainTextEdit

from app import __version__
from app.drops import can_take, inputs_of
from app.fetching.address import is_address
from app.importing import counted
from app.libraries import SAMPLE
from app.menus import Entry, Group, fill
from app.reading.read import READERS
from app.shortcuts import KeysWhileTyping, sections
from resources.samples import sample_paths
from resources.themes import theme
from widgets.shortcut_sheet import ShortcutSheet
from widgets.stage import TABLE, TIMELINE
from widgets.theme import apply_theme, system_theme

if TYPE_CHECKING:
    from app.window import Window

ADDRESS = "The address of an article. Its server learns that this computer asks for it, and nothing else."
THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))


class Commanding:
    """Each method is one command; the menu lists them."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        fill(window.toolbar.menu, window, self._menu())
        KeysWhileTyping(window.toolbar.menu, window)
        window.empty.set_sample(SAMPLE)
        self._sheet = ShortcutSheet(window)

    def _menu(self) -> Sequence[Group]:
        keys = QKeySequence.StandardKey
        return (
            (
                Entry("New library…", self.new, (keys.New,)),
                Entry("Open a library…", self.open, (keys.Open,)),
                Entry("Open recent", inside=self._recent),
                Entry("Save a copy…", self.save_copy, (keys.SaveAs,), needs=self._has_library),
            ),
            (
                Entry("Add articles…", self.add, ("Ctrl+I",)),
                Entry("Add a folder…", self.add_folder),
                Entry("Add an address…", self.add_address),
                Entry("Paste an article", self.paste, (keys.Paste,)),
            ),
            (Entry("Export…", self.export, ("Ctrl+E",), needs=self._has_articles),),
            (
                Entry("Undo", self.undo, (keys.Undo,), needs=lambda: self._has_step("undo_name")),
                Entry("Redo", self.redo, (keys.Redo, "Ctrl+Y"), needs=lambda: self._has_step("redo_name")),
                Entry("Find", self.find, (keys.Find,), needs=self._has_articles),
                Entry("Show the whole timeline", self.fit, ("F",), needs=self._has_articles),
                Entry("Articles and filters", self.show_sidebar, ("Ctrl+1",)),
                Entry("Event", self.show_panel, ("Ctrl+2",)),
                Entry("Event table", self.show_table, ("Ctrl+3",)),
                Entry("Timeline", self.show_timeline, ("Ctrl+4",)),
            ),
            (
                Entry("Look", inside=self._looks),
                Entry("Check the library", self.check, needs=self._has_library),
                Entry("Keys and mouse", self.show_keys, (keys.HelpContents,)),
                Entry("About Dateline", self.about),
            ),
            (Entry("Quit", self._window.close, (keys.Quit,)),),
        )

    def _has_library(self) -> bool:
        return self._window.session.library is not None

    def _has_articles(self) -> bool:
        library = self._window.session.library
        return library is not None and bool(library.counts().articles)

    def _has_step(self, name: str) -> bool:
        """Where letters are being typed, these have steps of their own."""
        library = self._window.session.library
        return _typed_in() is not None or (library is not None and bool(getattr(library, name)))

    def _recent(self) -> list[Entry]:
        found = self._window.libraries.recent()
        made = [Entry(f"{one.name}   {one.note}", partial(self.open_recent, one.path)) for one in found]
        return made or [Entry("None yet")]

    def _looks(self) -> list[Entry]:
        now = self._window.libraries.settings.theme
        return [Entry(name, partial(self.theme, key), checked=key == now) for key, name in THEMES]

    def new(self) -> None:
        """An empty library under a name of the user's."""
        self._window.libraries.new()

    def open(self) -> None:
        """Another library."""
        self._window.libraries.ask_to_open()

    def open_recent(self, path: str) -> None:
        """A library that was open before."""
        self._window.libraries.open(path)

    def save_copy(self) -> None:
        """The same library once more, elsewhere; the window stays with the one that is open."""
        self._window.panel.finish()
        here, path = self._window.session.path, self._window.libraries.save_copy()
        if path is not None and here is not None:
            told = f"A copy is in {path.parent}: “{path.name}”. This window still shows “{here.stem}”."
            self._window.notice.say(told, "Open the copy", partial(self._window.libraries.open, path))

    def open_sample(self) -> None:
        """A library of three articles to try everything with."""
        if self._window.libraries.ensure(SAMPLE):
            self._window.take([str(path) for path in sample_paths()])

    def add(self) -> None:
        """Articles from files."""
        patterns = " ".join(f"*{ending}" for ending in READERS)
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, "Add articles", "", f"Articles ({patterns});;All files (*)"
        )
        if paths:
            self._window.take(paths)

    def add_folder(self) -> None:
        """Every article below a folder."""
        path = QFileDialog.getExistingDirectory(self._window, "Add a folder")
        if path:
            self._window.take([path])

    def add_address(self) -> None:
        """A page of the web, which is fetched because the user says so."""
        copied = QGuiApplication.clipboard().text().strip()
        known = copied if is_address(copied) else ""
        typed, said = QInputDialog.getText(self._window, "Add an address", ADDRESS, text=known)
        address = typed.strip()
        if said and address:
            self._window.take([address if is_address(address) else f"https://{address}"])

    def paste(self) -> None:
        """What the clipboard holds: into a field that is being typed in, else as an article."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.paste()
            return
        mime = QGuiApplication.clipboard().mimeData()
        inputs = inputs_of(mime) if can_take(mime) else []
        if inputs:
            self._window.take(inputs)
        else:
            self._window.notice.tell("The clipboard holds no words. Copy the text or the address of an article first.")

    def describe(self, article: int | None, field: str = "title") -> None:
        """Title, publisher and author of an article, in a form."""
        from widgets.article_form import ArticleForm

        library = self._window.session.library
        found = library.articles([article]) if library is not None and article is not None else []
        if library is None or not found:
            return
        if library.read_only:
            self._window.notice.tell(f"“{library.name}” can only be read. Save a copy of it to change its articles.")
            return
        known = sorted(one for one in library.counts().sources if one)
        form = ArticleForm(found[0], known, self._window)
        form.saved.connect(partial(self._window.session.describe_article, found[0].id))
        form.open()
        form.focus_field(field)

    def remove(self, article: int) -> None:
        """An article out of the library."""
        session = self._window.session
        found = session.library.articles([article]) if session.library else []
        session.remove_article(article)
        if found:
            told = f"“{found[0].title}” was removed. Its text stays in the file, so that Undo can bring it back."
            self._window.notice.say(told, "Undo", session.undo)

    def export(self) -> None:
        """The timeline as a file."""
        timeline = self._window.timeline
        if timeline is not None:
            self._window.panel.finish()
            self._window.exporting.ask(timeline.visible_span)

    def undo(self) -> None:
        """The last step back; in a field that is being typed in the last letters."""
        field = _typed_in()
        if field is not None and field.isUndoAvailable():
            field.undo()
        else:
            self._window.panel.finish()
            self._window.session.undo()

    def redo(self) -> None:
        """What was taken back."""
        field = _typed_in()
        if field is not None and field.isRedoAvailable():
            field.redo()
        else:
            self._window.session.redo()

    def show_sidebar(self) -> None:
        """Show or hide articles and filters."""
        window = self._window
        window.show_sides(not window.sidebar.isVisible(), window.panel.isVisible())

    def show_panel(self) -> None:
        """Show or hide what is known of the event."""
        window = self._window
        window.show_sides(window.sidebar.isVisible(), not window.panel.isVisible())

    def show_table(self) -> None:
        """Show or hide the table of events."""
        self._window.stage.turn(TABLE)

    def show_timeline(self) -> None:
        """Show or hide the timeline."""
        self._window.stage.turn(TIMELINE)

    def find(self) -> None:
        """Type what to search for."""
        self._window.toolbar.focus_search()

    def fit(self) -> None:
        """All events in view."""
        if self._window.timeline is not None:
            self._window.timeline.fit()

    def theme(self, name: str) -> None:
        """Light, dark, or as the system is."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, system_theme() if name == "system" else theme(name))
        self._window.libraries.change_settings(theme=name)
        self._window.panes.refresh()

    def check(self) -> None:
        """Whether the library is sound."""
        library = self._window.session.library
        if library is None:
            return
        from storage.check import check

        problems = check(library)
        if problems:
            told = f"{counted(len(problems), 'problem')} in “{library.name}”: {problems[0]} Keep a copy of the file."
            self._window.notice.tell(told)
        else:
            self._window.notice.say(f"“{library.name}” is sound.")

    def leave_anyway(self) -> bool:
        """Ask whether the window may be closed although the last edit could not be written."""
        words = "The last edit could not be written to the library. Close the window without it?"
        buttons = QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Close
        asked = QMessageBox.warning(self._window, "Dateline", words, buttons, QMessageBox.StandardButton.Cancel)
        return asked == QMessageBox.StandardButton.Close

    def show_keys(self) -> None:
        """All keys and gestures on one sheet."""
        self._sheet.open(sections(self._window.toolbar.menu))

    def about(self) -> None:
        """Which Dateline this is."""
        words = (
            f"Dateline {__version__}\n\nDrop in articles, get a timeline on which every mark can be traced to the words "
            "it came from.\n\nNothing leaves this machine. Free software under the MIT licence."
        )
        QMessageBox.about(self._window, "About Dateline", words)


def _typed_in() -> QLineEdit | QTextDocument | None:
    """What keeps its own undo while the keyboard is in it."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QPlainTextEdit):
        return focus.document()
    return focus if isinstance(focus, QLineEdit) else None
