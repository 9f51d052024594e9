"""How large a network may be before it is taken for a mistake."""

MAX_DEPTH = 16  # composites inside composites
MAX_BLOCKS = 1000  # that editing makes of an experiment, those inside others too; files may hold MAX_RUNS
MAX_RUNS = 10_000  # blocks that one network runs, repeated ones counted each time
MAX_VALUES = 2**30  # numbers that one block gives for one sample: 4 GiB
MAX_GIGABYTES = 64  # for the parameters of one network while it trains
BYTES_PER_VALUE = 4
BYTES_PER_PARAM = 16  # the weight, its gradient, and two moments of Adam, 4 bytes each


def value_gigabytes(num_values: int) -> int:
    """The memory that so many numbers take, in gigabytes."""
    return num_values * BYTES_PER_VALUE // 10**9
