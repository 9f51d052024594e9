"""The base of every spec: a frozen value that refuses unknown keys and is edited by replacing it."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Spec(BaseModel):
    """A frozen pydantic value.

    A member of a catalogue has a `kind` and sets `label` (its name on screen) and `about` (one sentence).
    Fields carry their own form: `Field(title=..., description=...)`, where the description names the unit.
    `live` names those that can change while a run goes on, without building anything anew, each with the attribute of
    the block's modules that it stands for, or "" where it is no block's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    label: ClassVar[str] = ""
    about: ClassVar[str] = ""
    live: ClassVar[Mapping[str, str]] = {}
