"""What one network tells another: an encoder's output at every decoder block, a generator's samples at the judge."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from models.resolve import ResolvedNetwork
from ui.canvas.layout import Box, Layout
from ui.widgets.painted import theme_color

REACH = 36.0  # how far a curve leaves before it turns


def link_ends(networks: Sequence[ResolvedNetwork], layout: Layout) -> list[tuple[Box, Box, str]]:
    """From where to where, and in which colour."""
    names = {network.name: network for network in networks}
    if "encoder" in names and "decoder" in names:
        readers = [block for block in names["decoder"].flat() if block.layer.needs_memory]
        return _found(layout, names["encoder"], [block.path for block in readers], "training")
    if "generator" in names and "discriminator" in names:
        return _found(layout, names["generator"], ["architecture.discriminator"], "generator")
    return []


def make_link(start: Box, end: Box, layout: Layout, color: str) -> QGraphicsPathItem:
    """A curve from the side of one box to the side of another."""
    path = QPainterPath()
    if layout.flow == "down":
        first, last = QPointF(start.right, start.centre[1]), QPointF(end.x, end.centre[1])
        path.moveTo(first)
        path.cubicTo(first + QPointF(REACH, 0), last - QPointF(REACH, 0), last)
        head = (QPointF(-7, -4), QPointF(-7, 4))
    else:
        first, last = QPointF(start.centre[0], start.bottom), QPointF(end.centre[0], end.y)
        path.moveTo(first)
        path.cubicTo(first + QPointF(0, REACH), last - QPointF(0, REACH), last)
        head = (QPointF(-4, -7), QPointF(4, -7))
    for side in head:
        path.moveTo(last)
        path.lineTo(last + side)
    item = QGraphicsPathItem(path)
    item.setPen(QPen(theme_color(color), 1.5))
    item.setOpacity(0.8)
    item.setZValue(5)
    item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
    return item


def _found(layout: Layout, source: ResolvedNetwork, targets: Sequence[str], color: str) -> list[tuple[Box, Box, str]]:
    if not source.blocks:
        return []
    start = layout.box_of(source.blocks[-1].path)
    ends = [layout.box_of(target) for target in targets]
    return [(start, end, color) for end in ends if start is not None and end is not None]
