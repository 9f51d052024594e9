"""The bar across the top: name, menus, the experiment's title, the tabs, the device and the language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QMenuBar, QPushButton, QSizePolicy, QWidget

from ui.text import bind, follow_language, language, tr
from ui.theme import GRID, set_role

if TYPE_CHECKING:
    from explorer.events import Device


class TopBar(QWidget):
    """Shows where one is and on which device one trains; the window decides what its buttons do."""

    device_chosen = Signal(str)  # "auto" or an id as torch names it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_bar = QMenuBar()
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._title = QLabel()
        self._tabs = QButtonGroup(self)
        self._tab_row = QHBoxLayout()
        self.device = QComboBox()
        self.language = QPushButton()
        self._devices: Sequence[Device] = ()
        self._fill()
        self.device.setMinimumContentsLength(12)
        self.device.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.device.activated.connect(lambda _row: self.device_chosen.emit(self.device.currentData()))
        bind(self.device, "setAccessibleName", "Device")
        bind(self.device, "setToolTip", "Where the next run trains.")
        bind(self.language, "setToolTip", "Switch the language.")
        self._show_devices()
        follow_language(self, self._show_devices)
        follow_language(self, self._show_language)
        self._show_language()

    def add_tab(self, action: QAction) -> None:
        """A tab that triggers the action and is checked with it."""
        button = QPushButton()
        button.setCheckable(True)
        set_role(button, "tab")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(action.text())
        action.changed.connect(lambda: button.setText(action.text()))
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        button.setToolTip(action.shortcut().toString())
        self._tabs.addButton(button, self._tab_row.count())
        self._tab_row.addWidget(button)

    def show_tab(self, index: int) -> None:
        """Check the tab at `index`; none when it is -1."""
        self._tabs.setExclusive(index >= 0)
        for button in self._tabs.buttons():
            button.setChecked(self._tabs.id(button) == index)

    def show_title(self, title: str, *, is_modified: bool) -> None:
        """The experiment's title, starred when it holds unsaved changes."""
        self._title.setText(f"{title} *" if is_modified else title)

    def show_devices(self, devices: "Sequence[Device]") -> None:
        """Offer these devices, and "automatic" before them; keeps the choice if it is still there."""
        self._devices = devices
        self._show_devices()

    def choose_device(self, device: str) -> None:
        """Show `device` as chosen, if it is offered."""
        row = self.device.findData(device)
        if row >= 0:
            self.device.setCurrentIndex(row)

    def _show_devices(self) -> None:
        chosen = self.device.currentData() or "auto"
        self.device.clear()
        self.device.addItem(tr("automatic"), "auto")
        for device in self._devices:
            memory = f" · {device.memory_bytes / 2**30:.0f} GB" if device.memory_bytes else ""
            self.device.addItem(device.label + memory, device.id)
        self.choose_device(chosen)

    def _show_language(self) -> None:
        self.language.setText("EN" if language.name == "zh_CN" else "中")
        self.language.setAccessibleName("English" if language.name == "zh_CN" else "中文")

    def _fill(self) -> None:
        name = QLabel("Neural Explorer")
        set_role(name, "title")
        set_role(self._title, "muted")
        set_role(self, "bar")
        set_role(self.language, "tab")
        for widget in (self.device, self.language):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(name)
        layout.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addLayout(self._tab_row)
        layout.addStretch(1)
        layout.addWidget(self.device)
        layout.addWidget(self.language)
