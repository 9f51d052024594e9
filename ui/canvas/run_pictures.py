"""The pictures of a run on the cards of the model, as long as a block is still what it was when the run began."""

from collections.abc import Iterable, Mapping

from explorer.snapshots import BlockOutputsSnapshot
from explorer.spec import Experiment
from models.resolve import ResolvedBlock
from ui.canvas.card_item import CardItem
from ui.canvas.layout import Card
from ui.canvas.thumbnails import attention_thumbnail, input_thumbnail, thumbnail
from ui.editors.facts import Facts, facts_of


class RunPictures:
    """What the blocks of a run answer; nothing while there is no run."""

    def __init__(self) -> None:
        self._facts: Facts | None = None
        self._outputs: BlockOutputsSnapshot | None = None

    @property
    def has_run(self) -> bool:
        """Whether there is a run, whose pictures are here or to come."""
        return self._facts is not None

    def begin(self, experiment: Experiment | None) -> None:
        """A run of this experiment begins, or there is none any more."""
        self._outputs = None
        self._facts = None if experiment is None else facts_of(experiment)

    def take(self, outputs: BlockOutputsSnapshot) -> None:
        """These are the newest answers."""
        self._outputs = outputs

    def show(self, cards: Iterable[Card], items: Mapping[str, CardItem]) -> None:
        """Put every card's picture on its item."""
        for card in cards:
            if card.last is None:
                self._show_input(items[card.path], card.path.removeprefix("architecture."))
            else:
                self._show_output(items[card.path], card, card.last)

    def _show_input(self, item: CardItem, network: str) -> None:
        outputs = self._outputs
        if outputs is not None and network in outputs.tokens:
            item.show_words(outputs.tokens[network])
        elif outputs is not None and network in outputs.inputs:
            item.show_picture(input_thumbnail(outputs.inputs[network]))
        else:
            item.show_picture(None)

    def _show_output(self, item: CardItem, card: Card, last: ResolvedBlock) -> None:
        outputs, facts = self._outputs, self._facts
        if outputs is None or facts is None or not _is_same(last, facts.block(last.path)):
            item.show_picture(None)
        elif card.path in outputs.attention:
            item.show_picture(attention_thumbnail(outputs.attention[card.path]))
        elif last.path in outputs.outputs:
            values = outputs.outputs[last.path]
            item.show_picture(thumbnail(values), stretches=values.ndim == 2)


def _is_same(block: ResolvedBlock, of_run: ResolvedBlock | None) -> bool:
    return of_run is not None and (block.layer.kind, block.out_port) == (of_run.layer.kind, of_run.out_port)
