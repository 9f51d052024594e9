"""Several widgets in one place, one of them seen; unlike QStackedWidget it has no background of its own."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.widgets.filling_splitter import Filling


class Pages(QWidget):
    """Shows the page that was added first until another one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QStackedLayout(self)

    def add(self, page: QWidget) -> None:
        self._layout.addWidget(page)

    @property
    def current(self) -> QWidget | None:
        return self._layout.currentWidget()

    def show_page(self, page: QWidget) -> None:
        if page is not self.current:
            self._layout.setCurrentWidget(page)
            self.updateGeometry()

    def worth(self, size: QSize) -> float:
        """What the page in front is worth to a splitter that fills its space."""
        return self.current.worth(size) if isinstance(self.current, Filling) else 0.0

    def shape_key(self) -> object:
        """What that depends on beside the size."""
        return type(self.current), self.current.shape_key() if isinstance(self.current, Filling) else None

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs; those behind it shall not keep it from being small."""
        page = self.current
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()
