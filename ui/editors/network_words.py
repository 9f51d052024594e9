"""Networks and what flows into them, in words."""

from models.port import Port
from ui.text import tr


def network_label(name: str) -> str:
    """A network's name on screen."""
    labels = {
        "network": tr("Network"),
        "encoder": tr("Encoder"),
        "decoder": tr("Decoder"),
        "generator": tr("Generator"),
        "discriminator": tr("Discriminator"),
    }
    return labels.get(name, name)


def port_text(port: Port) -> str:
    """What one sample is, such as "image 1 × 8 × 8"."""
    kinds = {
        "image": tr("image of {shape}", shape=port.shape),
        "vector": tr("vector of {shape}", shape=port.shape),
        "sequence": tr("sequence of {shape}", shape=port.shape),
        "tokens": tr("{length} tokens out of {vocabulary}", length=port.shape[0], vocabulary=port.vocabulary or 0),
    }
    return kinds[port.kind]
