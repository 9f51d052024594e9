"""What one row of a stack says about a block, in the window's language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.port import Port
from models.problem import Problem
from models.resolve import ResolvedBlock
from models.text import shown
from ui.text import say, tr
from ui.widgets.change_signs import SignName

UNKNOWN = "?"
Signs = Callable[[ResolvedBlock], tuple[SignName, ...]]  # what is changed at a block in the run


@dataclass(frozen=True)
class BlockRow:
    """The words of a row; `problems` is empty where nothing is wrong, `signs` where nothing is changed in the run."""

    path: str
    title: str
    caption: str
    shape: str
    num_params: str
    problems: str = ""
    signs: tuple[SignName, ...] = ()

    def spoken(self) -> str:
        """The whole row as a sentence, for screen readers."""
        words = tr("{title} {caption}, output {shape}", title=self.title, caption=self.caption, shape=self.shape)
        return ". ".join(part for part in (words, *map(sign_words, self.signs), self.problems) if part)

    def hint(self) -> str:
        """What is worth to be known beside the row: what is changed in the run, and what is wrong."""
        return "\n".join(part for part in (*map(sign_words, self.signs), self.problems) if part)


def block_row(block: ResolvedBlock, problems: Iterable[Problem] = (), signs: tuple[SignName, ...] = ()) -> BlockRow:
    """The row of one block."""
    return BlockRow(
        block.path,
        tr(block.layer.label),
        tr(block.layer.caption()) if block.layer.caption() else "",
        shape_text(block.out_port),
        shown(block.num_params) if block.num_params else "",
        problem_text(problems),
        signs,
    )


def no_signs(block: ResolvedBlock) -> tuple[SignName, ...]:
    """Where there is no run, nothing is changed in it."""
    return ()


def sign_words(sign: SignName) -> str:
    """What a sign at a block says."""
    if sign == "freeze":
        return tr("Frozen in this run: its weights stay as they are")
    return tr("Some of it is silenced in this run: it answers 0")


def branch_title(stack: str) -> str:
    """What a stack inside a composite is called by its path there: "branches.0.blocks" -> "Branch 1"; "" for one."""
    field, _, rest = stack.partition(".")
    return tr("Branch {number}", number=int(rest.partition(".")[0]) + 1) if field == "branches" else ""


def shape_text(port: Port | None) -> str:
    """A shape such as 16 × 8 × 8; a question mark where it cannot be told."""
    return UNKNOWN if port is None else shown(port.shape)


def problem_text(problems: Iterable[Problem]) -> str:
    """Cause and remedy of every problem, one per line."""
    return "\n".join(f"▲ {say(problem.message)} {say(problem.remedy)}" for problem in problems)
