"""Backbone block: a well-known network for images without its last layer, as torchvision has it."""

from math import prod
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from models.backbone_costs import backbone_values
from models.code import Call, call, unless
from models.layer import LayerSpec, PaletteGroup
from models.options import OPTION_LABELS
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import BACKBONE_CHANNELS, BACKBONE_SIDE
from models.products import Product
from models.reach import WHOLE, Reach
from models.text import Text

Known = Literal["resnet18", "mobilenet_v3_small", "vit_b_16"]


class _Facts(NamedTuple):
    """What is known of a network without building it."""

    features: int
    num_others: int  # parameters behind the first convolution
    per_channel: int  # weights of the first convolution that see one channel of the input
    first: int  # how many times smaller the image is behind it
    smaller: dict[int, int]  # how many weights are used at every pixel of an image so many times smaller
    once: int = 0  # multiplications that do not depend on the image
    side: int | None = None  # of the only images that it takes


FACTS: dict[Known, _Facts] = {
    "resnet18": _Facts(512, 11_167_104, 64 * 7 * 7, 2, {4: 147_456, 8: 524_288, 16: 2_097_152, 32: 8_388_608}),
    "mobilenet_v3_small": _Facts(
        576, 926_576, 16 * 3 * 3, 2, {4: 1_552, 8: 9_696, 16: 101_448, 32: 340_128}, once=458_752
    ),
    "vit_b_16": _Facts(768, 85_208_832, 768 * 16 * 16, 16, {}, once=17_447_454_720, side=224),
}


class Backbone(LayerSpec):
    """(channels, height, width) -> (features,): everything but the classifier.

    ResNet-18: He et al. 2015, arXiv:1512.03385. MobileNetV3: Howard et al. 2019, arXiv:1905.02244. ViT-B/16:
    Dosovitskiy et al. 2020, arXiv:2010.11929. Pretrained weights have learned from the photographs of ImageNet.
    """

    label: ClassVar[str] = "Backbone"
    about: ClassVar[str] = "A well-known network for images without its last layer: what it saw, as one vector."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["backbone"] = "backbone"
    model: Known = Field("resnet18", title="Network", description="Which network it is.")
    pretrained: bool = Field(
        False,
        title="Pretrained",
        description="Whether its weights come from ImageNet; they are fetched when they are not in the data folder.",
    )

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (FACTS[self.model].features,))

    def products(self, port: Port, context: Context) -> list[Product]:
        facts = FACTS[self.model]
        return [(facts.per_channel, port.features), (facts.num_others,)]

    def num_macs(self, port: Port, context: Context) -> int:
        facts = FACTS[self.model]
        uses = {facts.first: facts.per_channel * port.features, **facts.smaller}
        return facts.once + sum(prod(-(-size // step) for size in port.around) * num for step, num in uses.items())

    def num_inner_values(self, port: Port, context: Context) -> int:
        return backbone_values(self.model, port)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        model, side = Text(OPTION_LABELS[self.model]), FACTS[self.model].side
        if side is not None and port.around != (side, side):
            return Misfit(BACKBONE_SIDE, model=model, wanted=(side, side), shape=port.around, side=side)
        if self.pretrained and port.features != 3:
            return Misfit(BACKBONE_CHANNELS, model=model, channels=port.features)
        return None

    def code(self, port: Port, context: Context) -> Call:
        options = {"pretrained": unless(False, self.pretrained)}
        return call("models.modules.backbone.Backbone", self.model, port.features, **options)

    def caption(self) -> str:
        return OPTION_LABELS[self.model]
