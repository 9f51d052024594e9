"""Remedies for what does not go with a loss: squashed scores, mixed samples, metrics that it does not tell."""

from collections.abc import Iterator

from explorer.early_stopping import NotEarly
from explorer.remedy import Attempt, Case
from models.layers.instance_norm import InstanceNorm
from models.layers.layer_norm import LayerNorm

LOSS = "training.objective.loss"


def for_squashed_scores(case: Case) -> Iterator[Attempt]:
    """Without the activation, or with a loss that takes bounded scores."""
    yield case.remove(case.place)
    yield from _other_losses(case)


def for_mixed_batch(case: Case) -> Iterator[Attempt]:
    """A normalisation of every sample by itself, or another loss."""
    port = case.block.in_port
    if port is not None and port.kind == "image":
        yield case.turn(case.place, InstanceNorm)
    yield case.turn(case.place, LayerNorm)
    yield from _other_losses(case)


def for_large_step(case: Case) -> Iterator[Attempt]:
    """Smaller batches, or fewer of them in a step."""
    num_samples, count = case.params["num_samples"], case.params["count"]
    if isinstance(num_samples, int) and isinstance(count, int):
        yield case.choose("training.batch_size", num_samples // count)
        batches = num_samples // case.experiment.training.batch_size
        yield case.choose("training.objective.critic_steps", batches)


def for_absent_metric(case: Case) -> Iterator[Attempt]:
    """A metric that the objective tells, or no early stopping."""
    for metric in case.experiment.training.objective.watchable:
        yield case.choose(case.place, metric)
    yield case.turn("training.early_stopping", NotEarly)


def _other_losses(case: Case) -> Iterator[Attempt]:
    if "loss" in type(case.experiment.training.objective).model_fields:
        for loss in ("lsgan", "hinge", "bce"):
            yield case.choose(LOSS, loss)
