"""How many samples each class has, as thin bars below each other; of many classes the largest and the smallest."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from models.text import shown
from ui.theme import GRID, theme
from ui.widgets.painted import Painted, theme_color

MOST_BARS = 12
ROW = 20  # pixels
NAME_SHARE, NUMBER_SHARE = 0.4, 0.2


class BalanceBars(Painted):
    """`rows` are the names and numbers that are drawn; an empty name stands for those that are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, int], ...] = ()

    def show_balance(self, balance: tuple[tuple[str, int], ...]) -> None:
        """Show the classes in their order, or by size where they are many."""
        if len(balance) > MOST_BARS:
            by_size = sorted(balance, key=lambda row: -row[1])
            balance = (*by_size[: MOST_BARS - 3], ("", 0), *by_size[-2:])
        self.rows = balance
        self.setFixedHeight(theme.px(ROW) * max(1, len(balance)))
        self.setToolTip("\n".join(f"{name}: {shown(count)}" for name, count in balance if name))
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Name, bar and number on each line."""
        painter.fillRect(self.rect(), theme_color("background"))  # it lies on a dialog, not on a panel
        height, width = theme.px(ROW), self.width()
        most = max((count for _, count in self.rows), default=1) or 1
        names, numbers = width * NAME_SHARE, width * NUMBER_SHARE
        room = width - names - numbers - 2 * GRID
        metrics = painter.fontMetrics()
        for line, (name, count) in enumerate(self.rows):
            top = line * height
            painter.setPen(theme_color("text"))
            words = metrics.elidedText(name or "…", Qt.TextElideMode.ElideMiddle, int(names))
            painter.drawText(QRectF(0, top, names, height), Qt.AlignmentFlag.AlignVCenter, words)
            if not name:
                continue
            bar = QRectF(names + GRID, top + height * 0.3, max(1.0, room * count / most), height * 0.4)
            painter.fillRect(bar, theme_color("training"))
            painter.setPen(theme_color("muted"))
            place = QRectF(width - numbers, top, numbers, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown(count))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(ROW) * max(1, len(self.rows)))
