"""The readers by the class's name, so that classes of exported scripts are read like torch's own."""

from torch import nn

from explorer.importing.reader import Block, Unreadable, refuse_unless
from explorer.importing.readers.attention import ATTENTION
from explorer.importing.readers.basic import BASIC
from explorer.importing.readers.convolutional import CONVOLUTIONAL
from explorer.importing.readers.recurrent import RECURRENT

ALSO_OURS = ("GroupNorm",)  # the name of a class of torch and of one of ours
READERS = BASIC | CONVOLUTIONAL | RECURRENT | ATTENTION


def blocks_of(module: nn.Module) -> list[Block] | None:
    """The blocks of a module, in order; None where its class is not known, or only has the name of one that is.

    Raises:
        Unreadable: when the class is known, but not with these settings.
    """
    name = type(module).__name__
    if name not in READERS or (name not in ALSO_OURS and getattr(nn, name, type(module)) is not type(module)):
        return None
    try:
        blocks = READERS[name](module)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    refuse_unless(not module._forward_pre_hooks and not module._forward_hooks, "hooks, such as those of spectral_norm")
    return blocks


def is_known(module: nn.Module) -> bool:
    """Whether the module is read as a whole, and not looked into."""
    try:
        return blocks_of(module) is not None
    except Unreadable:
        return True
