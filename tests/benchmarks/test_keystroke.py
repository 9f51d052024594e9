"""How long it takes from a keystroke in a block's form to all shapes, parameters and problems of a large network.

python -m pytest tests/benchmarks/test_keystroke.py --benchmark-only -s
"""

from itertools import cycle

from pytest_benchmark.fixture import BenchmarkFixture

from explorer import edits
from explorer.spec import Experiment
from models.layers.activation import Activation
from models.layers.batch_norm import BatchNorm
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.residual import Residual
from models.network import NetworkSpec, Single
from ui.editors.facts import Facts, facts_of
from ui.spec_store import SpecStore

TOP = "architecture.network.blocks"
LONGEST_S = 0.005


def hundred_blocks() -> Experiment:
    """A residual network of 100 blocks."""
    inside = (Conv2d(padding=1), BatchNorm(), Activation())
    blocks = (Conv2d(padding=1), *[Residual(blocks=inside)] * 24, Activation(), Flatten(), Dense(units="classes"))
    experiment = Experiment(architecture=Single(network=NetworkSpec(blocks=blocks)))
    (network,) = facts_of(experiment).resolved.networks.values()
    assert len(list(network.flat())) == 100
    return experiment


def test_a_keystroke_in_a_network_of_100_blocks(benchmark: BenchmarkFixture) -> None:
    store = SpecStore(hundred_blocks())
    seen: list[Facts] = []
    store.spec_changed.connect(lambda experiment: seen.append(facts_of(experiment)))
    kernels = cycle((1, 3))

    def keystroke() -> None:
        changed = edits.replace(store.experiment, f"{TOP}.0.kernel_size", next(kernels))
        store.set(changed, "kernel")

    benchmark(keystroke)
    assert not seen[1].problems
    assert seen[-1].resolved.num_params != seen[-2].resolved.num_params
    print(f"\na keystroke among 100 blocks: median {benchmark.stats.stats.median * 1000:.2f} ms")
    assert benchmark.stats.stats.median <= LONGEST_S
