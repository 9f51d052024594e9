"""The jobs process, and the thread that stands for it in tests: results, problems, cancelling, losing the process."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from explorer.engine.host import HostKind
from explorer.jobs.client import JobsClient
from explorer.jobs.job import Job, Report
from explorer.jobs.messages import Answer, Done, Failed, Progressed, WasCancelled
from explorer.problems import DATA_MISSING
from models.problem import InputError
from models.text import Text

PATIENCE_S = 60.0


@dataclass(frozen=True)
class Count(Job):
    """Counts, telling each number as a part of the result; `upto` None goes on until it is cancelled."""

    title: ClassVar[str] = "Counting"
    upto: int | None

    def run(self, report: Report) -> int:
        at = 0
        while self.upto is None or at < self.upto:
            at += 1
            report(None if self.upto is None else at / self.upto, Text("{count} counted", {"count": at}), at)
            if self.upto is None:
                time.sleep(0.001)
        return at


@dataclass(frozen=True)
class Fail(Job):
    """Ends in one of the ways that are no result."""

    title: ClassVar[str] = "Failing"
    way: str

    def run(self, report: Report) -> object:
        match self.way:
            case "input":
                raise InputError((DATA_MISSING.at("data", label="MNIST", file="a", folder="b"),))
            case "disk":
                raise OSError(28, "No space left on device")
            case "defect":
                raise KeyError("a defect")
            case "unpicklable":
                return lambda: None
            case _:
                os._exit(3)


@pytest.fixture(params=["thread", "process"])
def client(request: pytest.FixtureRequest) -> Iterator[JobsClient]:
    host: HostKind = request.param
    made = JobsClient(host)
    yield made
    made.close()


def ended(client: JobsClient) -> list[Answer]:
    """Everything that is told until nothing is under way any more."""
    answers: list[Answer] = []
    ends = time.monotonic() + PATIENCE_S
    while client.is_busy:
        assert time.monotonic() < ends, answers
        answers += client.take()
        time.sleep(0.001)
    return answers


def test_jobs_tell_parts_results_and_problems(client: JobsClient, capfd: pytest.CaptureFixture[str]) -> None:
    count, wrong, disk, defect, odd = (
        client.begin(job) for job in (Count(3), Fail("input"), Fail("disk"), Fail("defect"), Fail("unpicklable"))
    )
    answers = ended(client)
    assert [answer for answer in answers if answer.number == count] == [
        *(Progressed(count, n / 3, Text("{count} counted", {"count": n}), n) for n in (1, 2, 3)),
        Done(count, 3),
    ]
    failed = {answer.number: answer.problems[0] for answer in answers if isinstance(answer, Failed)}
    assert [failed[number].code for number in (wrong, disk, defect, odd)] == [
        "data_missing", "disk_failed", "job_failed", "job_failed",
    ]  # fmt: skip
    assert "No space left" in str(failed[disk])
    assert "a defect" in str(failed[defect])
    capfd.readouterr()  # tracebacks, for those who mend it


def test_a_job_that_is_cancelled_stops_and_others_go_on(client: JobsClient) -> None:
    endless, other = client.begin(Count(None)), client.begin(Count(5))
    answers: list[Answer] = []
    while not any(answer.number == endless for answer in answers):
        answers += client.take()
    client.cancel(endless)
    answers += ended(client)
    assert WasCancelled(endless) in answers
    assert Done(other, 5) in answers


def test_a_lost_process_fails_what_it_was_doing_and_is_replaced() -> None:
    client = JobsClient()
    try:
        numbers = client.begin(Count(None)), client.begin(Fail("exit"))
        answers = ended(client)
        lost = [answer for answer in answers if isinstance(answer, Failed)]
        assert sorted(answer.number for answer in lost) == sorted(numbers)
        assert {answer.problems[0].code for answer in lost} == {"jobs_lost"}
        again = client.begin(Count(2))
        assert ended(client)[-1] == Done(again, 2)
    finally:
        client.close()


def test_closing_cancels_what_is_under_way(client: JobsClient) -> None:
    client.begin(Count(None))
    client.close()
    assert not client.is_busy
