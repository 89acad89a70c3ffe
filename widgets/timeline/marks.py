"""One event's mark: its line, its glyph, its label with what stands beside it, and how it looks when it stands out."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from resources.themes import measures
from storage.model import Status
from widgets.timeline.dress import Dress, fill, mixed, write
from widgets.timeline.extents import paint_extent
from widgets.timeline.glyphs import HOLLOW, GlyphLook, stamp_glyph
from widgets.timeline.labels import CITED_APART, PILL_APART
from widgets.timeline.pills import paint_pill
from widgets.timeline.scene import Form, Mark
from widgets.timeline.seen import Seen, words_in_view, words_of
from widgets.timeline.sizes import Sizes

STROKE, RADIUS = measures()["stroke"], measures()["radius"]
CHOSEN_WARN = "#6E3A00"
"""The sign of disagreement on the yellow, in every theme."""
UP = 12.5
RAISED = 3.5
"""How far above the middle of the words the numbers of sources stand."""
TALL = 21.0


def paint_marks(painter: QPainter, dress: Dress, marks: Sequence[Mark], seen: Seen, sizes: Sizes) -> None:
    """Many marks, of which none is over another: of those that do not stand out first all lines, then all glyphs and words."""
    theme, canvas, scale, plain = dress.theme, dress.theme.surface.canvas, sizes.scale, list[Mark]()
    for mark in marks:
        if mark.preview or seen.chooses(mark.id) or mark.id in (seen.hovered, seen.focus):
            paint_mark(painter, dress, mark, seen, sizes)
        else:
            paint_extent(painter, dress, mark, seen, sizes)
            plain.append(mark)
    for mark in plain:
        bar, shift = mark.form is Form.BAR, seen.shift(mark, sizes)
        middle = mark.y - (1.5 if bar else 1.0) * scale
        ground = theme.tint_of(mark.kind) if bar and mark.status not in HOLLOW else canvas
        look = GlyphLook(
            theme.colour_of(mark.kind), ground, theme.text.primary, mark.status, mark.confirmed, sizes.glyph
        )
        stamp_glyph(painter, dress, mark.kind, mark.glyph_x + shift, middle, look)
        if mark.label:
            _paint_words(painter, dress, mark, seen, (mark.label_x + shift, middle), ground)


def paint_mark(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    """Everything of one event, from back to front."""
    chosen, hovered, bar = seen.chooses(mark.id), mark.id == seen.hovered, mark.form is Form.BAR
    focus, ground, radius = mark.id == seen.focus, ground_of(dress, mark, seen), RADIUS["selection"] * sizes.scale
    box = _box(dress, mark, seen, sizes) if chosen or hovered or focus or mark.preview else None
    if box and not (chosen or bar) and (hovered or mark.preview):
        fill(painter, box, ground, radius)
    paint_extent(painter, dress, mark, seen, sizes)
    if box and bar and hovered and not chosen:
        body = sizes.bar - STROKE["spine"] * sizes.scale
        fill(painter, QRectF(box.left(), mark.y - sizes.bar / 2, box.width(), body), dress.theme.surface.hover, radius)
    if box and chosen:
        _paint_chosen(painter, dress, box, mark.id == seen.chosen)
    shift = seen.shift(mark, sizes)
    middle = mark.y - (1.5 if bar else 1.0) * sizes.scale
    look = _glyph_look(dress, mark, chosen, ground, sizes)
    stamp_glyph(painter, dress, mark.kind, mark.glyph_x + shift, middle, look)
    if mark.label:
        _paint_words(painter, dress, mark, seen, (mark.label_x + shift, middle), ground)
    if box and focus:
        _paint_focus(painter, dress, box, chosen)


def _box(dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> QRectF:
    """Around glyph and label."""
    shift = seen.shift(mark, sizes)
    left, right = words_of(mark, sizes)
    if mark.id == seen.chosen and mark.flipped:
        left -= _bolder(dress, mark)
    elif mark.id == seen.chosen:
        right += _bolder(dress, mark)
    return QRectF(left + shift, mark.y - UP * sizes.scale, right - left, TALL * sizes.scale)


def _bolder(dress: Dress, mark: Mark) -> float:
    """By how much a label is wider when it is chosen."""
    return max(0.0, dress.letters.measure(mark.label, "strong") - mark.label_width) if mark.label else 0.0


def _paint_chosen(painter: QPainter, dress: Dress, box: QRectF, looked_at: bool) -> None:
    """Yellow; the ring is for the one whose words are open."""
    fill(painter, box, dress.theme.highlight.fill, RADIUS["selection"] * dress.scale)
    if not looked_at:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dress.line(dress.theme.highlight.ring, STROKE["selection_ring"]))
    painter.drawRoundedRect(box, RADIUS["selection"] * dress.scale, RADIUS["selection"] * dress.scale)


def _paint_focus(painter: QPainter, dress: Dress, box: QRectF, chosen: bool) -> None:
    """Around the yellow of a chosen mark, so that both are seen."""
    out = (STROKE["focus_ring"] if chosen else 0.5) * dress.scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dress.line(dress.theme.accent.focus, STROKE["focus_ring"]))
    radius = (RADIUS["selection"] + (1 if chosen else 0)) * dress.scale
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius, radius)


def ground_of(dress: Dress, mark: Mark, seen: Seen) -> str:
    """The colour on which glyph and label stand."""
    theme = dress.theme
    if seen.chooses(mark.id):
        return str(theme.highlight.fill)
    if mark.id == seen.hovered:
        return str(theme.surface.hover)
    if mark.preview:
        return str(theme.highlight.soft)
    return theme.tint_of(mark.kind) if mark.form is Form.BAR and mark.status not in HOLLOW else theme.surface.canvas


def _glyph_look(dress: Dress, mark: Mark, chosen: bool, ground: str, sizes: Sizes) -> GlyphLook:
    tone = dress.on_highlight(mark.kind) if chosen else dress.theme.colour_of(mark.kind)
    ink = dress.theme.highlight.text if chosen else dress.theme.text.primary
    return GlyphLook(tone, ground, ink, mark.status, mark.confirmed, sizes.glyph)


def _paint_words(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, at: tuple[float, float], ground: str) -> None:
    """Label, note, number of sources and sign of disagreement, each only where all of it is in view."""
    theme, scale, chosen, (x, y) = dress.theme, dress.scale, seen.chooses(mark.id), at
    bolder = _bolder(dress, mark) if mark.id == seen.chosen else 0.0
    halo = "" if ground != theme.surface.canvas or mark.form is Form.BAR else ground
    x -= bolder if mark.flipped else 0.0
    _paint_label(painter, dress, mark, seen, (x, y), halo)
    x += mark.label_width + bolder
    if mark.note and seen.whole(x, x + mark.note_width):
        quiet = theme.highlight.text if chosen else theme.text.secondary
        write(painter, dress, (x + 6 * scale, y), mark.note, "note", quiet, halo)
    x += mark.note_width
    if mark.sources_width:
        x += (CITED_APART if mark.cited else PILL_APART) * scale
        if mark.cited:
            write(painter, dress, (x, y - RAISED * scale), mark.cited, "cited", theme.text.secondary, halo)
        elif seen.whole(x, x + mark.sources_width):
            _paint_pill(painter, dress, mark, (x, y), chosen)
        x += mark.sources_width
    if mark.disagree and seen.whole(x, x + 19 * scale):
        paint_disagreement(painter, dress, x + 12 * scale, y, CHOSEN_WARN if chosen else theme.warn.text)


def _paint_label(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, at: tuple[float, float], halo: str) -> None:
    """The words, struck through for what is denied."""
    theme, scale, chosen, denied = dress.theme, dress.scale, seen.chooses(mark.id), mark.status == Status.DENIED
    style = "strong" if mark.id == seen.chosen else "label"
    text, x = mark.label, at[0]
    if style == "strong" or not seen.whole(x, x + mark.label_width):
        text, x = words_in_view(mark.label, at[0], seen, dress.letters.measure, style)
    if not text:
        return
    tone = theme.highlight.text if chosen else theme.text.secondary if denied else theme.text.primary
    write(painter, dress, (x, at[1]), text, style, tone, halo)
    if denied:
        painter.setPen(dress.line(theme.highlight.text if chosen else theme.text.primary, STROKE["strike"]))
        y, end = at[1] + 0.5 * scale, x + dress.letters.measure(text, style) + scale
        painter.drawLine(QLineF(x - scale, y, end, y))


def _paint_pill(painter: QPainter, dress: Dress, mark: Mark, at: tuple[float, float], chosen: bool) -> None:
    """The number of sources."""
    theme, (x, y) = dress.theme, at
    ground = theme.surface.sunken
    if chosen:
        ground = mixed(theme.highlight.fill, "#000000", 0.12)
    elif mark.form is Form.BAR and mark.status not in HOLLOW:
        ground = mixed(theme.tint_of(mark.kind), theme.colour_of(mark.kind), 0.12)
    tone = theme.highlight.text if chosen else theme.text.secondary
    paint_pill(painter, dress, (x, y, mark.sources_width), str(mark.sources), ground, tone)


def paint_disagreement(painter: QPainter, dress: Dress, x: float, y: float, tone: str) -> None:
    """≠ in a ring: the sources give different dates."""
    scale = dress.scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dress.line(tone, STROKE["strike"]))
    painter.drawEllipse(QPointF(x, y), 7 * scale, 7 * scale)
    for ends in ((-3.2, -1.7, 3.2, -1.7), (-3.2, 1.7, 3.2, 1.7), (1.9, -3.9, -1.9, 3.9)):
        x0, y0, x1, y1 = (part * scale for part in ends)
        painter.drawLine(QLineF(x + x0, y + y0, x + x1, y + y1))
