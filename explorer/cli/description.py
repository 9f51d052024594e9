"""Command: describe - shapes, parameters and problems of an experiment, without torch."""

from typing import Any

from explorer.check import check_spec
from explorer.cli.output import as_json, out, print_json, print_problems, print_table, say
from explorer.cli.sentences import BLOCK_HEADINGS, COST_HEADINGS, COST_NOTE, NO_PROBLEMS, PARAMETERS, WHOLE_INPUT
from explorer.spec import Experiment, family
from models.costs import Cost, costs, total
from models.network import Baseline
from models.problem import Problem
from models.resolve import Resolved, ResolvedBlock, ResolvedNetwork, resolve
from models.text import shown, shown_bytes


def print_description(
    experiment_id: str, experiment: Experiment, as_json_value: bool, with_costs: bool = False
) -> None:
    """Print the facts of every network and every problem, of which there may be any number."""
    resolved = resolve(experiment.architecture, experiment.data.facts().ports)
    problems = check_spec(experiment)
    if as_json_value:
        print_json(_description(experiment_id, experiment, resolved, problems))
    else:
        _print_for_people(experiment, resolved, problems, with_costs)


def _description(
    experiment_id: str, experiment: Experiment, resolved: Resolved, problems: tuple[Problem, ...]
) -> dict[str, Any]:
    return {
        "id": experiment_id,
        "family": family(experiment),
        "num_params": resolved.num_params,
        "networks": {name: _network(network) for name, network in resolved.networks.items()},
        "problems": [as_json(problem) for problem in problems],
    }


def _network(network: ResolvedNetwork) -> dict[str, Any]:
    known = costs(network)
    whole = total(network, known)
    return {
        "num_params": network.num_params,
        "flops": whole.flops if whole else None,
        "activation_bytes": whole.activation_bytes if whole else None,
        "blocks": [_block(block, known.get(block.path)) for block in network.flat()],
    }


def _block(block: ResolvedBlock, cost: Cost | None) -> dict[str, Any]:
    return {
        "path": block.path,
        "kind": block.layer.kind,
        "label": block.layer.label,
        "out_shape": list(block.out_port.shape) if block.out_port else None,
        "num_params": block.num_params,
        "flops": cost.flops if cost else None,
        "activation_bytes": cost.activation_bytes if cost else None,
        "receptive_field": _receptive_field(cost),
    }


def _receptive_field(cost: Cost | None) -> int | str | None:
    """Pixels or positions along a side, "whole", or None where it is not defined."""
    if cost is None or cost.reach is None:
        return None
    return cost.reach.num_places or "whole"


def _print_for_people(
    experiment: Experiment, resolved: Resolved, problems: tuple[Problem, ...], with_costs: bool
) -> None:
    out(f"{say(experiment.title)} · {say(family(experiment))} · {_parameters(resolved.num_params)}")
    for network in resolved.networks.values():
        out()
        out(f"{say(network.name)} · {shown(network.in_port.shape)} · {_parameters(network.num_params)}")
        headings = tuple(say(heading) for heading in BLOCK_HEADINGS + (COST_HEADINGS if with_costs else ()))
        known = costs(network) if with_costs else {}
        rows = [_row(block) + (_cost_row(known.get(block.path)) if with_costs else ()) for block in network.flat()]
        print_table([headings, *rows], right=(2, 3, 4, 5))
    if isinstance(experiment.architecture, Baseline):
        estimator = experiment.architecture.estimator
        out(f"{say(estimator.label)} · {say(estimator.about)}")
    out()
    if with_costs:
        out(say(COST_NOTE))
    if problems:
        print_problems(problems)
    else:
        out(say(NO_PROBLEMS))


def _row(block: ResolvedBlock) -> tuple[str, str, str]:
    depth = block.path.count(".blocks.") - 1
    _, branches, branch = block.path.rpartition(".blocks.")[0].rpartition(".branches.")
    number = f"{int(branch) + 1}: " if branches and branch.isdecimal() else ""
    label = f"{'  ' * depth}{number}{say(block.layer.label)} {block.layer.caption()}".rstrip()
    return label, shown(block.out_port.shape) if block.out_port else "?", shown(block.num_params)


def _cost_row(cost: Cost | None) -> tuple[str, str, str]:
    if cost is None:
        return "?", "?", "?"
    field = _receptive_field(cost)
    seen = say(WHOLE_INPUT) if field == "whole" else "–" if field is None else shown(field)
    return shown(cost.flops), shown_bytes(cost.activation_bytes), seen


def _parameters(num_params: int) -> str:
    return say(PARAMETERS, num_params=num_params)
