"""A small network that suits given data, as an experiment that can be trained at once."""

from typing import Any

from explorer.dataset import DataFacts, DatasetSpec
from explorer.spec import Experiment
from models.port import Port
from models.text import Text

RELU = {"kind": "activation", "function": "relu"}
EPOCHS, MOST_BATCH = 20, 64


def suitable(data: DatasetSpec, title: str = "") -> Experiment:
    """An experiment with these data: a network of their kind, small enough to see it learn on any machine."""
    facts = data.facts()
    plan: dict[str, Any] = {
        "title": title or str(Text(data.label)),
        "data": data,
        "architecture": _architecture(facts),
        "training": {
            "objective": {"kind": _objective(facts)},
            "optimizer": {"kind": "adam", "learning_rate": 0.003},
            "batch_size": _batch_size(facts.num_samples["train"]),
            "limit": {"kind": "epochs", "count": EPOCHS},
        },
    }
    return Experiment.model_validate(plan)


def _objective(facts: DataFacts) -> str:
    kinds = {"class": "classify", "value": "regress", "next": "predict_next", "tokens": "translate"}
    return kinds.get(facts.target, "reconstruct")


def _batch_size(num_train: int) -> int:
    """A power of two that leaves at least four steps to an epoch."""
    size = MOST_BATCH
    while size > 1 and size * 4 > num_train:
        size //= 2
    return size


def _architecture(facts: DataFacts) -> dict[str, Any]:
    port = facts.ports.input
    if facts.target == "tokens":
        return {"kind": "encoder_decoder", "encoder": {"blocks": _reader()}, "decoder": {"blocks": _writer()}}
    if facts.target == "next":
        return _single([*_embedded(), _encoder(causal=True), {"kind": "layer_norm"}, _dense("vocabulary")])
    if facts.target == "none":
        return _single(_autoencoder(port))
    return _single([*_body(port), _dense("classes" if facts.target == "class" else max(1, len(facts.value_names)))])


def _body(port: Port) -> list[dict[str, Any]]:
    """Blocks that turn a sample into a vector."""
    match port.kind:
        case "vector":
            return [_dense(32), RELU, _dense(32), RELU]
        case "sequence":
            return [{"kind": "recurrent", "cell": "gru", "units": 48}]
        case "tokens":
            return [{"kind": "embedding", "units": 48}, {"kind": "mean_positions"}]
    blocks, side = list[dict[str, Any]](), min(port.shape[1:])
    for channels in (16, 32, 64):
        blocks += [{"kind": "conv2d", "out_channels": channels, "kernel_size": 3, "padding": 1}, RELU]
        if side >= 4:
            blocks.append({"kind": "max_pool2d", "kernel_size": 2})
            side //= 2
        if side < 8 and channels > 16:
            break
    return [*blocks, {"kind": "flatten"}, _dense(64), RELU]


def _autoencoder(port: Port) -> list[dict[str, Any]]:
    narrow = [_dense(64), RELU, _dense(16), _dense(64), RELU, _dense(port.size)]
    before = [] if port.kind == "vector" else [{"kind": "flatten"}]
    after = [] if port.kind == "vector" else [{"kind": "reshape", "shape": list(port.shape)}]
    return [*before, *narrow, *after]


def _embedded() -> list[dict[str, Any]]:
    return [{"kind": "embedding", "units": 64, "scale": True}, {"kind": "positions", "encoding": "sinusoidal"}]


def _reader() -> list[dict[str, Any]]:
    return [*_embedded(), _encoder(causal=False), {"kind": "layer_norm"}]


def _writer() -> list[dict[str, Any]]:
    block = {"kind": "decoder_block", "heads": 2, "ff_units": 128, "norm": "first"}
    return [*_embedded(), block, {"kind": "layer_norm"}, _dense("vocabulary")]


def _encoder(*, causal: bool) -> dict[str, Any]:
    return {"kind": "encoder_block", "heads": 2, "ff_units": 128, "causal": causal, "norm": "first"}


def _dense(units: int | str) -> dict[str, Any]:
    return {"kind": "dense", "units": units}


def _single(blocks: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": "single", "network": {"blocks": blocks}}
