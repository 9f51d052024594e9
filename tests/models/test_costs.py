"""Costs: multiply-adds as torch counts them, memory as hooks see it, receptive fields as gradients reach."""

from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from explorer.gallery import ids, load
from models.build import build
from models.costs import Cost, costs, num_values, total
from models.layer import LayerSpec
from models.layers import LAYERS
from models.layers.activation import Activation
from models.layers.avg_pool2d import AvgPool2d
from models.layers.backbone import Backbone
from models.layers.conv2d import Conv2d
from models.layers.conv_transpose2d import ConvTranspose2d
from models.layers.dense import Dense
from models.layers.dropout import Dropout
from models.layers.flatten import Flatten
from models.layers.max_pool2d import MaxPool2d
from models.layers.patch_embedding import PatchEmbedding
from models.layers.repeat import Repeat
from models.layers.reshape import Reshape
from models.layers.residual import Residual
from models.layers.self_attention import SelfAttention
from models.layers.upsample import Upsample
from models.network import EncoderDecoder, NetworkSpec, Single
from models.port import DataPorts, Port
from models.reach import WHOLE, Reach
from models.resolve import Resolved, ResolvedNetwork, resolve
from tests.models.test_any_block import LIGHT, PORTS, blocks_of, fitting_stacks, samples

SLOW = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
INNER = (nn.Linear, nn.Softmax, nn.RNNBase)  # what blocks hold inside that keeps values


def of(port: Port, *blocks: LayerSpec) -> Resolved:
    return resolve(Single(network=NetworkSpec(blocks=blocks)), DataPorts(port, num_classes=10, vocabulary=7))


def told(network: ResolvedNetwork) -> Cost:
    cost = total(network, costs(network))
    assert cost is not None
    return cost


class Recorder:
    """Hooks on blocks and on what they hold inside."""

    def __init__(self, network: ResolvedNetwork, module: nn.Module) -> None:
        self.num_values = self.uncounted_macs = 0
        self._inner: list[Tensor] = []
        paths = {block.path.removeprefix(f"architecture.{network.name}.") for block in network.flat()}
        for name, part in module.named_modules():
            if name in paths:
                part.register_forward_hook(self._record_block)
            elif isinstance(part, INNER):
                part.register_forward_hook(self._record_inner)

    def _record_block(self, module: nn.Module, inputs: Any, output: Tensor) -> None:
        if not any(output is given for given in self._inner):  # a block may give what its last layer gives
            self.num_values += output.numel()

    def _record_inner(self, module: nn.Module, inputs: Any, output: Any) -> None:
        given: Tensor = output[0] if isinstance(output, tuple) else output
        self._inner.append(given)
        self.num_values += given.numel()
        if isinstance(module, nn.LSTM):  # one operation to the counter, which does not know it
            matrices = [weights.numel() for weights in module.parameters() if weights.dim() > 1]
            self.uncounted_macs += given.shape[1] * sum(matrices)


def measured(resolved: Resolved) -> dict[str, tuple[int, int]]:
    """Multiply-adds and values of every network for one sample, as torch has them."""
    found, memory = {}, None
    for network, module in zip(resolved.networks.values(), build(resolved).values(), strict=True):
        recorder = Recorder(network, module.train())
        with FlopCounterMode(display=False) as counter:
            memory = module(samples(network.in_port, 1), memory)
        found[network.name] = counter.get_total_flops() // 2 + recorder.uncounted_macs, recorder.num_values
    return found


def assert_told_right(resolved: Resolved) -> None:
    networks = resolved.networks.values()
    found = measured(resolved)
    assert {network.name: told(network).num_macs for network in networks} == {
        name: num_macs for name, (num_macs, _) in found.items()
    }
    if not any(isinstance(block.layer, Repeat) for network in networks for block in network.flat()):
        # The copies of repeated blocks have other names, by which the hooks do not find them.
        assert {network.name: told(network).num_values for network in networks} == {
            name: num_values for name, (_, num_values) in found.items()
        }


@pytest.mark.parametrize("experiment_id", ids())
def test_the_gallerys_costs_are_what_torch_counts(experiment_id: str) -> None:
    experiment = load(experiment_id)
    resolved = resolve(experiment.architecture, experiment.data.facts().ports)
    if not resolved.problems:
        assert_told_right(resolved)


@pytest.mark.parametrize("kind", [kind for kind in LAYERS if kind in LIGHT], ids=lambda kind: kind.__name__)
def test_a_blocks_costs_are_what_torch_counts(kind: type[LayerSpec]) -> None:
    num_checked = 0

    @SLOW
    @given(st.data())
    def check(data: st.DataObject) -> None:
        nonlocal num_checked
        block = data.draw(blocks_of(kind))
        port = data.draw(PORTS[data.draw(st.sampled_from(kind.accepts))])
        resolved = of(port, block)
        if kind.needs_memory:
            encoder, decoder = NetworkSpec(blocks=(Dropout(),)), NetworkSpec(blocks=(block,))
            memory = data.draw(PORTS["sequence"])
            resolved = resolve(EncoderDecoder(encoder=encoder, decoder=decoder), DataPorts(memory, port))
        if not resolved.problems:
            num_checked += 1
            assert_told_right(resolved)

    check()
    assert num_checked


@SLOW
@given(fitting_stacks())
def test_the_costs_of_a_stack_are_what_torch_counts(fitting: tuple[NetworkSpec, DataPorts]) -> None:
    network, data = fitting
    assert_told_right(resolve(Single(network=network), data))


