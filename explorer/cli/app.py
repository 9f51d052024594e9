"""The commands and their options, and how every outcome becomes an exit code."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from explorer.cli.failure import report_failure
from explorer.cli.listing import Listed, print_list
from explorer.cli.output import out, print_problems, set_language
from models.problem import InputError

app = typer.Typer(
    name="neural-explorer",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Assemble a neural network, train it, and see inside it while it learns. Without a command the window opens.",
)

data = typer.Typer(no_args_is_help=True, help="Data: look at your own.")
app.add_typer(data, name="data")

# The window reads its own arguments.
PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}

ExperimentName = Annotated[str, typer.Argument(metavar="EXPERIMENT", help="A gallery id, or an experiment's file.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON value on one line of stdout, and nothing else there.")]


def run(arguments: list[str]) -> int:
    """Run one command.

    Returns the exit code: 0 done, 2 the input is wrong, 1 a failure of ours, 130 stopped by Ctrl+C.
    """
    set_language(None)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a character gets a replacement
            stream.reconfigure(errors="replace")
    try:
        typer.main.get_command(app)(args=_language_first(arguments), prog_name="neural-explorer")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except InputError as refusal:
        print_problems(refusal.problems)
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        report_failure(fault)
        return 1
    return 0


def _language_first(arguments: list[str]) -> list[str]:
    """--language is taken anywhere, also after the command; what belongs to the window stays as it is."""
    if arguments[:1] in (["gui"], ["tour"]):
        return arguments
    for index, word in enumerate(arguments):
        if word == "--language" or word.startswith("--language="):
            end = index + (2 if word == "--language" else 1)
            return [*arguments[index:end], *arguments[:index], *arguments[end:]]
    return arguments


def _language_of(context: typer.Context) -> list[str]:
    language = context.parent.params.get("language") if context.parent else None
    return ["--language", language] if language else []


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # 50 ms, which no other command needs

        out(version("neural-explorer"))
        raise typer.Exit


@app.callback()
def _options(
    language: Annotated[str | None, typer.Option(metavar="en|zh_CN", help="The language of messages.")] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    if language not in (None, "en", "zh_CN"):
        raise typer.BadParameter("en or zh_CN", param_hint="--language")
    set_language(language)


@app.command("gui", context_settings=PASSED_ON)
def _gui(context: typer.Context) -> None:
    """Open the window, also with an experiment or a run: neural-explorer gui [EXPERIMENT or RUN]."""
    from explorer.cli.window import open_window

    raise typer.Exit(open_window([*_language_of(context), *context.args]))


@app.command("list")
def _list(what: Annotated[Listed, typer.Argument(help="What to list.")], as_json: AsJson = False) -> None:
    """List experiments, blocks, datasets, objectives, probes, alarms, views, devices or runs."""
    print_list(what, as_json)


@app.command("describe")
def _describe(
    experiment: ExperimentName,
    with_costs: Annotated[bool, typer.Option("--costs", help="Operations, memory and receptive field too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Shapes, parameters and problems of an experiment."""
    from explorer.cli.description import print_description
    from explorer.cli.experiments import open_experiment

    print_description(*open_experiment(experiment), as_json, with_costs)


@app.command("train")
def _train(
    experiment: ExperimentName,
    device: Annotated[str, typer.Option(metavar="auto|cpu|cuda[:n]|mps", help="Where to train.")] = "auto",
    epochs: Annotated[int | None, typer.Option(help="End after so many epochs.")] = None,
    steps: Annotated[int | None, typer.Option(help="End after so many steps.")] = None,
    seconds: Annotated[float | None, typer.Option(help="End after so many seconds of training.")] = None,
    seed: Annotated[int | None, typer.Option(help="Another seed.")] = None,
    settings: Annotated[list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Another setting.")] = None,
    folder: Annotated[Path | None, typer.Option("--out", help="The run folder, absent or empty.")] = None,
    as_json: AsJson = False,
) -> None:
    """Train an experiment to its limit and evaluate it once on the test split."""
    from explorer.cli.training import Wishes, train_and_print

    wishes = Wishes(settings or (), seed, epochs, steps, seconds)
    raise typer.Exit(train_and_print(experiment, wishes, device, folder, as_json))


@app.command("export")
def _export(
    name: Annotated[str, typer.Argument(metavar="EXPERIMENT or RUN", help="A gallery id, a file, or a run.")],
    target: Annotated[str, typer.Option("--to", metavar="python", help="As what: a script that needs torch alone.")],
    path: Annotated[Path | None, typer.Option("--out", help="The file; without it the script goes to stdout.")] = None,
) -> None:
    """Write an experiment, or one as it was run, as a script that prints the same losses without this program."""
    from explorer.cli.exporting import export_experiment

    export_experiment(name, target, path)


@app.command("import")
def _import(
    source: Annotated[str, typer.Argument(metavar="FILE.py[:NAME]", help="The file, and which network of it.")],
    path: Annotated[Path, typer.Option("--out", help="The experiment's file that is written.")],
    agreed: Annotated[bool, typer.Option("--yes", help="Agree that the file is run: it may do what you may.")] = False,
) -> None:
    """Read the network of a Python file, which is run for that, and write it as an experiment."""
    from explorer.cli.importing import import_file

    import_file(source, agreed, path)


@data.command("scan")
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


@app.command("tour", context_settings=PASSED_ON)
def _tour(context: typer.Context) -> None:
    """Train experiments in the real window and save pictures: tour --out FOLDER [EXPERIMENT ...]."""
    from explorer.cli.window import take_tour

    raise typer.Exit(take_tour([*_language_of(context), *context.args]))


@app.command("doctor")
def _doctor() -> None:
    """Versions, devices, display, folders and known-bad combinations of this machine."""
    from explorer.cli.doctor import print_diagnosis

    print_diagnosis()
