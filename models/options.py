"""What a person reads for the values of a choice, and for the kinds of ports."""

from models.port import PortKind
from models.text import Text

OPTION_LABELS: dict[str, str] = {
    "auto": "Automatic",
    "classes": "Classes",
    "vocabulary": "Vocabulary",
    "channels": "Depthwise",
    "same": "Same size",
    "causal": "Causal",
    "relu": "ReLU",
    "leaky_relu": "Leaky ReLU",
    "elu": "ELU",
    "gelu": "GELU",
    "silu": "SiLU",
    "tanh": "tanh",
    "sigmoid": "Sigmoid",
    "softmax": "Softmax",
    "simple": "Simple",
    "lstm": "LSTM",
    "gru": "GRU",
    "sequence": "Whole sequence",
    "first": "First",
    "last": "Last",
    "none": "None",
    "rotary": "Rotary",
    "sinusoidal": "Sinusoidal",
    "learned": "Learned",
    "resnet18": "ResNet-18",
    "mobilenet_v3_small": "MobileNetV3",
    "vit_b_16": "ViT-B/16",
    "nearest": "Nearest",
    "bilinear": "Bilinear",
    "add": "Add",
    "concatenate": "Side by side",
}

PORT_LABELS: dict[PortKind, Text] = {
    "image": Text("an image"),
    "vector": Text("a vector"),
    "sequence": Text("a sequence"),
    "tokens": Text("tokens"),
}
