"""The base of every spec: a frozen value that refuses unknown keys and is edited by replacing it."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Spec(BaseModel):
    """A frozen pydantic value.

    A member of a catalogue has a `kind` and sets `label` (its name on screen) and `about` (one sentence).
    Fields carry their own form: `Field(title=..., description=...)`, where the description names the unit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    label: ClassVar[str] = ""
    about: ClassVar[str] = ""
