"""A change in mid-run: another value of one of the experiment's settings, such as momentum, dropout or batch size."""

from typing import ClassVar, Literal

from pydantic import Field

from models.spec import Spec
from models.text import Text

Value = bool | int | float | None


class Setting(Spec):
    """One setting of the experiment has another value from the next step on; only fields marked as live can."""

    label: ClassVar[str] = "Setting"
    about: ClassVar[str] = "One setting of the experiment has another value from the next step on."

    kind: Literal["setting"] = "setting"
    path: str = Field(title="Setting", description="Where it stands in the experiment, such as training.batch_size.")
    value: Value = Field(title="Value", description="What it is from the next step on.")

    def words(self) -> Text:
        """What has been changed, for people."""
        value = f"{self.value:g}" if isinstance(self.value, float) else str(self.value)
        return Text("{setting}: {value}", {"setting": self.path, "value": value})
