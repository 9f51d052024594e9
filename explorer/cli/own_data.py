"""Command: data scan - what lies in a file or folder of a person, what is wrong, and an experiment that learns it."""

import sys
from pathlib import Path

from explorer.cli.job_progress import shown_report
from explorer.cli.output import as_json, err, out, print_json, print_problems, print_table, say
from explorer.cli.sentences import WRITTEN
from explorer.own.problems import NOTHING_USABLE
from explorer.own.scan import Scan, scan
from models.problem import InputError
from models.text import Text, shown

NAMED_CLASSES = 20


def scan_data(path: Path, experiment: Path | None, as_json_value: bool) -> None:
    """Scan and print; write an experiment with a small network that suits the data, where that is wanted.

    Raises:
        InputError: when nothing there can be learned from, with all that is wrong.
    """
    with shown_report() as report:
        found = scan(path, report)
    if as_json_value:
        print_json(_as_json(found))
    else:
        _print(found)
        print_problems(found.problems)
    if not found.choices:
        raise InputError((NOTHING_USABLE.at(found.path, path=found.path),))
    if experiment is not None:
        from explorer.files import save_experiment
        from explorer.own.network import suitable

        save_experiment(suitable(found.choices[0], Path(found.path).name), experiment)
        err(say(WRITTEN, file=str(experiment)))
    sys.stdout.flush()


def _print(found: Scan) -> None:
    rows = [(say(name), say(value) if isinstance(value, Text) else shown(value)) for name, value in found.found]
    if found.choices:
        rows.insert(0, (say(Text("Data")), say(found.choices[0].label)))
    print_table(rows)
    print_table([(f"  {name}", shown(count)) for name, count in found.balance[:NAMED_CLASSES]], right=(1,))
    if len(found.balance) > NAMED_CLASSES:
        out("  …")


def _as_json(found: Scan) -> dict[str, object]:
    best = found.choices[0] if found.choices else None
    facts = best.facts() if best is not None else None
    return {
        "path": found.path,
        "kind": best.kind if best is not None else None,
        "kinds": [choice.kind for choice in found.choices],
        "shape": list(facts.ports.input.shape) if facts is not None else None,
        "num_samples": dict(facts.num_samples) if facts is not None else None,
        "classes": dict(found.balance),
        "found": {str(name): str(value) for name, value in found.found},
        "problems": [as_json(problem) for problem in found.problems],
    }
