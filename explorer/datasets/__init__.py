"""The catalogue of datasets: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.dataset import DatasetSpec
from explorer.datasets.digits import Digits

AnyDataset = Annotated[Digits, Field(discriminator="kind")]

DATASETS: tuple[type[DatasetSpec], ...] = (Digits,)
