"""A failure of ours, kept as a report that a person can send."""

import platform
import sys
import traceback
from datetime import UTC, datetime

from explorer.cli.output import err, say
from explorer.cli.sentences import FAILED, FAILED_UNSAVED
from explorer.folders import runs_folder


def report_failure(fault: BaseException) -> None:
    """Write the report into the runs folder's log and print its path; where that is impossible, print the report."""
    report = "\n".join((
        f"neural-explorer {' '.join(sys.argv[1:])}",
        f"Python {platform.python_version()}, {platform.platform()}",
        "".join(traceback.format_exception(fault)),
    ))  # fmt: skip
    file = runs_folder() / "log" / f"{datetime.now(UTC).strftime('%Y%m%d-%H%M%S-%f')}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8")
    except OSError:
        err(say(FAILED_UNSAVED))
        err(report)
    else:
        err(f"{type(fault).__name__}: {fault}")
        err(say(FAILED, file=str(file)))
