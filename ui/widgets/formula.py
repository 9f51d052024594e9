"""A formula on a raised card, in a serif font as books print it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import BODY, GRID, theme


class Formula(QLabel):
    """One or several lines; subscripts are written with <sub>."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        font = QFont("serif")
        font.setStyleHint(QFont.StyleHint.Serif)
        self.setFont(font)
        self.setStyleSheet(
            f"background: {theme.colors.raised}; border-radius: {theme.px(GRID)}px; padding: {theme.px(GRID)}px;"
            f"font-family: serif; font-size: {theme.px(BODY + 1)}px;"
        )
