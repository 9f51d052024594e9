"""Any pane as a picture or as numbers, on the clipboard or in a file."""

import csv
import io
from pathlib import Path

import numpy as np
from PySide6.QtCore import QMarginsF, QPoint, QRect, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from explorer.input_problems import FILE_NOT_WRITTEN, NO_SUCH_FORMAT
from models.problem import InputError
from ui.pane import Numbers, Pane

SUFFIXES = (".png", ".svg", ".pdf", ".csv", ".npz")


def copy_picture(pane: Pane) -> None:
    """Put the pane's picture on the clipboard."""
    QGuiApplication.clipboard().setPixmap(pane.grab())


def copy_numbers(pane: Pane) -> bool:
    """Put what the pane shows on the clipboard as tables that a spreadsheet takes; whether it shows anything."""
    numbers = pane.numbers()
    if numbers:
        QGuiApplication.clipboard().setText(as_table(numbers, "\t"))
    return bool(numbers)


def save_pane(pane: Pane, path: Path) -> None:
    """Write the pane to a file, in the format that the file's name asks for.

    Raises:
        InputError: when there is no such format, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError((NO_SUCH_FORMAT.at(str(path), file=str(path), suffixes=", ".join(SUFFIXES)),))
    try:
        _save(pane, path, suffix)
    except OSError as error:
        cause = error.strerror or str(error)
        raise InputError((FILE_NOT_WRITTEN.at(str(path), file=str(path), cause=cause),)) from error


def _save(pane: Pane, path: Path, suffix: str) -> None:
    match suffix:
        case ".svg":
            _save_svg(pane, path)
        case ".pdf":
            _save_pdf(pane, path)
        case ".csv":
            path.write_text(as_table(pane.numbers(), ","), "utf-8")
        case ".npz":
            with path.open("wb") as file:
                np.savez(file, **pane.numbers())  # type: ignore[arg-type]
        case _:
            _check_writable(path)
            if not pane.grab().save(str(path), "PNG"):
                raise OSError("the picture could not be written in full")


def as_table(numbers: Numbers, separator: str) -> str:
    """Named arrays one below the other, each under its name; more than two axes are flattened to rows of the last."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    for name, values in numbers.items():
        writer.writerow([name, " x ".join(map(str, values.shape))])
        rows = values.reshape(-1, 1) if values.ndim < 2 else values.reshape(-1, values.shape[-1])
        # a float32 of 166.9 is written so, and not as 166.89999389648438
        writer.writerows((rows.astype(str) if rows.dtype == np.float32 else rows).tolist())
        writer.writerow([])
    return text.getvalue()


def _save_svg(pane: QWidget, path: Path) -> None:
    _check_writable(path)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(pane.size())
    generator.setViewBox(QRect(0, 0, pane.width(), pane.height()))
    painter = QPainter(generator)
    pane.render(painter, QPoint())
    painter.end()


def _save_pdf(pane: QWidget, path: Path) -> None:
    _check_writable(path)
    writer = QPdfWriter(str(path))
    writer.setResolution(96)
    points = QSizeF(pane.width() * 0.75, pane.height() * 0.75)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    pane.render(painter, QPoint())
    painter.end()


def _check_writable(path: Path) -> None:
    """Qt's writers fail silently; Python says why."""
    with path.open("wb"):
        pass
