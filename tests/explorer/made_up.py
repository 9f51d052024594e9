"""Made-up experiments for property tests: any blocks, data, objective and architecture, fitting or not."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from explorer.datasets import DATASETS
from explorer.objectives import OBJECTIVES
from explorer.spec import Experiment
from explorer.training import Training
from models.layer import CompositeSpec, LayerSpec
from models.layers import LAYERS
from models.layers.parallel import Branch
from models.network import EncoderDecoder, Gan, NetworkSpec, Single
from models.options import OPTION_LABELS

NUMBERS = (0, 1, 2, 3, 4, 5, 7, 8, 10, 16, 48, 64, 100, 1000, 1024, 65_536, 10**6, 10**9, 0.1, 0.5, 1.0, 50.0)
SHAPES = ((1, 8, 8), (64,), (8, 8), (4, 4, 4), (10**6, 10**6, 10**6))
POOL = (*NUMBERS, *SHAPES, *OPTION_LABELS, True, False, None)


@cache
def allowed(spec: type[BaseModel]) -> dict[str, list[Any]]:
    """The values of the pool that each field of a spec allows."""
    found: dict[str, list[Any]] = {}
    for name in spec.model_fields:
        values = [value for value in POOL if _is_allowed(spec, name, value)]
        if name != "kind" and values:
            found[name] = values
    return found


def _is_allowed(spec: type[BaseModel], name: str, value: Any) -> bool:
    try:
        made = getattr(spec.model_validate({name: value}), name)
    except ValidationError:
        return False
    return type(made) is type(value)


def specs(spec: type[BaseModel]) -> st.SearchStrategy[Any]:
    """A spec with some of its fields set to any value that they allow."""
    fields = {name: st.sampled_from(values) for name, values in allowed(spec).items()}
    return st.fixed_dictionaries({}, optional=fields).map(spec.model_validate)


def blocks(depth: int = 2) -> st.SearchStrategy[LayerSpec]:
    """Any block; composites hold up to three others."""
    kinds = [layer for layer in LAYERS if depth or not issubclass(layer, CompositeSpec)]
    return st.sampled_from(kinds).flatmap(lambda kind: _block(kind, depth))


def _block(kind: type[LayerSpec], depth: int) -> st.SearchStrategy[LayerSpec]:
    if not issubclass(kind, CompositeSpec):
        return specs(kind)
    name = "branches" if "branches" in kind.model_fields else "blocks"
    inside: st.SearchStrategy[Any] = st.lists(blocks(depth - 1), max_size=3).map(tuple)
    if name == "branches":
        inside = st.lists(inside.map(lambda inner: Branch(blocks=inner)), max_size=3).map(tuple)
    return st.builds(lambda block, inner: block.model_copy(update={name: inner}), specs(kind), inside)


def networks(most: int = 5) -> st.SearchStrategy[NetworkSpec]:
    """A network of any blocks."""
    return st.lists(blocks(), max_size=most).map(lambda chosen: NetworkSpec(blocks=tuple(chosen)))


ARCHITECTURES = st.one_of(
    st.builds(Single, network=networks()),
    st.builds(EncoderDecoder, encoder=networks(3), decoder=networks(3)),
    st.builds(Gan, noise=st.sampled_from([1, 8, 64]), generator=networks(3), discriminator=networks(3)),
)
DATA = st.sampled_from(DATASETS).flatmap(specs)
TRAINING = st.builds(
    Training, objective=st.sampled_from(OBJECTIVES).flatmap(specs), batch_size=st.sampled_from([1, 64, 65_536])
)
EXPERIMENTS = st.builds(Experiment, data=DATA, architecture=ARCHITECTURES, training=TRAINING)
