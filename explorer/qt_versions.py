"""Which versions of PySide6 cannot be used, whoever asks: the window before it opens, and the doctor."""


def refuses_qt(qt_version: str, python: tuple[int, ...]) -> bool:
    """Whether this PySide6 loses references on this Python, which ends the process after a while."""
    if qt_version in ("6.11.0", "6.11.1"):
        return True
    return qt_version.startswith("6.12.0") and python < (3, 12)
