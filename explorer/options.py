"""What a person reads for the values of a choice in data, objectives and training."""

OPTION_LABELS: dict[str, str] = {
    "image": "Image",
    "rows": "Sequence of rows",
    "unit": "0 to 1",
    "signed": "−1 to 1",
    "two_moons": "Two moons",
    "circles": "Circles",
    "xor": "Quarters (XOR)",
    "blobs": "Blobs",
    "spirals": "Two spirals",
    "shape": "Name the shape",
    "cycles": "Count the cycles",
    "fp32": "32-bit floats",
    "epochs": "Epochs",
    "steps": "Steps",
    "constant": "Constant",
    "cosine": "Cosine",
    "inverse_sqrt": "Inverse square root",
}
