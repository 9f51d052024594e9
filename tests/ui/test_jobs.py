"""Jobs in the window: each object tells of its own job alone, and how it ended."""

from pytestqt.qtbot import QtBot

from tests.explorer.test_jobs import Count, Fail
from ui.jobs import Jobs


def test_each_errand_tells_of_its_own_job(qtbot: QtBot) -> None:
    jobs = Jobs("thread")
    told: list[object] = []
    good, bad, endless = jobs.start(Count(2)), jobs.start(Fail("input")), jobs.start(Count(None))
    good.progressed.connect(lambda done, _text, part: told.append((done, part)))
    good.done.connect(told.append)
    bad.failed.connect(lambda problems: told.append(problems[0].code))
    endless.cancelled.connect(lambda: told.append("cancelled"))
    assert jobs.under_way == (good, bad, endless)
    endless.cancel()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert [one for one in told if isinstance(one, tuple | int)] == [(0.5, 1), (1.0, 2), 2]
    assert {"data_missing", "cancelled"} <= {one for one in told if isinstance(one, str)}
    jobs.close()


def test_what_is_closed_tells_nothing_more(qtbot: QtBot) -> None:
    jobs = Jobs("thread")
    told: list[object] = []
    errand = jobs.start(Count(None))
    errand.ended.connect(lambda: told.append("ended"))
    jobs.close()
    qtbot.wait(60)
    assert not told
    assert not jobs.under_way