@pytest.mark.parametrize(
    ("model", "shape"),
    [("resnet18", (3, 64, 96)), ("resnet18", (1, 33, 50)), ("mobilenet_v3_small", (3, 70, 64)),
     ("mobilenet_v3_small", (4, 65, 65)), ("vit_b_16", (1, 224, 224))],
)  # fmt: skip
def test_the_backbones_costs_are_what_torch_counts(model: Any, shape: tuple[int, ...]) -> None:
    resolved = of(Port("image", shape), Backbone(model=model))
    (network,) = resolved.networks.values()
    (module,) = build(resolved).values()
    with FlopCounterMode(display=False) as counter:
        module.train()(samples(network.in_port, 1))
    assert told(network).num_macs == counter.get_total_flops() // 2


def test_blocks_whose_output_is_not_known_have_no_costs() -> None:
    (network,) = of(Port("image", (1, 8, 8)), Conv2d(), Conv2d(kernel_size=9), Flatten()).networks.values()
    known = costs(network)
    assert list(known) == ["architecture.network.blocks.0"]
    assert total(network, known) is None


@SLOW
@given(fitting_stacks())
def test_the_quick_count_of_values_is_the_whole_one(fitting: tuple[NetworkSpec, DataPorts]) -> None:
    (network,) = resolve(Single(network=fitting[0]), fitting[1]).networks.values()
    assert num_values(network.blocks, network.context) == told(network).num_values


def test_a_multiply_add_is_two_operations_and_a_value_four_bytes() -> None:
    (network,) = of(Port("vector", (3,)), Dense(units=5)).networks.values()
    cost = told(network)
    assert (cost.num_macs, cost.flops, cost.activation_bytes) == (15, 30, 20)


# --- receptive fields ---


def reach_of(*blocks: LayerSpec, port: Port | None = None) -> Reach | None:
    (network,) = of(port or Port("image", (1, 256, 256)), *blocks).networks.values()
    assert not network.problems
    return costs(network)[network.blocks[-1].path].reach


def size_of(*blocks: LayerSpec) -> int | None:
    reach = reach_of(*blocks)
    assert reach is not None
    return reach.num_places


def vgg16() -> list[LayerSpec]:
    blocks: list[LayerSpec] = []
    for convolutions in (2, 2, 3, 3, 3):
        blocks += [Conv2d(out_channels=1, padding=1)] * convolutions + [MaxPool2d()]
    return blocks


def test_receptive_fields_of_known_networks() -> None:
    lenet = (Conv2d(kernel_size=5), Activation(), AvgPool2d(), Conv2d(kernel_size=5), AvgPool2d())
    assert [size_of(*lenet[: count + 1]) for count in range(5)] == [5, 5, 6, 14, 16]
    assert size_of(*vgg16()) == 212
    residual = Residual(blocks=(Conv2d(out_channels=1, padding=1), Conv2d(out_channels=1, padding=1)))
    assert size_of(Conv2d(out_channels=1, kernel_size=7, stride=2), MaxPool2d(kernel_size=3, stride=2), residual) == 27
    assert size_of(Repeat(n=3, blocks=(Conv2d(out_channels=1, padding=1),))) == 7
    assert size_of(ConvTranspose2d(out_channels=1), Conv2d(out_channels=1, padding=1)) == 3
    assert size_of(MaxPool2d(), Upsample(), Conv2d(out_channels=1)) == 4


def test_where_a_receptive_field_is_the_whole_input_or_not_defined() -> None:
    assert reach_of(Flatten()) == reach_of(Flatten(), Dense(units=1)) == WHOLE
    sequence = Port("sequence", (8, 6))
    assert reach_of(SelfAttention(heads=2), port=sequence) == WHOLE
    assert reach_of(Dense(), port=sequence) == Reach(1, 1)  # type: ignore[arg-type]
    assert reach_of(Reshape(shape=(256, 256))) is None
    assert reach_of(Reshape(shape=(256, 256)), Flatten()) == WHOLE
    assert reach_of(Activation(), port=Port("vector", (3,))) is None
    assert size_of(PatchEmbedding(side=4)) == 4


WINDOWS = st.one_of(
    st.builds(Conv2d, out_channels=st.just(1), kernel_size=st.integers(1, 4), stride=st.integers(1, 3)),
    st.builds(AvgPool2d, kernel_size=st.integers(1, 3), stride=st.integers(1, 3)),
    st.builds(
        lambda blocks: Residual(blocks=tuple(blocks)),
        st.lists(
            st.sampled_from([1, 3, 5]).map(lambda k: Conv2d(out_channels=1, kernel_size=k, padding="same")), max_size=2
        ),
    ),
)


@SLOW
@given(st.lists(WINDOWS, min_size=1, max_size=4))
def test_a_receptive_field_is_what_the_gradient_reaches(blocks: list[LayerSpec]) -> None:
    resolved = of(Port("image", (1, 61, 61)), *blocks)
    assume(not resolved.problems)
    (network,) = resolved.networks.values()
    reach = costs(network)[network.blocks[-1].path].reach
    assert reach is not None
    assert reach.size is not None
    (module,) = build(resolved).values()
    for weights in module.parameters():
        nn.init.ones_(weights)
    image = torch.zeros(1, 1, 61, 61, requires_grad=True)
    out = module(image)
    middle = out.shape[-1] // 2
    (gradient,) = torch.autograd.grad(out[0, 0, middle, middle], image)
    seen = gradient[0, 0].nonzero()
    span = int(seen[:, 0].max() - seen[:, 0].min()) + 1
    inside = seen.min() > 0 and seen.max() < 60
    assert span == reach.size if inside else span <= reach.size
