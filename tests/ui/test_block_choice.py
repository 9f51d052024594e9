"""Which block a view looks at first, and when it stays with the one that was chosen."""

import pytest

from explorer.gallery import load
from models.resolve import ResolvedBlock, resolve
from ui.block_choice import first_answer, place_of


def blocks_of(name: str) -> list[ResolvedBlock]:
    experiment = load(name)
    networks = resolve(experiment.architecture, experiment.data.facts().ports).networks
    return [block for network in networks.values() for block in network.flat()]


@pytest.mark.parametrize(("name", "kind"), [("cnn-digits", "activation"), ("mlp-digits", "activation"),
                                            ("lstm-digits", "recurrent"), ("transformer-lm", "embedding")])  # fmt: skip
def test_the_first_block_that_learns_with_its_activation(name: str, kind: str) -> None:
    blocks = blocks_of(name)
    assert blocks[first_answer(blocks)].layer.kind == kind


def test_a_chosen_block_stays_chosen_only_where_there_is_one_of_its_kind() -> None:
    cnn, mlp = blocks_of("cnn-digits"), blocks_of("mlp-digits")
    assert place_of(cnn[2], cnn) == 2
    assert cnn[0].path == mlp[0].path
    assert place_of(cnn[0], mlp) == first_answer(mlp)
    assert place_of(None, []) == 0
