"""What helps against a problem: the catalogue from a problem's code to those who look for remedies."""

from collections.abc import Callable, Iterator

from explorer.check import check_resolved
from explorer.remedies.architectures import for_wrong_architecture, for_wrong_target
from explorer.remedies.divisions import for_groups, for_heads, for_positions, for_reshape
from explorer.remedies.inputs import for_input_mismatch
from explorer.remedies.kinds import for_memory_not_sequence, for_no_memory, for_wrong_kind
from explorer.remedies.outputs import for_empty_network, for_wrong_output
from explorer.remedies.sizes import for_batch_too_large, for_size_unknown, for_too_large
from explorer.remedies.stacks import for_changed_shape, for_changed_sides, for_too_deep
from explorer.remedies.windows import (
    for_large_padding,
    for_large_window,
    for_output_padding,
    for_patches,
    for_same_with_stride,
)
from explorer.remedy import Attempt, Case, Remedy
from explorer.spec import Experiment
from models.problem import InputError, Problem
from models.resolve import resolve

MOST = 4  # more would be a list to study, and no remedy

CATALOGUE: dict[str, Callable[[Case], Iterator[Attempt]]] = {
    "batch_too_large": for_batch_too_large,
    "empty_network": for_empty_network,
    "groups_leave_a_rest": for_groups,
    "input_mismatch": for_input_mismatch,
    "memory_not_sequence": for_memory_not_sequence,
    "no_memory": for_no_memory,
    "not_beside": for_changed_sides,
    "not_divisible": for_heads,
    "output_padding_too_large": for_output_padding,
    "padding_too_large": for_large_padding,
    "patches_leave_a_rest": for_patches,
    "reshape_mismatch": for_reshape,
    "same_with_stride": for_same_with_stride,
    "shape_changed": for_changed_shape,
    "size_unknown": for_size_unknown,
    "too_deep": for_too_deep,
    "too_large": for_too_large,
    "too_long": for_positions,
    "window_too_large": for_large_window,
    "wrong_architecture": for_wrong_architecture,
    "wrong_kind": for_wrong_kind,
    "wrong_output": for_wrong_output,
    "wrong_target": for_wrong_target,
}


def remedies(experiment: Experiment, problem: Problem) -> tuple[Remedy, ...]:
    """What helps against one of the experiment's problems, the best first; each is proven by checking what it gives."""
    search = CATALOGUE.get(problem.code)
    if search is None:
        return ()
    facts = experiment.data.facts()
    case = Case(experiment, problem, facts, resolve(experiment.architecture, facts.ports))
    found: list[Remedy] = []
    for attempt in search(case):
        remedy = _proven(case, attempt)
        if remedy is not None and not any(_alike(remedy, other) for other in found):
            found.append(remedy)
        if len(found) == MOST:
            break
    return tuple(found)


def _alike(remedy: Remedy, other: Remedy) -> bool:
    return remedy.experiment == other.experiment or str(remedy.label) == str(other.label)


def _proven(case: Case, attempt: Attempt) -> Remedy | None:
    """The remedy that an attempt is, when it can be made, ends the problem, and hides it behind no other."""
    try:
        after = attempt.edit(case.experiment)
    except InputError:
        return None
    facts = after.data.facts()
    resolved = resolve(after.architecture, facts.ports)
    problems = check_resolved(after, facts, resolved)
    if any(problem.place in attempt.added for problem in problems):
        return None
    if any(problem.code == case.problem.code and problem.place in (case.place, attempt.place) for problem in problems):
        return None
    for network in resolved.networks.values():
        if attempt.place == f"architecture.{network.name}" and network.out_port is None:
            return None
        if any(block.path == attempt.place and block.in_port is None for block in network.flat()):
            return None
    return Remedy(attempt.label, after, attempt.place)
