"""A progress bar that appears only when something takes longer than a second."""

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

DELAY = 1.0
"""Seconds of silence before the bar is drawn."""


class LateBar:
    """`with LateBar("reading") as bar: bar.advance_to(3, 10)`; draws on standard error."""

    def __init__(self, label: str, delay: float = DELAY) -> None:
        self._label = label
        self._shows_from = time.monotonic() + delay
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> "LateBar":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def advance_to(self, done: int, of: int) -> None:
        """Tell that `done` of `of` steps are behind us."""
        if self._progress is None:
            if time.monotonic() < self._shows_from:
                return
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            console = Console(stderr=True)
            self._progress = Progress(*columns, console=console, transient=True)
            self._task = self._progress.add_task(self._label, total=of)
            self._progress.start()
        if self._task is not None:
            self._progress.update(self._task, completed=done, total=of)
