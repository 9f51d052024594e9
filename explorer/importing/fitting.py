"""An experiment around an imported network: the first data and objective that it fits; torch-free."""

from collections.abc import Iterator
from typing import Any, get_args

from explorer import edits
from explorer.check import check_spec
from explorer.dataset import DatasetSpec
from explorer.datasets import DATASETS
from explorer.objectives import OBJECTIVES
from explorer.spec import Experiment
from explorer.training import Training
from explorer.validation import experiment_from

# Sizes of inputs that blocks find out themselves; they only tell which data the network was made for.
INPUT_SIZES = ("in_features", "in_channels")


def fitted(architecture: dict[str, Any], title: str, place: str) -> Experiment:
    """The experiment; where no data fit, its problems say at which block.

    Raises:
        InputError: when the blocks' settings are none, such as a size beyond all bounds.
    """
    explicit = experiment_from({"format_version": 1, "title": title, "architecture": architecture}, place)
    for data in _candidates():
        for objective in OBJECTIVES:
            training = Training.model_validate({"objective": {"kind": objective.model_fields["kind"].default}})
            tried = explicit.model_copy(update={"data": data, "training": training})
            if objective.architecture == explicit.architecture.kind and not check_spec(tried):
                plain = experiment_from(
                    {"format_version": 1, "title": title, "architecture": _automatic(architecture)}, place
                )
                return _named_sizes(plain.model_copy(update={"data": data, "training": training}))
    return explicit


def _candidates() -> Iterator[DatasetSpec]:
    """Every dataset, in each of its forms."""
    for dataset in DATASETS:
        for name in ("form", "task"):
            field = dataset.model_fields.get(name)
            if field is not None:
                yield from (dataset.model_validate({name: value}) for value in get_args(field.annotation))
                break
        else:
            yield dataset.model_validate({})


def _automatic(value: Any) -> Any:
    """The same blocks, whose input sizes follow from what arrives."""
    if isinstance(value, dict):
        return {key: _automatic(item) for key, item in value.items() if key not in INPUT_SIZES}
    return [_automatic(item) for item in value] if isinstance(value, list) else value


def _named_sizes(experiment: Experiment) -> Experiment:
    """The last dense block's outputs as "classes" or "vocabulary" where they are as many."""
    ports = experiment.data.facts().ports
    part = experiment.architecture.parts[-1]
    blocks = getattr(experiment.architecture, part).blocks
    for name, size in (("classes", ports.num_classes), ("vocabulary", ports.vocabulary)):
        if blocks and size and getattr(blocks[-1], "units", None) == size and blocks[-1].kind == "dense":
            return edits.replace(experiment, f"architecture.{part}.blocks.{len(blocks) - 1}.units", name)
    return experiment
