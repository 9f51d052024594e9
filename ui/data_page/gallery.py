"""The gallery: all samples that were found, however many, in one place that scrolls."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSizePolicy, QWidget

from ui.data_page.data_look import DataLook
from ui.data_page.gallery_geometry import GalleryGrid, form_of, gallery_grid
from ui.data_page.sample_numbers import sample_numbers
from ui.data_page.sample_pages import Cell, SamplePages
from ui.data_page.sample_painting import CellPainter
from ui.pane import Numbers, Pane
from ui.text import bind
from ui.theme import GRID, SMALL, theme
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText

WHEEL_NOTCH = 120


class Gallery(Pane):
    """Samples beside their scroll bar. Keys go through them: arrows, pages, Home and End; Return activates."""

    kind, title = "samples", "Samples"

    def __init__(self, look: DataLook, pages: SamplePages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.canvas = GalleryCanvas(look, pages)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.canvas)
        self.bar.valueChanged.connect(self.canvas.scroll_to)
        self.canvas.scrolled.connect(self._on_scrolled)

    def numbers(self) -> Numbers:
        overview = self._look.overview
        return sample_numbers(self.canvas.cells(), None if overview is None else overview.facts)

    def _on_scrolled(self, first_row: int, num_rows: int, visible_rows: int) -> None:
        self.bar.setRange(0, max(0, num_rows - visible_rows))
        self.bar.setPageStep(visible_rows)
        self.bar.setValue(first_row)


class GalleryCanvas(Painted):
    """Paints what is seen; what is not here yet is an empty frame until it arrives."""

    chosen = Signal(int)  # position
    activated = Signal(int)
    scrolled = Signal(int, int, int)  # first row, all rows, rows that are seen

    def __init__(self, look: DataLook, pages: SamplePages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._pages = look, pages
        self._first_row = 0
        self.selected = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        bind(self, "setAccessibleName", "Samples")
        pages.arrived.connect(self.update)

    @property
    def first_position(self) -> int:
        """The first sample that is seen."""
        grid = self.grid()
        return 0 if grid is None else self._first_row * grid.columns

    def show_samples(self) -> None:
        """Other samples are scrolled through: begin at the first."""
        self._first_row, self.selected = 0, -1
        self.scroll_to(0)
        self.update()

    def grid(self) -> GalleryGrid | None:
        """How the samples are laid out now; None without data."""
        overview = self._look.overview
        if overview is None:
            return None
        room = (max(1, self.width()), max(1, self.height()))
        return gallery_grid(overview.facts.ports.input, room, self._line_height(), theme.scale)

    def scroll_to(self, row: int) -> None:
        """Let this row be the first that is seen."""
        grid = self.grid()
        if grid is None:
            return
        num_rows = grid.num_rows(len(self._pages.found))
        self._first_row = max(0, min(row, num_rows - grid.visible_rows))
        self.scrolled.emit(self._first_row, num_rows, grid.visible_rows)
        self.update()

    def choose(self, position: int) -> None:
        """Select the sample at a position, and scroll to where it is seen."""
        grid = self.grid()
        if grid is None or not 0 <= position < len(self._pages.found):
            return
        self.select(position)
        self.chosen.emit(position)

    def select(self, position: int) -> None:
        """Frame the sample at a position, -1 for none, and scroll to where it is seen."""
        self.selected = position
        grid = self.grid()
        if grid is not None and position >= 0:
            row = position // grid.columns
            if row < self._first_row:
                self.scroll_to(row)
            elif row >= self._first_row + grid.visible_rows:
                self.scroll_to(row - grid.visible_rows + 1)
        self.update()

    def cell_rect(self, position: int) -> QRectF:
        """Where the picture or row at a position stands."""
        grid = self.grid()
        assert grid is not None
        x, y = grid.place(position, self._first_row)
        return QRectF(x, y + 2, *grid.picture)

    def cells(self) -> list[Cell]:
        """The samples that are seen, as far as they are here."""
        found = (self._pages.cell(position) for position in self._seen())
        return [cell for cell in found if cell is not None]

    def _seen(self) -> range:
        grid = self.grid()
        if grid is None:
            return range(0)
        first = self._first_row * grid.columns
        return range(first, min(len(self._pages.found), first + (grid.visible_rows + 1) * grid.columns))

    def _line_height(self) -> int:
        return max(self.fontMetrics().height(), theme.px(SMALL)) + GRID // 2

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 40 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, 12 * GRID)

    def paint(self, painter: QPainter) -> None:
        overview, grid = self._look.overview, self.grid()
        if overview is None or grid is None:
            return
        seen = self._seen()
        self._pages.want(seen.start, seen.stop - 1)
        painter.setFont(theme.font(SMALL))
        cells = CellPainter(painter, QuickText(painter), overview.facts, overview.extent)
        form, caption = form_of(overview.facts.ports.input), grid.cell_height - grid.picture[1] - theme.px(GRID)
        if grid.header:
            cells.draw_header(QRectF(0, 0, self.width(), grid.header))
        for position in seen:
            room = self.cell_rect(position)
            self._draw_ground(painter, room, position, is_row=form == "rows")
            cell = self._pages.cell(position)
            if cell is None:
                painter.fillRect(room.adjusted(0, 4, 0, -4) if form == "rows" else room, theme_color("raised"))
            elif form == "pictures":
                cells.draw_picture(cell, room, caption)
            elif form == "curves":
                cells.draw_curve(cell, room, caption)
            else:
                cells.draw_row(cell, room)

    def _draw_ground(self, painter: QPainter, room: QRectF, position: int, *, is_row: bool) -> None:
        if position != self.selected:
            return
        if is_row:
            painter.fillRect(room, theme_color("selected"))
        else:
            painter.setPen(QPen(theme_color("training"), 2))
            painter.drawRect(room.adjusted(-1.5, -1.5, 1.5, 1.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grid = self.grid()
        if grid is not None:
            at = event.position()
            self.choose(grid.position_at(at.x(), at.y(), self._first_row, len(self._pages.found)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.selected >= 0:
            self.activated.emit(self.selected)

    def wheelEvent(self, event: QWheelEvent) -> None:
        grid = self.grid()
        if grid is not None:
            rows = 3 if grid.columns == 1 else 1
            self.scroll_to(self._first_row - round(event.angleDelta().y() / WHEEL_NOTCH * rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid, key, count = self.grid(), Qt.Key(event.key()), len(self._pages.found)
        if grid is None or not count:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected >= 0:
            self.activated.emit(self.selected)
            return
        page = grid.visible_rows * grid.columns
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -grid.columns, Qt.Key.Key_Down: grid.columns,
            Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page, Qt.Key.Key_Home: -count, Qt.Key.Key_End: count,
        }  # fmt: skip
        if key not in steps:
            super().keyPressEvent(event)
        elif self.selected < 0:
            self.choose(self.first_position)
        else:
            self.choose(max(0, min(self.selected + steps[key], count - 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scroll_to(self._first_row)

    def _on_look_changed(self) -> None:
        super()._on_look_changed()
        self.scroll_to(self._first_row)
