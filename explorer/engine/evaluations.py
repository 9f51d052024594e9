"""Evaluations that were asked for: each comes before anything else goes on, and is told when it is done."""

from collections import deque
from collections.abc import Callable, Iterator

from explorer.dataset import SplitName
from explorer.engine.learner import Learner
from explorer.engine.loop import WAITING, Moment, evaluate


class Evaluations:
    """Those that wait and the one under way; `moments` computes them where training leaves room for them."""

    def __init__(
        self,
        learner: Learner,
        tell: Callable[[SplitName, dict[str, float]], None],
        on_end: Callable[[], None],
    ) -> None:
        self._learner = learner
        self._tell = tell  # the split and its metrics
        self._on_end = on_end  # whatever became of it
        self._waiting: deque[SplitName] = deque()
        self._is_under_way = False
        self.are_given_up = False

    @property
    def are_due(self) -> bool:
        """Whether one is under way, or waits."""
        return self._is_under_way or bool(self._waiting)

    @property
    def wait(self) -> bool:
        """Whether one has yet to begin."""
        return bool(self._waiting)

    def ask(self, split: SplitName) -> None:
        self._waiting.append(split)

    def forget(self) -> None:
        """Begin none of those that wait."""
        self._waiting.clear()

    def give_up(self) -> None:
        """The run is let go: begin none, and end none that is under way."""
        self.are_given_up = True
        self._waiting.clear()

    def moments(self) -> Iterator[Moment]:
        """Evaluate whatever was asked for."""
        while self._waiting:
            split, self._is_under_way = self._waiting.popleft(), True
            try:
                yield from self._evaluation(split)
            finally:
                self._is_under_way = False
            self._on_end()
            yield WAITING

    def _evaluation(self, split: SplitName) -> Iterator[Moment]:
        evaluation = evaluate(self._learner, split, looks_ahead=True)
        while not self.are_given_up:
            try:
                moment = next(evaluation)
            except StopIteration as done:
                self._tell(split, done.value)
                return
            yield moment
        evaluation.close()
