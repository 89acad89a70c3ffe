"""The one style sheet of the window, written from the theme's tokens.

Widgets say what they are by properties: `look` of a button (primary, line, flat, link, chip, tool), `tone` of a label
(primary, secondary, tertiary, warn), `ground` of a container (window, canvas, attention, card).
"""

from string import Template

from resources.themes import Theme
from widgets.current import faded

SHEET = Template("""
QWidget { color: $primary; }
QWidget[ground="window"], QMainWindow, QDialog { background: $window; }
QWidget[ground="canvas"] { background: $canvas; }
QWidget[ground="attention"] { background: $attention; }
QFrame[ground="card"] { background: $raised; border: 1px solid $hairline; border-radius: 8px; }
QFrame[ground="inset"] { background: $window; border: 1px solid $hairline; border-radius: 6px; }
QFrame[edge="top"] { border-top: 1px solid $line; }
QFrame[edge="bottom"] { border-bottom: 1px solid $line; }
QFrame[edge="right"] { border-right: 1px solid $line; }
QFrame[edge="left"] { border-left: 1px solid $line; }
QFrame[edge="under"] { border-bottom: 1px solid $hairline; }
QFrame[edge="warn"] { border-bottom: 1px solid $warn_line; }
QFrame[rule="true"] { background: $hairline; border: none; }

QLabel { background: transparent; }
QLabel[tone="primary"] { color: $primary; }
QLabel[tone="secondary"] { color: $secondary; }
QLabel[tone="tertiary"] { color: $tertiary; }
QLabel[tone="warn"] { color: $warn; }
QLabel[pill="plain"] { color: $secondary; background: $raised; border: 1px solid $line; border-radius: 10px;
  padding: 0 8px; }
QLabel[pill="warn"] { color: $warn; background: $attention; border: 1px solid $warn_line; border-radius: 9px;
  padding: 0 7px; }

QPushButton, QToolButton { border: 1px solid transparent; border-radius: 6px; background: transparent; color:
  $primary; }
QPushButton { padding: 0 11px; min-height: 28px; max-height: 28px; }
QPushButton[look="choice"] { padding: 0 5px; }
QPushButton[look="segment"] { background: $raised; border-color: $line; border-radius: 0; padding: 0 9px; }
QPushButton[look="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[look="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[look="segment"][place="middle"] { border-left: none; border-right: none; }
QPushButton[look="segment"]:hover { background: $hover; }
QPushButton[look="segment"]:checked { background: $pressed; }
QPushButton[look="segment"][words="true"] { color: $secondary; padding: 0 6px; }
QPushButton[look="segment"][words="true"][place="middle"] { border-left: 1px solid $line; }
QPushButton[look="segment"][words="true"][place="first"] { border-right: none; }
QPushButton[look="segment"][words="true"]:checked { color: $primary; border: 1px solid $strong; }
QPushButton[look="segment"]:focus { border: 2px solid $focus; padding: 0 8px; min-height: 26px; max-height: 26px; }
QPushButton[look="big"], QPushButton[look="bigprimary"] { min-height: 34px; max-height: 34px; padding: 0 15px; }
QPushButton[look="line"], QPushButton[look="big"] { background: $raised; border-color: $line; }
QPushButton[look="chip"] { background: $raised; border-color: $line; border-radius: 5px; padding: 0 7px; min-height:
  22px; max-height: 22px; }
QPushButton[look="link"] { color: $accent; padding: 0 3px; min-height: 18px; max-height: 18px; border-radius: 4px; }
QPushButton[look="word"] { color: $secondary; padding: 0 2px; min-height: 18px; max-height: 18px; border-radius:
  4px; text-align: left; }
QPushButton[look="plain"] { text-align: left; padding: 0 3px; min-height: 22px; max-height: 22px; border-radius:
  4px; }
QPushButton[look="lines"] { padding: 0; min-height: 0; max-height: 2000px; border-radius: 4px; }
QPushButton[look="lines"]:hover { background: $hover; }
QPushButton[look="lines"]:pressed { background: $pressed; }
QPushButton[look="line"]:hover, QPushButton[look="big"]:hover, QPushButton[look="chip"]:hover,
  QPushButton[look="flat"]:hover,
QPushButton[look="word"]:hover, QPushButton[look="plain"]:hover,
  QPushButton[look="choice"]:hover, QToolButton:hover { background: $hover; }
QPushButton[look="link"]:hover { color: $accent_hover; background: $accent_tint; }
QPushButton[look="line"]:pressed, QPushButton[look="big"]:pressed, QPushButton[look="chip"]:pressed,
  QPushButton[look="flat"]:pressed,
QPushButton[look="word"]:pressed, QPushButton[look="plain"]:pressed, QToolButton:pressed { background: $pressed; }
QPushButton[look="primary"], QPushButton[look="bigprimary"] { background: $accent; color: $on_accent; }
QPushButton[look="primary"]:hover, QPushButton[look="bigprimary"]:hover { background: $accent_hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; }
QPushButton[look="primary"]:focus, QPushButton[look="bigprimary"]:focus { border: 2px solid $primary; }
QPushButton[look="link"]:focus, QPushButton[look="word"]:focus { padding: 0 2px; min-height: 16px; max-height: 16px; }
QPushButton[look="word"]:focus { padding: 0 1px; }
QPushButton[look="choice"]:focus { padding: 0 4px; min-height: 26px; max-height: 26px; }
QPushButton[look="plain"]:focus { padding: 0 2px; min-height: 20px; max-height: 20px; }
QPushButton[look="chip"]:focus { padding: 0 6px; min-height: 20px; max-height: 20px; }
QPushButton[look="line"]:focus, QPushButton[look="flat"]:focus, QPushButton[look="primary"]:focus {
  padding: 0 10px; min-height: 26px; max-height: 26px; }
QPushButton[look="big"]:focus, QPushButton[look="bigprimary"]:focus { padding: 0 14px; min-height: 32px; max-height:
  32px; }
QPushButton:disabled, QToolButton:disabled, QLabel:disabled { color: $off; }
QLineEdit:disabled { placeholder-text-color: $off; border-color: $hairline; background: transparent; }
QPushButton[look="line"]:disabled { border-color: $hairline; background: transparent; }
QPushButton[look="primary"]:disabled { background: $pressed; color: $off; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $raised; border: 1px solid $line; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; color: $primary; placeholder-text-color:
  $tertiary; }
QLineEdit { padding: 0 8px; min-height: 28px; max-height: 28px; }
QPlainTextEdit { padding: 3px 6px; }
QComboBox { padding: 0 8px; min-height: 28px; selection-background-color: $pressed; selection-color: $primary; }
QComboBox::drop-down { border: none; width: 20px; }
QSpinBox { padding: 0 2px; min-height: 28px; max-height: 28px; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 22px; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox:disabled, QSpinBox:disabled { color: $off; border-color: $hairline; background: transparent; }
QPushButton[look="segment"]:disabled { border-color: $hairline; background: transparent; }
QPushButton[look="segment"]:checked:disabled { background: $hover; }
QRadioButton:disabled { color: $off; }
QRadioButton::indicator:disabled { border-color: $line; background: transparent; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; selection-background-color: $pressed;
  selection-color: $primary; outline: none; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1.5px solid $strong; border-radius: 8px; background: $raised; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QRadioButton::indicator:focus { border-color: $focus; }

QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $focus; }
QLineEdit:focus { padding: 0 7px; min-height: 26px; max-height: 26px; }
QPlainTextEdit:focus { padding: 2px 5px; }
QComboBox:focus { padding: 0 7px; min-height: 26px; }
QSpinBox:focus { padding: 0 1px; min-height: 26px; max-height: 26px; }
QLineEdit[wrong="true"] { border: 2px solid $warn_line; padding: 0 7px; min-height: 26px; max-height: 26px; }
QTextEdit[source="true"] { background: $canvas; border: none; selection-background-color: $accent_tint;
  selection-color: $primary; }
QTextEdit[source="true"]:focus { border: none; }

QListView { background: transparent; border: none; outline: none; }
QTableView[look="events"] { background: $canvas; border: none; outline: none; }
QHeaderView { background: $window; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $thumb; border-radius: 3px; min-height: 28px; margin: 2px; }
QScrollBar::handle:horizontal { background: $thumb; border-radius: 3px; min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: $strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QListView[look="menu"]::item { padding: 5px 10px; border-radius: 4px; color: $primary; }
QListView[look="menu"]::item:selected, QListView[look="menu"]::item:hover { background: $pressed; color: $primary; }
QMenu { background: $raised; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: $pressed; color: $primary; }
QMenu::item:disabled { color: $off; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QToolTip { background: $raised; color: $primary; border: 1px solid $line; padding: 4px 7px; }
QProgressBar { background: $pressed; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { padding: 3px 8px; }
QCalendarWidget QAbstractItemView { background: $raised; selection-background-color: $accent;
  selection-color: $on_accent; outline: none; }
QCalendarWidget QSpinBox { background: $raised; border: none; }
QSplitter::handle { background: $line; }
""")


def style_sheet(chosen: Theme) -> str:
    """The whole sheet in the colours of a theme."""
    return SHEET.substitute(
        **vars(chosen.surface),
        **vars(chosen.border),
        primary=chosen.text.primary,
        secondary=chosen.text.secondary,
        tertiary=chosen.text.tertiary,
        on_accent=chosen.text.on_accent,
        accent=chosen.accent.base,
        accent_hover=chosen.accent.hover,
        accent_tint=chosen.accent.tint,
        focus=chosen.accent.focus,
        warn=chosen.warn.text,
        warn_line=chosen.warn.line,
        off=_off(chosen),
        thumb=chosen.ghost,
    )


def _off(chosen: Theme) -> str:
    """The colour of what cannot be used now: text at 45 % of the ground."""
    return faded(chosen.text.primary, chosen.surface.window).name()
