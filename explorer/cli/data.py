"""Commands: data - what can be fetched, fetching it, whether what lies here is sound, and a person's own."""

import time
from pathlib import Path
from typing import Annotated, Any

import typer

from explorer.cli.output import as_json as problem_as_json
from explorer.cli.output import err, out, print_json, print_problems, print_table, say
from explorer.cli.sentences import (
    DATA_HERE,
    DATA_MISSING,
    FETCH_INTERRUPTED,
    FETCHED,
    FETCHING,
    LICENCE_AT_SOURCE,
    NOTHING_TO_FETCH,
    SOUND,
)
from models.text import Text, shown_bytes

INTERRUPTED_EXIT = 130

data_app = typer.Typer(no_args_is_help=True, help="Data: list them, fetch them, check them, scan your own.")

Entry = dict[str, Any]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON value on one line of stdout, and nothing else there.")]


@data_app.command("list")
def _list(as_json: AsJson = False) -> None:
    """What can be fetched: size, licence, source, and whether it is here."""
    from explorer.datasets import DATASETS
    from explorer.fetching import catalogue
    from explorer.folders import data_folder

    about = {dataset.model_fields["kind"].default: dataset.about for dataset in DATASETS}
    folder = data_folder()
    entries: list[Entry] = [
        {
            "id": data.id,
            "label": data.label,
            "summary": about[data.id],
            "licence": data.licence or str(LICENCE_AT_SOURCE),
            "source": data.source,
            "fetch_bytes": data.num_bytes,
            "folders": [str(place) for place in data.places(folder)],
            "here": not data.missing(folder),
        }
        for data in catalogue.FETCHABLES
    ]
    if as_json:
        print_json(entries)
    else:
        print_table([_row(entry) for entry in entries], right=(2,))


def _row(entry: Entry) -> tuple[str, ...]:
    licence = say(LICENCE_AT_SOURCE) if entry["licence"] == str(LICENCE_AT_SOURCE) else entry["licence"]
    state = say(DATA_HERE if entry["here"] else DATA_MISSING)
    return entry["id"], say(entry["label"]), shown_bytes(entry["fetch_bytes"]), state, licence, entry["source"]


@data_app.command("fetch")
def _fetch(
    kind: Annotated[str, typer.Argument(metavar="ID", help="What `data list` names first on its lines.")],
    as_json: AsJson = False,
) -> None:
    """Fetch data into the data folder; Ctrl+C stops it, and the same command goes on from there."""
    from explorer.cli.job_progress import shown_report
    from explorer.fetching.fetch import Fetch, known

    data, job, began = known(kind), Fetch.of(kind), time.monotonic()
    err(say(FETCHING, label=Text(data.label), size=shown_bytes(data.num_bytes), folder=job.folder))
    try:
        with shown_report() as report:
            fetched = job.run(report)
    except KeyboardInterrupt:
        err(say(FETCH_INTERRUPTED))
        raise typer.Exit(INTERRUPTED_EXIT) from None
    seconds = time.monotonic() - began
    if as_json:
        print_json({"id": kind, "folder": job.folder, "received_bytes": fetched.received, "seconds": seconds})
        return
    words = Text(FETCHED.source, {"size": shown_bytes(fetched.received), "seconds": f"{seconds:.1f}"})
    out(say(words if fetched.received else NOTHING_TO_FETCH))


@data_app.command("check")
def _check(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A data folder, an id of `data list`, or your own data.")],
    as_json: AsJson = False,
) -> None:
    """Read fetched data in full and say whether they are sound; of a data folder all that lie there; scan all else."""
    from explorer.cli.data_check import check_data, is_fetched
    from explorer.cli.own_data import scan_data

    if Path(path).exists() and not is_fetched(path):
        scan_data(Path(path), None, as_json)
        return
    checked = check_data(path)
    if as_json:
        print_json([{**one.entry, "problems": [problem_as_json(found) for found in one.problems]} for one in checked])
    else:
        print_table([(one.entry["id"], say(SOUND) if not one.problems else one.problems[0].code) for one in checked])
    problems = [found for one in checked for found in one.problems]
    print_problems(problems)
    raise typer.Exit(2 if problems else 0)


@data_app.command("scan")
def _scan(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A file or folder of your own.")],
    experiment: Annotated[
        Path | None, typer.Option("--experiment", metavar="FILE", help="Write an experiment that learns these data.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look at data of your own: classes, sizes, and whatever is wrong with them."""
    from explorer.cli.own_data import scan_data

    scan_data(path, experiment, as_json)
