"""The export dialog in the window: what is chosen, seen, saved, copied, dragged and printed."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMessageBox, QRadioButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.export.export import EXPORTERS
from app.export.picture import figure_of
from app.export_scope import Looked
from app.frame import settings_path
from app.window import Window
from storage.library import Library
from widgets.export.choices import Wanted
from widgets.export.dialog import ExportDialog
from widgets.export.handing import Carried
from widgets.export.printing import prepare, print_on, scale_on
from widgets.figure.figure import Figure
from widgets.figure.options import FigureOptions, Paper, What
from widgets.segments import Segments
from widgets.timeline.spans import Span

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]

LEFT = Qt.MouseButton.LeftButton
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


@pytest.fixture
def window(open_window: Callable[..., Window], path: Path) -> Window:
    """With the library of five events, of which one has no date."""
    return open_window(path)


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> Iterator[ExportDialog]:
    yield opened(window, qtbot)
    if window.exporting.dialog is not None:
        window.exporting.dialog.reject()


def opened(window: Window, qtbot: QtBot) -> ExportDialog:
    window.commands.export()
    made = window.exporting.dialog
    assert made is not None
    made.resize(1320, 880)
    qtbot.waitUntil(lambda: made.preview.figure is not None)
    return made


def library_of(window: Window) -> Library:
    assert window.session.library
    return window.session.library


def looked(window: Window) -> Looked:
    return Looked(window.session, library_of(window), Span(17_151, 17_153))  # 16 and 17 December 2016


def drawn(dialog: ExportDialog) -> Figure:
    found = dialog.figure()
    assert found is not None
    return found


def press(qtbot: QtBot, group: Segments, words: str) -> None:
    found = next(one for one in group.findChildren(QAbstractButton) if one.text() == words)
    qtbot.mouseClick(found, LEFT)


# ---- which events ----


def test_scopes_tell_their_numbers_or_why_they_cannot_be_had(window: Window) -> None:
    everything, filtered, visible, chosen = looked(window).scopes()
    assert (everything.drawn, everything.listed) == (4, 5)
    assert filtered.reason == "no filter is set"
    assert (visible.drawn, visible.listed) == (2, 2), "the talks of the day and the siege that goes on"
    assert chosen.reason == "nothing is chosen"


def test_filters_and_chosen_events_are_counted_too(window: Window) -> None:
    window.sidebar.kinds.tick({"talks"})
    window.sidebar.kinds.changed.emit()
    window.session.select_several(one.id for one in library_of(window).all_events() if one.kind != "talks")
    _, filtered, _, chosen = looked(window).scopes()
    assert (filtered.drawn, filtered.listed) == (1, 2)
    assert (chosen.drawn, chosen.listed) == (3, 3)


def test_chosen_events_are_exported_whatever_the_filters_hold_back(window: Window) -> None:
    window.sidebar.kinds.tick({"talks"})
    window.sidebar.kinds.changed.emit()
    siege = next(one.id for one in library_of(window).all_events() if one.kind == "siege")
    window.session.select_several((siege,))
    assert list(looked(window).job(FigureOptions(what=What.CHOSEN)).events) == [siege]


def test_what_is_in_view_is_drawn_in_that_time(window: Window) -> None:
    job = looked(window).job(FigureOptions(what=What.VISIBLE))
    assert (job.first, job.last) == (17_151, 17_153)


def test_other_lanes_can_be_had_than_those_on_the_screen(dialog: ExportDialog) -> None:
    assert dialog.what.lanes.currentText() == "Kind, as on screen"
    dialog.what.lanes.pick("place")
    assert dialog.wanted().options.lanes == "place"


# ---- seen and saved ----


def test_the_preview_is_what_is_saved_px_for_px(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.page.width_px.setValue(520)
    dialog.look.text.setValue(90)
    drawn(dialog)
    dialog.preview.own_size()
    qtbot.waitUntil(lambda: dialog.preview.whole)
    dialog.file.fill(tmp_path / "seen.png", ".png")
    dialog.preview.clearFocus()
    place = dialog.preview.page_rect()
    seen = dialog.preview.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    qtbot.mouseClick(dialog.save, LEFT)
    saved = QImage(str(tmp_path / "seen.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert saved.width() == 520
    assert seen.size() == saved.size()
    assert bytes(seen.constBits()) == bytes(saved.constBits())


def test_a_choice_is_seen_in_the_preview(qtbot: QtBot, dialog: ExportDialog) -> None:
    press(qtbot, dialog.look.look, "Dark")
    dialog.words.title.field.setText("حلب، كانون الأول 2016")
    qtbot.waitUntil(lambda: dialog.preview.figure is not None and dialog.preview.figure.options.look == "dark")
    assert drawn(dialog).options.title == "حلب، كانون الأول 2016"


def test_enter_saves_and_the_window_says_where(
    qtbot: QtBot, window: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.file.fill(tmp_path / "a.png", ".png")
    dialog.words.title.field.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.words.title.field, Qt.Key.Key_Return)
    assert (tmp_path / "a.png").exists()
    assert window.notice.text() == f"“a.png” is in {tmp_path}."


def test_escape_leaves_and_writes_nothing(qtbot: QtBot, window: Window, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.file.fill(tmp_path / "a.png", ".png")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.exporting.dialog is None
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize("ending", EXPORTERS)
def test_a_name_follows_the_format(ending: str, dialog: ExportDialog) -> None:
    dialog.file.name.setText("v1.5 of Aleppo")
    dialog.file.format.pick(ending)
    assert dialog.wanted().path.name == f"v1.5 of Aleppo{ending}"


@pytest.mark.parametrize("name", ["", "  ", ".png", "a/", "..", "a/.."])
def test_a_file_needs_a_name_and_the_dialog_says_so(name: str, dialog: ExportDialog) -> None:
    dialog.file.name.setText(name)
    assert not dialog.save.isEnabled()
    assert dialog.told.text() == "Give the file a name first."
    dialog.file.name.setText("Aleppo")
    assert dialog.save.isEnabled()
    assert dialog.told.text() == ""


def test_a_path_that_is_typed_is_a_folder_a_name_and_a_format(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    dialog.file.fill(tmp_path / "before.png", ".png")
    dialog.file.name.setText("x/a.pdf")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.file.name, Qt.Key.Key_Return)
    assert (dialog.file.folder, dialog.file.name.text()) == (tmp_path / "x", "a.pdf")
    assert (tmp_path / "x" / "a.pdf").read_bytes().startswith(b"%PDF")


def test_overwriting_is_asked_about(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.svg").write_text("kept")
    dialog.file.fill(tmp_path / "a.svg", ".svg")
    asked, answers = list[str](), [NO, YES]

    def answer(_window: QWidget, _title: str, words: str, *_rest: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return answers.pop(0)

    monkeypatch.setattr(QMessageBox, "question", answer)
    qtbot.mouseClick(dialog.save, LEFT)
    assert (tmp_path / "a.svg").read_text() == "kept"
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.save, LEFT)
    assert "<svg" in (tmp_path / "a.svg").read_text("utf-8")
    assert asked == ["“a.svg” is there already. Replace it?"] * 2


def test_each_page_of_an_image_is_a_file_and_none_is_replaced_unasked(
    qtbot: QtBot, window: Window, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-2.png").write_text("kept")
    answers, asked = [NO, YES], list[str]()

    def answer(_window: QWidget, _title: str, words: str, *_rest: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return answers.pop(0)

    monkeypatch.setattr(QMessageBox, "question", answer)
    dialog.page.pages.setValue(2)
    dialog.file.fill(tmp_path / "a.png", ".png")
    qtbot.waitUntil(lambda: dialog.preview.figure is not None and len(dialog.preview.figure.pages) == 2)
    assert dialog.told.text() == "Each page is saved in a file of its own: “…-2.png” and so on."
    qtbot.mouseClick(dialog.save, LEFT)
    assert (tmp_path / "a-2.png").read_text() == "kept"
    assert not (tmp_path / "a.png").exists()
    qtbot.mouseClick(dialog.save, LEFT)
    assert [QImage(str(tmp_path / name)).width() for name in ("a.png", "a-2.png")] == [1600, 1600]
    assert asked == ["“a-2.png” is there already. Replace it?"] * 2
    assert window.notice.text() == f"“a.png” and 1 further page are in {tmp_path}."


def test_the_words_about_several_files_go_when_there_is_one_page_again(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.page.pages.setValue(2)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Each page"))
    dialog.page.pages.setValue(1)
    qtbot.waitUntil(lambda: dialog.told.text() == "")


def test_trouble_is_told_in_the_dialog_which_stays(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.file.fill(tmp_path / "no such folder" / "a.pdf", ".pdf")
    qtbot.mouseClick(dialog.save, LEFT)
    assert dialog.isVisible()
    assert dialog.told.text() == (
        "“a.pdf” could not be written: no such file or directory. Choose another folder or name."
    )
    dialog.set_folder(tmp_path)
    assert dialog.told.text() == ""


def test_a_figure_that_cannot_be_says_why_in_place_of_the_preview(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.page.height_px.setValue(101)
    qtbot.waitUntil(lambda: dialog.preview.figure is None)
    assert "no room for a timeline" in dialog.preview.accessibleDescription()
    assert not dialog.copy.isEnabled()


def test_a_table_has_no_page_and_no_look(dialog: ExportDialog) -> None:
    dialog.file.format.pick(".csv")
    assert not dialog.look.look.isEnabled()
    assert not dialog.page.paper.isEnabled()
    assert dialog.figure() is None
    assert dialog.preview.accessibleDescription() == EXPORTERS[".csv"].told
    assert dialog.what.buttons[What.EVERYTHING].accessibleName() == "Everything, 5 events"
    dialog.file.format.pick(".svg")
    assert drawn(dialog).pages


def test_the_last_choices_are_remembered_but_no_title(
    qtbot: QtBot, window: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    press(qtbot, dialog.look.look, "Print")
    dialog.look.legend.setChecked(False)
    dialog.words.credit.setText("Graphic: Rana")
    dialog.words.title.field.setText("Eleven days")
    dialog.file.fill(tmp_path / "a.svg", ".svg")
    qtbot.mouseClick(dialog.save, LEFT)
    assert "Eleven days" not in json.dumps(json.loads(settings_path().read_text("utf-8")), ensure_ascii=False)
    again = opened(window, qtbot).wanted()
    assert (again.ending, again.path) == (".svg", tmp_path / "Aleppo 2016.svg")
    assert (again.options.look, again.options.legend, again.options.credit) == ("print", False, "Graphic: Rana")
    assert again.options.title is None


def test_a_dialog_does_not_outlive_its_library(window: Window, dialog: ExportDialog) -> None:
    window.libraries.close()
    assert not dialog.isVisible()
    assert window.exporting.dialog is None


# ---- handed to other programs ----


def test_the_clipboard_holds_an_image_and_a_drawing(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.mouseClick(dialog.copy, LEFT)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.imageData().size().width() == 1600
    assert b"Talks began in Astana" in bytes(mime.data("image/svg+xml").data())
    assert "clipboard" in dialog.told.text()


def test_a_dragged_figure_is_a_file_an_image_and_a_drawing(window: Window, dialog: ExportDialog) -> None:
    figure, wrote = drawn(dialog), list[Path]()
    wanted = Wanted(".svg", Path("/nowhere/Aleppo.svg"), FigureOptions())

    def write() -> list[Path]:
        wrote.extend(window.exporting.dragged_files(looked(window), wanted))
        return wrote

    carried = Carried(figure, 0, write, dialog.tell)
    assert carried.hasUrls()
    assert carried.hasImage()
    assert not wrote, "a file is made when somebody takes it"
    assert [url.toLocalFile() for url in carried.urls()] == [str(wrote[0])]
    assert carried.urls()
    assert len(wrote) == 1
    assert wrote[0].name == "Aleppo.svg"
    assert "<svg" in wrote[0].read_text("utf-8")
    assert not wrote[0].parent.stat().st_mode & 0o077, "nobody else can read the folder"
    assert carried.imageData().size().width() == 1600
    assert b"<svg" in bytes(carried.data("image/svg+xml").data())


def test_trouble_on_the_way_of_a_dragged_figure_is_told_and_ends_nothing(window: Window, dialog: ExportDialog) -> None:
    large = figure_of(looked(window).job(FigureOptions(width=30_000, scale=4.0)))

    def write() -> list[Path]:
        return window.exporting.dragged_files(looked(window), Wanted(".png", Path("a.exe"), FigureOptions()))

    carried = Carried(large, 0, write, dialog.tell)
    assert carried.urls() == []
    assert dialog.told.text().startswith("Dateline cannot write “a.exe”.")
    assert carried.imageData() is None
    assert dialog.told.text().startswith("So large an image cannot be made.")
    assert b"<svg" in bytes(carried.data("image/svg+xml").data())


def test_a_page_that_is_seen_whole_is_dragged_out_and_a_larger_one_is_moved(qtbot: QtBot, dialog: ExportDialog) -> None:
    preview = dialog.preview
    preview.drag_wanted.disconnect()
    with qtbot.waitSignal(preview.drag_wanted):
        pull(qtbot, preview)
    preview.zoom_by(100.0)
    before = preview.page_rect()
    with qtbot.assertNotEmitted(preview.drag_wanted):
        pull(qtbot, preview)
    assert preview.page_rect().topLeft() == before.topLeft() + QPoint(60, 40)


def pull(qtbot: QtBot, preview: QWidget) -> None:
    middle = preview.rect().center()
    qtbot.mousePress(preview, LEFT, pos=middle)
    qtbot.mouseMove(preview, middle + QPoint(60, 40))
    qtbot.mouseRelease(preview, LEFT, pos=middle + QPoint(60, 40))


def test_a_figure_is_printed_on_sheets_of_its_own_size(window: Window, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    figure = figure_of(looked(window).job(FigureOptions(page=Paper.A4)))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    prepare(printer, figure)
    assert printer.pageLayout().fullRectPoints().size().toTuple() == (842, 595)
    print_on(printer, figure)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_page_is_printed_at_its_own_size_unless_the_sheet_is_smaller(window: Window) -> None:
    page = figure_of(looked(window).job(FigureOptions(width=960))).pages[0]
    assert scale_on(page, (1e9, 1e9), 600) == 600 / 96
    assert scale_on(page, (480.0, 1e9), 600) == 0.5


# ---- keyboard and screen reader ----


def test_every_control_has_a_name_and_can_be_reached_by_tab(dialog: ExportDialog) -> None:
    fields = [one for kind in (QAbstractButton, QLineEdit, QSpinBox, QComboBox) for one in dialog.findChildren(kind)]
    fields = [one for one in fields if one.isVisible() and not isinstance(one.parent(), QSpinBox)]
    assert len(fields) > 25
    assert [one for one in fields if not (one.accessibleName() or getattr(one, "text", str)())] == []
    policy = Qt.FocusPolicy.TabFocus
    alone = [one for one in fields if one.isEnabled() and not isinstance(one, QRadioButton)]  # Tab meets the chosen one
    assert [one.accessibleName() for one in alone if not one.focusPolicy() & policy] == []


def test_tab_goes_through_the_groups_in_their_order_and_ends_at_save(dialog: ExportDialog) -> None:
    order, part = list[QWidget](), dialog.what.buttons[What.EVERYTHING].nextInFocusChain()
    while part is not dialog.what.buttons[What.EVERYTHING]:
        order.append(part)
        part = part.nextInFocusChain()
    wanted = (dialog.what.lanes, dialog.page.paper, dialog.look.text, dialog.words.credit, dialog.file.format,
              dialog.file.choose, dialog.preview, dialog.copy, dialog.save)  # fmt: skip
    places = [order.index(one) for one in wanted]
    assert places == sorted(places)


def test_pages_and_zoom_follow_the_keys(qtbot: QtBot, dialog: ExportDialog) -> None:
    preview = dialog.preview
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_1)
    assert preview.zoom == 1.0
    assert dialog.bar.zoom.text() == "100 %"
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.fits


def test_options_scroll_on_a_small_screen(dialog: ExportDialog) -> None:
    dialog.resize(900, 560)
    for part in (dialog.save, dialog.file.name, dialog.preview):
        corner = part.mapTo(dialog, QPoint(part.width(), part.height()))
        assert QRect(0, 0, 900, 560).contains(corner - QPoint(1, 1))
    assert QPointF(dialog.preview.width(), 0).x() > 400
