"""What can go wrong with any job."""

from models.problem import ProblemKind

JOB_FAILED = ProblemKind(
    "job_failed",
    "This did not come to its end: {cause}",
    "Nothing was changed. Try again; if it fails again, tell the people who make this program.",
)
NO_DISK = ProblemKind(
    "disk_failed",
    "The disk or the network said no: {cause}",
    "See whether the file or folder is there and may be used, and whether there is room left; then try again.",
)
JOBS_LOST = ProblemKind(
    "jobs_lost",
    "The process that did this ended before it was done.",
    "Try again; what other programs use of the memory counts too.",
)
