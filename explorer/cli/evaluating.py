"""Command: evaluate - a run's saved weights on a split, with everything that the window shows of it."""

from typing import Any, Literal

from explorer.cli.output import err, out, print_json, print_table, say
from explorer.cli.sentences import CLASS_SCORE_HEADINGS, EVALUATED, INTERVAL
from explorer.engine.threads import let_idle_threads_sleep
from explorer.evaluation.answers import ClassAnswers, ValueAnswers
from explorer.evaluation.evaluate_run import EvaluateRun
from explorer.evaluation.figure import Figure
from explorer.evaluation.step_wish import step_wish
from explorer.evaluation.verdict import Verdict
from explorer.runs.library import find_run
from models.number_text import number_text
from models.text import Text

MOST_LISTED = 100  # classes of which people get a table


def evaluate_and_print(run: str, split: Literal["train", "validation", "test"], step: str, as_json: bool) -> None:
    """Evaluate and print what came of it.

    Raises:
        InputError: when there is no such run, step or split, or its weights or data cannot be read.
    """
    job = EvaluateRun(find_run(run), step_wish(step), split)
    let_idle_threads_sleep()
    verdict = job.run(_Teller())
    if as_json:
        print_json(verdict_as_json(verdict))
    else:
        _print_for_people(verdict)


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """Every measure; NaN becomes null where it is printed."""
    answers = verdict.answers
    found: dict[str, Any] = {
        "run": verdict.run,
        "objective": verdict.objective,
        "split": verdict.split,
        "step": verdict.step,
        "samples": verdict.num_samples,
        "measures": {one.name: {"value": one.value, "low": one.low, "high": one.high} for one in verdict.figures},
        "worst": [{"index": row, "loss": float(verdict.losses[row])} for row in verdict.worst(10).tolist()],
    }
    if isinstance(answers, ClassAnswers):
        names, scores = verdict.facts.class_names, answers.scores
        columns = scores.precision, scores.recall, scores.f1, scores.support, answers.areas
        rows = zip(names, *(column.tolist() for column in columns), strict=True)
        keys = ("name", "precision", "recall", "f1", "support", "roc_area")
        found["classes"] = [dict(zip(keys, row, strict=True)) for row in rows]
        found["confusion"] = None if answers.confusion is None else answers.confusion.tolist()
        bins = answers.calibration
        found["calibration"] = {
            "counts": bins.counts.tolist(), "confidence": bins.confidence.tolist(), "accuracy": bins.accuracy.tolist()
        }  # fmt: skip
    if isinstance(answers, ValueAnswers):
        by_value = answers.scores
        errors = by_value.r2, by_value.mean_absolute_error, by_value.root_mean_squared_error
        names_of_errors = ("name", "r2", "mean_absolute_error", "root_mean_squared_error")
        values = zip(verdict.facts.value_names, *(column.tolist() for column in errors), strict=True)
        found["values"] = [dict(zip(names_of_errors, row, strict=True)) for row in values]
    return found


def _print_for_people(verdict: Verdict) -> None:
    title, split = say(verdict.title), say(verdict.split)
    out(say(EVALUATED, title=title, count=verdict.num_samples, split=split, step=verdict.step))
    print_table([_row(figure) for figure in verdict.figures], right=(1,))
    answers = verdict.answers
    if isinstance(answers, ClassAnswers) and answers.num_classes <= MOST_LISTED:
        scores = answers.scores
        shares = zip(*(column.tolist() for column in (scores.precision, scores.recall, scores.f1)), strict=True)
        rows = [
            (say(name), *(f"{share:.3f}" for share in three), str(support))
            for name, three, support in zip(verdict.facts.class_names, shares, scores.support.tolist(), strict=True)
        ]
        out()
        print_table([tuple(say(heading) for heading in CLASS_SCORE_HEADINGS), *rows], right=(1, 2, 3, 4))


def _row(figure: Figure) -> tuple[str, str, str]:
    if figure.low is None or figure.high is None:
        return figure.name, number_text(figure.value), ""
    interval = say(INTERVAL, low=number_text(figure.low), high=number_text(figure.high))
    return figure.name, number_text(figure.value), interval


class _Teller:
    """Progress on stderr: each sentence when it is new."""

    def __init__(self) -> None:
        self._told = ""

    def __call__(self, done: float | None, text: Text | None = None, part: object = None) -> None:
        words = "" if text is None else say(text)
        if words and words != self._told:
            self._told = words
            err(words)
