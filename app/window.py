"""The main window: places the panes and connects them; what they show and do is decided elsewhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.frame import Frame
from storage.errors import DatelineError

if TYPE_CHECKING:
    from app.exporting import Exporting
    from app.reading.source import Source
    from storage.model import Span
    from widgets.timeline.view import Timeline

NARROW = 1100
"""Below this width the side panes give way to the timeline."""
LOW = 640
"""Below this height the tray of undated events does."""


class Window(Frame):
    """One library; everything that changes it goes through `session`.

    Its parts take ten times as long to load as a window takes to be seen, so they are imported where they are made.
    """

    def __init__(self, furnished: bool = True, plain: bool = False) -> None:
        super().__init__(plain)
        self.timeline: Timeline | None = None
        self._furnished, self._wide = False, True
        self._exporting: Exporting | None = None
        if furnished:
            self.furnish()

    def furnish(self) -> None:
        """Load all parts but the timeline, and put them in their places."""
        from app.arriving import Arriving
        from app.asking import Asking
        from app.commanding import Commanding
        from app.editing import Editing
        from app.intake import Intake
        from app.jobs import Jobs
        from app.libraries import Libraries
        from app.originals import Originals
        from app.panes import Panes, Parts
        from app.session import Session
        from app.tabling import Tabling

        self.session, self.jobs = Session(self), Jobs(self)
        self.libraries = Libraries(self.session, self)
        self._make_parts()
        self._place_parts()
        self.intake = Intake(self.session, self.jobs, self.import_bar, self.report)
        self.asking = Asking(self.session, self.jobs, self.ask_bar)
        self.editing = Editing(self.session, self.panel)
        self.originals = Originals(self.session, self.notice, self)
        parts = Parts(self.toolbar, self.sidebar, self.article, self.panel, self.tray)
        self.panes = Panes(self.session, self.asking, parts)
        self.arriving = Arriving(self.session, self.intake, self.panes, self.notice)
        self.tabling = Tabling(self.session, self.editing, self.table, self.notice)
        self.tabling.set_hint_source(self.panes.hint)
        self.commands = Commanding(self)
        self._connect_parts()
        self._restore()
        self.setAcceptDrops(True)
        self.setFocus()  # no button stands out before the keyboard is used
        self._furnished = True
        self._settle_sides()
        self.panes.refresh()

    @property
    def exporting(self) -> "Exporting":
        """Made when somebody exports: its forms and figures take long to load."""
        if self._exporting is None:
            from app.exporting import Exporting

            self._exporting = Exporting(self.session, self.libraries, self.notice, self)
        return self._exporting

    # ---- places ----

    def _make_parts(self) -> None:
        from app.reading.read import format_names
        from widgets.article_view import ArticleView
        from widgets.ask_bar import AskBar
        from widgets.drop_veil import DropVeil
        from widgets.empty_page import EmptyPage
        from widgets.event_panel import EventPanel
        from widgets.import_bar import ImportBar
        from widgets.notice import Notice
        from widgets.report import Report
        from widgets.sidebar import Sidebar
        from widgets.table.view import EventTable
        from widgets.toolbar import Toolbar
        from widgets.undated_tray import UndatedTray

        self.toolbar, self.notice = Toolbar(), Notice()
        self.import_bar, self.report = ImportBar(), Report()
        self.sidebar, self.panel = Sidebar(), EventPanel()
        self.article, self.ask_bar, self.tray = ArticleView(), AskBar(), UndatedTray()
        self.empty, self.table, self.veil = EmptyPage(), EventTable(), DropVeil(self)
        self.empty.set_formats(format_names())
        self.ask_bar.set_reader(lambda words: self.editing.read(words))
        self.sidebar.time.set_reader(lambda words: self.editing.read(words))
        for part in (self.import_bar, self.report, self.tray):
            part.hide()

    def _place_parts(self) -> None:
        from widgets.side_panes import SidePanes
        from widgets.stage import Stage

        self.stage = Stage(self.table)
        self.stage.add_to_timeline(self.tray)
        self.article.place_below_header(self.ask_bar)
        self.centre = _splitter(Qt.Orientation.Vertical, self.stage, self.article)
        self.centre.setSizes([640, 268])
        self._pages = QStackedWidget()
        for page in (self.empty, self.centre):
            self._pages.addWidget(page)
        self.across = SidePanes(self.sidebar, self._pages, self.panel)
        inside = QWidget()
        column = _column(inside)
        for part in (self.toolbar, self.notice, self.import_bar, self.report):
            column.addWidget(part)
        column.addWidget(self.across, 1)
        self.setCentralWidget(inside)

    def add_timeline(self) -> "Timeline":
        """Load what the timeline is drawn with, which takes longer than all the rest, and put it in its place."""
        from app.timeline_menu import TimelineMenu
        from widgets.timeline.system_habits import system_habits
        from widgets.timeline.view import Timeline

        timeline = self.timeline = Timeline()
        timeline.set_habits(system_habits())
        self.stage.add_to_timeline(timeline, 1)
        timeline.place_above_overview(self.tray)
        timeline.event_clicked.connect(self.session.select)
        timeline.event_toggled.connect(self.session.toggle)
        timeline.events_chosen.connect(self.session.select_several)
        timeline.event_activated.connect(self._read_event)
        timeline.background_clicked.connect(lambda: self.session.select(None))
        timeline.page_clicked.connect(self.session.open_article)
        timeline.lanes_arranged.connect(self.session.arrange)
        self.toolbar.lanes_reset.connect(timeline.arranging.reset)
        self.panel.listen_in(timeline)
        self.timeline_menu = TimelineMenu(self, timeline)
        self.table.menu_requested.connect(lambda event, at: self.timeline_menu.show(event, at, self.tabling.of_table()))
        self.panes.set_timeline(timeline)
        QWidget.setTabOrder(self.sidebar.articles, timeline)
        QWidget.setTabOrder(timeline, timeline.heads)
        QWidget.setTabOrder(timeline.heads, self.table)
        return timeline

    # ---- connections ----

    def _connect_parts(self) -> None:
        session, commands = self.session, self.commands
        self.toolbar.add_requested.connect(commands.add)
        self.toolbar.search_changed.connect(self.sidebar.set_text)
        self.toolbar.lanes_changed.connect(lambda name: session.set_lanes(name.lower()))
        self.toolbar.view_chosen.connect(self.stage.show_view)
        self.stage.view_changed.connect(self._view_changed)
        self.table.event_activated.connect(self._read_event)
        self.panes.refreshed.connect(self.tabling.refresh)
        self.panel.listen_in(self.table)
        self.toolbar.undo_requested.connect(commands.undo)
        self.toolbar.redo_requested.connect(commands.redo)
        self.toolbar.export_requested.connect(commands.export)
        self.sidebar.filters_changed.connect(session.set_filters)
        self.sidebar.faint_changed.connect(session.set_faint)
        self.sidebar.article_clicked.connect(session.open_article)
        self.sidebar.date_requested.connect(self.asking.ask_for)
        self.sidebar.original_requested.connect(self.originals.save)
        self.sidebar.remove_requested.connect(self.commands.remove)
        self.sidebar.edit_requested.connect(commands.describe)
        self.sidebar.library_requested.connect(self.libraries.open)
        for part in (self.sidebar, self.tray):
            part.undated_clicked.connect(session.select)
        self.tray.more_requested.connect(self.sidebar.show_undated)
        self.panel.undated_requested.connect(self.sidebar.show_undated)
        self.panel.listen_in(self.article)
        self.article.event_clicked.connect(session.select)
        self.article.event_toggled.connect(session.toggle)
        self.article.add_requested.connect(self._new_event)
        self.article.date_change_requested.connect(self._change_date)
        self.article.edit_requested.connect(lambda: commands.describe(session.article))
        self.panel.article_edit_requested.connect(lambda: commands.describe(session.article, "publisher"))
        self.article.original_requested.connect(lambda: self.originals.save(session.article))
        self.empty.add_requested.connect(commands.add)
        self.empty.paste_requested.connect(commands.paste)
        self.empty.open_requested.connect(commands.open)
        self.empty.sample_requested.connect(commands.open_sample)
        self.libraries.troubled.connect(self.notice.tell)
        self.libraries.made.connect(self.notice.say)
        self.panes.emptied.connect(self._show_emptiness)
        session.closing.connect(self.panel.finish)
        session.closing.connect(self._remember_view)
        session.opened.connect(self._library_opened)

    def _library_opened(self) -> None:
        from app import unfinished

        library = self.session.library
        self.setWindowTitle(f"{library.name} – Dateline" if library else "Dateline")
        self.setWindowFilePath(str(library.path) if library else "")
        self.notice.hide()
        rest = unfinished.remembered(library.path) if library and not library.read_only else ()
        if rest:
            words = (
                "An import into this library was cut off. Reading it once more adds what is missing and nothing twice."
            )
            self.notice.tell(words, "Go on", lambda: self.take(rest))

    def _show_emptiness(self, empty: bool) -> None:
        self._pages.setCurrentWidget(self.empty if empty else self.centre)
        self.panel.setVisible(not empty and self._wide)
        self.sidebar.set_recent(self.libraries.recent() if empty else ())

    def _view_changed(self, view: str) -> None:
        self.toolbar.views.choose(view)
        self.tabling.see(self.stage.shows_table)
        self._settle_tray()

    def _new_event(self, span: "Span") -> None:
        article = self.session.open_one()
        if article is not None:
            self.panel.show()
            words = span.of(article.text)
            self.panel.new_event(span, words, date=self.editing.date_near(article, span), article=article.id)

    def _change_date(self) -> None:
        if self.session.article is not None:
            self.asking.ask_for(self.session.article)

    def _read_event(self, event: int) -> None:
        self.session.select(event)
        self.article.text.setFocus()

    # ---- inputs ----

    def take(self, inputs: "Sequence[str | Source]") -> None:
        """Open a library among the inputs, and put everything else into the one that is open then."""
        from app.libraries import ENDING

        libraries = [one for one in inputs if isinstance(one, str) and one.lower().endswith(ENDING)]
        others = [one for one in inputs if one not in libraries]
        if libraries and not self._open(Path(libraries[0]), bool(others)):
            return  # what was meant for it must not go elsewhere
        if len(libraries) > 1:
            self.notice.tell(
                f"A window shows one library. “{Path(libraries[0]).stem}” was opened, the others were not."
            )
        if others and self.libraries.ensure():
            self.intake.take(others)

    def _open(self, library: Path, make: bool) -> bool:
        """Open a library; where something is to be put into it, one that is not there is made."""
        return self.libraries.make(library) if make and not library.exists() else self.libraries.open(library)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Anything that could be an article, wherever in the window."""
        from app.drops import can_take

        if can_take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_drag(event.mimeData())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Always copied: nobody's file is moved away."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._show_drag(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        from app.drops import inputs_of

        self._show_drag(None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(inputs_of(event.mimeData()))

    def _show_drag(self, dragged: QMimeData | None) -> None:
        """Show over the whole window that it takes what is dragged there; None is nothing any more."""
        from app.drops import promise

        self.empty.set_dragging(dragged is not None)
        self.veil.hide()
        library = self.session.library
        if dragged is not None and library is not None and self._pages.currentWidget() is self.centre:
            self.veil.cover(*promise(dragged, library.name))

    # ---- coming and going ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window is for the timeline and the text; the side panes come back when they are asked for."""
        super().resizeEvent(event)
        if self._furnished:
            self._settle_sides()

    def _settle_sides(self) -> None:
        self._settle_tray()
        wide = self.width() >= NARROW
        if wide != self._wide:
            self._wide = wide
            self.show_sides(wide, wide)

    def _settle_tray(self) -> None:
        """The tray needs room above the overview; where the table is seen, it lists undated events itself."""
        self.panes.set_low(self.height() < LOW or self.stage.shows_table)

    def show_sides(self, sidebar: bool, panel: bool) -> None:
        """Show or hide the panes at the sides; an empty library has nothing for the right one."""
        full = self._pages.currentWidget() is self.centre
        self.sidebar.setVisible(sidebar)
        self.panel.setVisible(panel and full)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed is kept, or the window stays; a running import is given up, and what it stored stays."""
        if self._furnished and not self._wind_up():
            event.ignore()
            return
        super().closeEvent(event)

    def _wind_up(self) -> bool:
        """Whether nothing is left to be kept."""
        self.session.refused = False
        for finish in (self.panel.finish, self.asking.finish):
            try:
                finish()
            except DatelineError as reason:
                self.notice.tell(str(reason))
        if self.session.refused and not self.commands.leave_anyway():
            return False
        self.intake.cancel()
        if self._exporting is not None:
            self._exporting.close()
        self._remember()
        self.libraries.close()
        self.jobs.close()
        return True

    def _remember_view(self) -> None:
        span = self.timeline.visible_span if self.timeline is not None else None
        self.session.remember((span.start, span.end) if span else None)

    def remember(self) -> None:
        """Keep how the window and its library are looked at; what is kept already is not written once more."""
        self._remember_view()
        self._remember()

    def _remember(self) -> None:
        self.libraries.change_settings(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            splitters=self.across.wanted(),
            source_splitters=tuple(self.centre.sizes()),
            view=self.stage.view,
            stage_splitters=tuple(self.stage.sizes()),
            table_columns=self.table.columns(),
        )

    def _restore(self) -> None:
        told = self.told
        for splitter, sizes in (
            (self.across, told.splitters),
            (self.centre, told.source_splitters),
            (self.stage, told.stage_splitters),
        ):
            if sizes and all(sizes):
                splitter.setSizes(list(sizes))
        if told.table_columns:
            self.table.set_columns(told.table_columns)
        self.stage.show_view(told.view)


def _column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _splitter(direction: Qt.Orientation, *parts: QWidget) -> QSplitter:
    made = QSplitter(direction)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made
