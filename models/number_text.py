"""Numbers as people read them: grouped with thin spaces, a real minus sign, as many digits as asked for."""

import math

from models.text import THIN_SPACE

MINUS = "\u2212"
MOST_WHOLE = 1e15  # up to here whole numbers are written out, if they are meant to be plain


def number_text(value: float, digits: int = 4) -> str:
    """A value with `digits` significant digits: 1234.5 -> "1 234", 0.00012 -> "1.200e−4", nan -> "NaN"."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else MINUS + "∞"
    size = abs(value)
    if size == 0:
        return "0"
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")  # rounded: 0.99999 has the exponent of 1
    if size < 1e-4 or size >= 1e7:
        return f"{mantissa}e{int(exponent)}".replace("-", MINUS)
    return fixed_text(value, max(0, digits - 1 - int(exponent)))


def plain_text(value: float, digits: int = 6) -> str:
    """A value as a table of a person has it, without decimals that say nothing: 7.0 -> "7", 125.70 -> "125.7".

    Whole numbers keep all their digits: they may be names of something.
    """
    if value.is_integer() and abs(value) < MOST_WHOLE:
        return count_text(int(value))
    whole, point, decimals = number_text(value, digits).partition(".")
    decimals, sign, exponent = decimals.partition("e")
    decimals = decimals.rstrip("0")
    return f"{whole}{point if decimals else ''}{decimals}{sign}{exponent}"


def fixed_text(value: float, decimals: int) -> str:
    """A value with exactly so many decimals, whole thousands grouped; a zero never carries a minus sign."""
    text = f"{value:,.{decimals}f}".replace(",", THIN_SPACE)
    if text.startswith("-"):
        text = text[1:] if not text.strip("-0." + THIN_SPACE) else MINUS + text[1:]
    return text


def count_text(value: int) -> str:
    """A whole number, thousands grouped."""
    return fixed_text(value, 0)
