"""How long a run is, in steps, as far as the experiment alone can tell; torch-free."""

from explorer.training import AnyLimit, Epochs, Steps

EVALUATION_BATCH = 1024  # samples at a time, where no gradients are kept


def batch_sizes(num_samples: int, batch_size: int) -> list[int]:
    """The sizes of an epoch's batches.

    A single sample that would be left over joins the batch before it: batch normalisation needs two.
    """
    sizes = [min(batch_size, num_samples - start) for start in range(0, num_samples, batch_size)]
    if len(sizes) > 1 and batch_size > 1 and sizes[-1] == 1:
        sizes[-2:] = [batch_size + 1]
    return sizes


def steps_per_epoch(num_samples: int, batch_size: int) -> int:
    """How many batches an epoch has: the length of `batch_sizes`."""
    full, rest = divmod(num_samples, batch_size)
    joins = rest == 1 and full > 0 and batch_size > 1
    return full + (rest > 0 and not joins)


def next_batch(num_left: int, batch_size: int) -> int:
    """How many samples the next batch takes of those that are left in an epoch: the first of `batch_sizes`."""
    return num_left if num_left == batch_size + 1 and batch_size > 1 else min(batch_size, num_left)


def num_steps(limit: AnyLimit, steps_per_epoch: int) -> int | None:
    """How many steps the limit allows; None when it is a time."""
    match limit:
        case Epochs(count=count):
            return count * steps_per_epoch
        case Steps(count=count):
            return count
        case _:
            return None
