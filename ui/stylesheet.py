"""The one style sheet of the window, made from the colours of a theme and the interface scale."""

from collections.abc import Callable
from string import Template

from explorer.assets import assets_folder
from ui.theme import BODY, HEADLINE, LARGE, SMALL, Colors

_SHEET = Template("""
QWidget { font-size: ${body}px; color: $text; }
QMainWindow, QDialog, QStackedWidget[role="pages"] { background: $background; }
QMainWindow::separator { background: $background; width: ${half}px; height: ${half}px; }
QMainWindow::separator:hover { background: $training; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: ${half}px; }
QWidget[role="bar"] { background: $panel; }
TopBar { border-bottom: 1px solid $line; }
TransportBar, StatusBar, AlarmPanel { border-top: 1px solid $line; }
QWidget[role="panel"] { background: $panel; border: 1px solid $line; border-radius: ${unit}px; }
QLabel { background: transparent; }
QLabel[role="headline"] { font-size: ${headline}px; font-weight: 600; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="number"] { font-size: ${large}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${small}px; font-weight: 600; color: $muted; letter-spacing: 1px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="faint"] { color: $faint; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="good"] { color: $good; }
QLabel[role="bad"] { color: $backward; }
QLabel[role="accent"] { color: $training; }
QLabel[role="mono"] { font-family: monospace; }

QMenuBar { background: transparent; border: none; }
QMenuBar::item { padding: ${half}px ${unit}px; border-radius: ${half}px; color: $muted; background: transparent; }
QMenuBar::item:selected { background: $selected; color: $text; }
QMenu { background: $raised; border: 1px solid $line; padding: ${half}px; }
QMenu::item { padding: ${half}px ${three}px ${half}px ${three}px; border-radius: ${half}px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: ${half}px; }

QPushButton, QToolButton, QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit {
  background: $raised; border: 1px solid $line; border-radius: ${half}px; padding: ${half}px ${unit}px;
  selection-background-color: $selected; selection-color: $text; }
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit { background: $background; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { border-color: $faint; }
QPushButton:pressed, QToolButton:pressed { background: $selected; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QPlainTextEdit:focus, QAbstractItemView:focus { border-color: $training; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QLineEdit:disabled { color: $faint; }
QPushButton:checked, QToolButton:checked { background: $selected; color: $training; border-color: $selected; }
QPushButton:default { border-color: $training; }
QPushButton[role="primary"] { background: $training; color: $background; border-color: $training; font-weight: 600; }
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $raised; color: $faint; border-color: $line; }
QPushButton[role="chip"] { padding: ${half}px ${chip}px; }
QToolButton[role="narrow"] { padding: ${half}px; }
QPushButton[role="calm"], QPushButton[role="alarm"] { padding: 0 ${unit}px; }
QPushButton[role="calm"] { background: transparent; border-color: transparent; color: $muted; }
QPushButton[role="calm"]:hover { color: $text; }
QPushButton[role="calm"]:checked { background: $selected; color: $text; border-color: $selected; }
QPushButton[role="calm"]:focus { border-color: $training; }
QPushButton[role="alarm"], QPushButton[role="alarm"]:checked { background: $warning; color: $background;
  border-color: $warning; font-weight: 600; }
QPushButton[role="alarm"]:hover { border-color: $text; }
QPushButton[role="alarm"]:focus { border: 2px solid $text; }
QPushButton[role="tab"] { background: transparent; border-color: transparent; color: $muted;
  padding: ${half}px ${two}px; }
QPushButton[role="tab"]:hover { color: $text; }
QPushButton[role="tab"]:checked { background: $selected; color: $training; font-weight: 600; }
QPushButton[role="tab"]:focus { border-color: $training; }
QToolButton::menu-indicator { image: none; }
QComboBox::drop-down { border: none; width: ${three}px; }
QComboBox::down-arrow { image: url($icons/down.svg); width: ${chip}px; height: ${chip}px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
  border: none; background: transparent; width: ${two}px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($icons/up.svg); width: ${scroll}px; height: ${scroll}px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
  image: url($icons/down.svg); width: ${scroll}px; height: ${scroll}px; }
QSlider::groove:horizontal { background: $line; height: ${half}px; border-radius: ${quarter}px; }
QSlider::sub-page:horizontal { background: $training; border-radius: ${quarter}px; }
QSlider::handle:horizontal { background: $text; width: ${chip}px; margin: -${half}px 0; border-radius: ${knob}px; }
QSlider::handle:horizontal:focus { background: $training; }
QCheckBox::indicator, QMenu::indicator { width: ${two}px; height: ${two}px; }
QCheckBox::indicator { background: $background; border: 1px solid $line; border-radius: ${quarter}px; }
QCheckBox::indicator:disabled { background: $panel; }
QCheckBox::indicator:focus { border-color: $training; }
QCheckBox::indicator:checked, QMenu::indicator:checked { image: url($icons/check.svg); }
QMenu::indicator { left: ${half}px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; outline: none; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractItemView { background: $panel; border: 1px solid $line; border-radius: ${half}px; outline: none;
  alternate-background-color: $panel; gridline-color: $line; }
QAbstractItemView::item { padding: ${half}px; }
QAbstractItemView::item:selected { background: $selected; color: $text; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: ${half}px ${unit}px; }
QTableCornerButton::section { background: $panel; border: none; }
QScrollBar:vertical { background: transparent; width: ${scroll}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${scroll}px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: ${bar}px; min-height: ${three}px; min-width: ${three}px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }

QDockWidget { color: $text; font-weight: 600; }
QDockWidget::title { background: $panel; border: 1px solid $line; border-bottom: none; padding: ${half}px ${unit}px;
  border-top-left-radius: ${unit}px; border-top-right-radius: ${unit}px; text-align: left; }
QDockWidget > View { background: $panel; border: 1px solid $line; border-top: none;
  border-bottom-left-radius: ${unit}px; border-bottom-right-radius: ${unit}px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: ${half}px ${unit}px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $training; border-bottom-color: $training; }
QTabBar::tab:focus { color: $text; }
QTabWidget::pane { border: none; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: none; }
QGroupBox { border: none; margin-top: ${two}px; }
QProgressBar { background: $line; border: none; border-radius: ${quarter}px; max-height: ${half}px; }
QProgressBar::chunk { background: $training; border-radius: ${quarter}px; }
QCheckBox:focus, QRadioButton:focus { color: $training; }
""")


def stylesheet(colors: Colors, px: Callable[[float], int]) -> str:
    """The style sheet for these colours; `px` turns design pixels into pixels at the interface scale."""
    lengths = {
        "quarter": 2,
        "half": 4,
        "bar": 5,
        "knob": 6,
        "unit": 8,
        "scroll": 10,
        "chip": 12,
        "two": 16,
        "three": 24,
    }
    sizes = {"small": SMALL, "body": BODY, "large": LARGE, "headline": HEADLINE}
    return _SHEET.substitute(
        **vars(colors),
        icons=(assets_folder() / "icons").as_posix(),
        **{name: px(length) for name, length in lengths.items()},
        **{name: max(SMALL, px(size)) for name, size in sizes.items()},
    )
