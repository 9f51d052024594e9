"""What helps against a problem: the catalogue from a problem's code to those who look for remedies."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from pydantic import ValidationError

from explorer.check import check_resolved
from explorer.places import value_at
from explorer.remedies.architectures import for_wrong_architecture, for_wrong_target
from explorer.remedies.backbones import for_backbone_input, for_weights
from explorer.remedies.divisions import for_groups, for_heads, for_odd_rotary, for_positions, for_reshape
from explorer.remedies.futures import for_looking_ahead
from explorer.remedies.inputs import for_input_mismatch
from explorer.remedies.kinds import for_memory_not_sequence, for_no_memory, for_wrong_kind
from explorer.remedies.losses import for_absent_metric, for_large_step, for_mixed_batch, for_squashed_scores
from explorer.remedies.outputs import for_empty_network, for_wrong_output
from explorer.remedies.sizes import for_batch_too_large, for_heavy_batch, for_size_unknown, for_too_large
from explorer.remedies.stacks import for_branches, for_changed_shape, for_changed_sides, for_no_branches, for_too_deep
from explorer.remedies.transforms import for_late_transform, for_transform_without_classes, for_unfit_transform
from explorer.remedies.windows import (
    for_large_padding,
    for_large_window,
    for_output_padding,
    for_patches,
    for_same_with_stride,
)
from explorer.remedy import Attempt, Case, Remedy
from explorer.spec import Experiment
from models.layers.backbone import Backbone
from models.problem import InputError, Problem
from models.resolve import Resolved, resolve

MOST = 4  # more would be a list to study, and no remedy
MOST_ATTEMPTS = 100
TOLD_BY_BUILDING = ("weights_damaged", "weights_missing")  # and by no check

CATALOGUE: dict[str, Callable[[Case], Iterator[Attempt]]] = {
    "backbone_input": for_backbone_input,
    "batch_mixed": for_mixed_batch,
    "batch_takes_too_much": for_heavy_batch,
    "batch_too_large": for_batch_too_large,
    "branches_do_not_fit": for_branches,
    "empty_network": for_empty_network,
    "groups_leave_a_rest": for_groups,
    "input_mismatch": for_input_mismatch,
    "looks_ahead": for_looking_ahead,
    "memory_not_sequence": for_memory_not_sequence,
    "metric_absent": for_absent_metric,
    "no_branches": for_no_branches,
    "no_memory": for_no_memory,
    "nothing_to_learn": for_empty_network,
    "no_mask": for_wrong_target,
    "not_beside": for_changed_sides,
    "not_divisible": for_heads,
    "not_numbers": for_wrong_target,
    "not_words": for_wrong_target,
    "odd_rotary": for_odd_rotary,
    "output_padding_too_large": for_output_padding,
    "padding_too_large": for_large_padding,
    "patches_leave_a_rest": for_patches,
    "reshape_mismatch": for_reshape,
    "same_with_stride": for_same_with_stride,
    "score_bounded": for_squashed_scores,
    "shape_changed": for_changed_shape,
    "size_unknown": for_size_unknown,
    "squashed_twice": for_squashed_scores,
    "step_too_large": for_large_step,
    "too_deep": for_too_deep,
    "too_large": for_too_large,
    "too_long": for_positions,
    "transform_needs_classes": for_transform_without_classes,
    "transform_needs_range": for_late_transform,
    "transform_twice": for_unfit_transform,
    "transform_unfit": for_unfit_transform,
    "weights_damaged": for_weights,
    "weights_missing": for_weights,
    "window_too_large": for_large_window,
    "wrong_architecture": for_wrong_architecture,
    "wrong_kind": for_wrong_kind,
    "wrong_output": for_wrong_output,
    "wrong_target": for_wrong_target,
}


def remedies(experiment: Experiment, problem: Problem) -> tuple[Remedy, ...]:
    """What helps against one of the experiment's problems, the best first; each is proven by checking what it gives."""
    if problem.code not in CATALOGUE:
        return ()
    facts = experiment.facts()
    resolved = resolve(experiment.architecture, facts.ports)
    current = _current(problem, experiment, check_resolved(experiment, facts, resolved))
    if current is None:
        return ()
    case = Case(experiment, current, facts, resolved)
    whole: list[Remedy] = []
    partial: list[Remedy] = []
    for attempt in _attempts(case):
        remedy, is_whole = _proven(case, attempt)
        if remedy is not None and not any(_alike(remedy, other) for other in (*whole, *partial)):
            (whole if is_whole else partial).append(remedy)
        if len(whole) == MOST:
            break
    return tuple(whole or partial[:MOST])


def _current(problem: Problem, experiment: Experiment, found: tuple[Problem, ...]) -> Problem | None:
    """The problem as the experiment has it, which may have been edited since it was told; None where it is gone."""
    if problem.code in TOLD_BY_BUILDING:
        return problem if _is_backbone(experiment, problem.place) else None
    return next((one for one in found if (one.code, one.place) == (problem.code, problem.place)), None)


def _is_backbone(experiment: Experiment, place: str) -> bool:
    try:
        return isinstance(value_at(experiment, place), Backbone)
    except InputError:
        return False


def _attempts(case: Case) -> Iterator[Attempt]:
    """What may help; the search ends at a block that would need settings beyond all bounds."""
    with suppress(ValidationError):
        yield from islice(CATALOGUE[case.problem.code](case), MOST_ATTEMPTS)


def _alike(remedy: Remedy, other: Remedy) -> bool:
    return remedy.experiment == other.experiment or str(remedy.label) == str(other.label)


def _proven(case: Case, attempt: Attempt) -> tuple[Remedy | None, bool]:
    """The remedy that an attempt is, when it can be made, ends the problem, and hides it behind no other.

    It is whole when nothing else is wrong at its place then.
    """
    try:
        after = attempt.edit(case.experiment)
    except InputError:
        return None, False
    facts = after.facts()
    resolved = resolve(after.architecture, facts.ports)
    problems = check_resolved(after, facts, resolved)
    same_places = [problem.place for problem in problems if problem.code == case.problem.code]
    broken = any(problem.place in attempt.added for problem in problems)
    if broken or case.place in same_places or attempt.place in same_places or _is_hidden(attempt.place, resolved):
        return None, False
    is_whole = all(problem.place != attempt.place for problem in problems)
    return Remedy(attempt.label, after, attempt.place), is_whole


def _is_hidden(place: str, resolved: Resolved) -> bool:
    """Whether nothing can be told about a network, or what arrives at a block."""
    return any(
        (place == f"architecture.{network.name}" and network.out_port is None)
        or any(block.path == place and block.in_port is None for block in network.flat())
        for network in resolved.networks.values()
    )
