"""View: attention - every head of every layer small, one of them large with its words, and where each output looks."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from explorer.held import BlockPart
from explorer.probes.attention import Attention as AttentionProbe
from explorer.snapshots import AttentionSnapshot
from explorer.spec import Experiment
from explorer.words import spelled
from models.number_text import fixed_text
from ui.part_menu import PartMenu, Seen
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.theme import ColormapName
from ui.widgets.attention_flow import AttentionFlow
from ui.widgets.color_bar import ColorBar
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.sample_picker import SamplePicker

COLORMAP: ColormapName = "cividis"
HEADED = ("self", "cross")  # kinds of attention whose heads can be silenced one by one
LARGE_WEIGHT = 1.5  # the large head is what the eye meets first


class Attention(SnapshotView):
    """Rows are targets, columns are sources; every row sums to 1."""

    kind: ClassVar[str] = "attention"
    title: ClassVar[str] = "Attention"
    about: ClassVar[str] = "Where every head of every layer looks for the pinned sample."
    probe_type = AttentionProbe
    snapshot_type = AttentionSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = (0, 0)  # layer, head
        self._columns = 1
        self._picker = SamplePicker(self)
        color_bar = ColorBar(self)
        color_bar.show_range(0, 1, COLORMAP)
        for control in (self._picker, color_bar):
            self.add_control(control)
        self._large = Heatmap(self, square=True, hide_zeros=True)
        self._heads = ImageMosaic(self)
        self._flow = AttentionFlow(self)
        self._build()
        self._picker.picked.connect(self.pin_requested)
        self._heads.tile_clicked.connect(self._on_tile_clicked)
        self._large.cell_hovered.connect(self._on_cell_hovered)
        PartMenu(self, self._heads, self._head_at)
        PartMenu(self, self._large, lambda _place: self._seen(*self._chosen_now()))

    def probe(self) -> AttentionProbe:
        return AttentionProbe()

    def reset(self, experiment: Experiment) -> None:
        self._picker.set_facts(experiment.facts())
        self._chosen = (-1, 0)
        super().reset(experiment)

    def select_head(self, layer: int, head: int) -> None:
        """Show this head large."""
        self._chosen = (layer, head)
        if self.snapshot is not None:
            self.draw()

    def show_changes(self) -> None:
        if self.snapshot is None or not self.snapshot.weights:
            return
        seen = {tile: self._seen(*divmod(tile, self._columns)) for tile in range(self._heads.num_tiles)}
        silent = {one for path, _ in self.snapshot.layers for one in self.silent_in(path)}
        struck = frozenset(tile for tile, one in seen.items() if one is not None and one.part in silent)
        self._heads.strike(struck)
        layer, head = self._chosen_in(self.snapshot)
        is_struck = layer * self._columns + head in struck
        self._large.strike(frozenset(range(len(self.snapshot.weights[layer][head])) if is_struck else ()))

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        layers = zip(self.snapshot.layers, self.snapshot.weights, strict=True)
        return {f"{path}.{kind}": weights for (path, kind), weights in layers}

    def draw(self) -> None:
        snapshot: AttentionSnapshot = self.snapshot
        if not snapshot.weights:
            return
        self._picker.show_sample(snapshot.sample.split, snapshot.sample.index)
        names = layer_names(snapshot.layers)
        self._draw_heads(snapshot, names)
        layer, head = self._chosen_in(snapshot)
        weights_TS = snapshot.weights[layer][head]
        targets, sources = snapshot.target_tokens[layer], snapshot.source_tokens[layer]
        self._large.show_values(weights_TS, (0.0, 1.0, COLORMAP), HeatmapWords(targets, sources))
        self._flow.show_weights(weights_TS, targets, sources)
        self.show_changes()
        self._parts.refit()
        sample = snapshot.sample
        pieces = [Piece(tr("{layer} · head {head}", layer=names[layer], head=head + 1), "text")]
        if sample.tokens and len(sample.tokens) <= 32:
            arrow = f" → {sample.predicted}" if sample.predicted else ""
            pieces.append(Piece(spelled(sample.tokens) + arrow))
        elif sample.is_given:
            pieces.append(Piece(tr("your own sample")))
        elif sample.truth:
            pieces.append(Piece(f"“{sample.truth}”"))
        self.describe([*pieces, self.step_piece()])

    def _build(self) -> None:
        side = FillingSplitter(self._heads, self._flow, self)
        self._parts = FillingSplitter(self._large, side, self, weight=LARGE_WEIGHT)
        self.set_content(self._parts)

    def _chosen_in(self, snapshot: AttentionSnapshot) -> tuple[int, int]:
        """The chosen head, or at first the first head of the last layer."""
        layer, head = self._chosen
        layer = layer if 0 <= layer < len(snapshot.weights) else len(snapshot.weights) - 1
        return layer, min(head, len(snapshot.weights[layer]) - 1)

    def _draw_heads(self, snapshot: AttentionSnapshot, names: list[str]) -> None:
        self._columns = max(len(weights) for weights in snapshot.weights)
        tiles: list[npt.NDArray[np.floating] | None] = []
        for weights_HTS in snapshot.weights:
            tiles += [*weights_HTS, *[None] * (self._columns - len(weights_HTS))]
        self._heads.set_table(self._columns, names)
        self._heads.show_tiles(tiles, 0, 1, COLORMAP)
        layer, head = self._chosen_in(snapshot)
        self._heads.select(layer * self._columns + head)

    def _head_at(self, place: QPointF | None) -> Seen | None:
        tile = self._heads.selected if place is None else self._heads.tile_at(place)
        return self._seen(*divmod(tile, self._columns)) if tile >= 0 else None

    def _chosen_now(self) -> tuple[int, int]:
        return (-1, 0) if self.snapshot is None else self._chosen_in(self.snapshot)

    def _seen(self, layer: int, head: int) -> Seen | None:
        """A head of a layer, which can be silenced; attention that pools positions has none of its own."""
        if self.snapshot is None or not (0 <= layer < len(self.snapshot.layers)):
            return None
        path, kind = self.snapshot.layers[layer]
        if head >= len(self.snapshot.weights[layer]):
            return None
        if kind not in HEADED:
            return Seen(path)
        return Seen(path, BlockPart(path, head, "head", "cross" if kind == "cross" else "self"))

    def _on_tile_clicked(self, tile: int) -> None:
        layer, head = divmod(tile, self._columns)
        if head < len(self.snapshot.weights[layer]):
            self.select_head(layer, head)

    def _on_cell_hovered(self, target: int, source: int) -> None:
        self._flow.choose(target)
        if target < 0 or self.snapshot is None:
            self.reading.show_text("")
            return
        layer, head = self._chosen_in(self.snapshot)
        row = self.snapshot.weights[layer][head][target]
        words = tr(
            "“{target}” ({row}) looks at “{seen}” ({column})",
            target=self.snapshot.target_tokens[layer][target], row=target + 1,
            seen=self.snapshot.source_tokens[layer][source], column=source + 1,
        )  # fmt: skip
        total = tr("row sums to {sum}", sum=fixed_text(float(row.sum()), 4))
        value = fixed_text(float(row[source]), 6)
        self.reading.show_pieces((Piece(value, "text", bold=True), Piece(words), Piece(total, "faint")))


def layer_names(layers: tuple[tuple[str, str], ...]) -> list[str]:
    """What each attention is called: "decoder 2 · cross", or "layer 2" where there is one network and one kind."""
    networks = [path.split(".")[1] for path, _ in layers]
    is_plain = len(set(networks)) == 1 and all(kind == "self" for _, kind in layers)
    seen: dict[tuple[str, str], int] = {}
    names = []
    for network, (_, kind) in zip(networks, layers, strict=True):
        number = seen[network, kind] = seen.get((network, kind), 0) + 1
        names.append(tr("layer {number}", number=number) if is_plain else _name(network, kind, number))
    return names


def _name(network: str, kind: str, number: int) -> str:
    part = {"encoder": tr("encoder"), "decoder": tr("decoder")}.get(network, tr("layer"))
    kinds = {"self": tr("self"), "cross": tr("cross"), "pooling": tr("pooling")}
    return f"{part} {number} · {kinds.get(kind, kind)}"
