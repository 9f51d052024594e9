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
    "backwards": "Backwards",
    "sorted": "By the alphabet",
    "word": "The word",
    "context": "The words around it",
    "hidden": "Hidden words",
    "fp32": "32-bit floats",
}
