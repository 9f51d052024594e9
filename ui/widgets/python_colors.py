"""Light colours for Python text: keywords in the accent, comments and texts quieter, names of definitions bold."""

import keyword
import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme import theme

_KEYWORDS = "|".join((*keyword.kwlist, "match", "case"))
_TOKEN = re.compile(
    r"(?P<comment>#.*)"
    r"|(?P<text>[rbf]?\"\"\"|[rbf]?\"(?:\\.|[^\"\\])*\"|[rbf]?'(?:\\.|[^'\\])*')"
    r"|\b(?:class|def)\s+(?P<name>\w+)"
    rf"|(?P<keyword>\b(?:{_KEYWORDS})\b)"
    r"|(?P<decorator>^\s*@[\w.]+)"
)
_QUOTES = '"""'
_INSIDE_TEXT = 1


class PythonColors(QSyntaxHighlighter):
    """Colours a document as it changes; `follow_theme` makes its colours anew."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = _formats()

    def follow_theme(self) -> None:
        """Use the colours of the theme that is in force now."""
        self._formats = _formats()
        self.rehighlight()

    def highlightBlock(self, line: str) -> None:
        start = 0
        if self.previousBlockState() == _INSIDE_TEXT:
            start = self._end_of_text(line, 0)
        while found := _TOKEN.search(line, start):
            start = found.end()
            if found.group().endswith(_QUOTES):
                begin = found.start()
                start = self._end_of_text(line, start)
                self.setFormat(begin, start - begin, self._formats["text"])
                continue
            if found["name"]:
                self.setFormat(found.start(), found.start("name") - found.start(), self._formats["keyword"])
            kind = found.lastgroup or ""
            self.setFormat(found.start(kind), found.end(kind) - found.start(kind), self._formats[kind])

    def _end_of_text(self, line: str, start: int) -> int:
        """Where the text of several lines ends that goes on at `start`, which this line may leave open."""
        end = line.find(_QUOTES, start)
        self.setCurrentBlockState(_INSIDE_TEXT if end < 0 else 0)
        end = len(line) if end < 0 else end + len(_QUOTES)
        self.setFormat(0 if start == 0 else start, end - start, self._formats["text"])
        return end


def _formats() -> dict[str, QTextCharFormat]:
    colors = theme.colors
    by_kind = {
        "comment": colors.muted,
        "text": colors.good,
        "name": colors.text,
        "keyword": colors.training,
        "decorator": colors.muted,
    }
    formats = {}
    for kind, color in by_kind.items():
        formats[kind] = QTextCharFormat()
        formats[kind].setForeground(QColor(color))
    formats["name"].setFontWeight(QFont.Weight.Bold)
    return formats
