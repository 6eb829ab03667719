"""Runs one process and says what it took, by the kernel's own account."""

import os
import signal
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

KILLED = -signal.SIGKILL


@dataclass(frozen=True)
class Taken:
    """What a process took: wall and CPU seconds, peak memory in MiB; and how it ended."""

    wall: float
    cpu: float
    peak: float
    exit: int

    @classmethod
    def median(cls, taken: Sequence["Taken"]) -> "Taken":
        """Return the median of each; of the endings, one that is not 0 if there is any."""
        return cls(
            statistics.median(one.wall for one in taken),
            statistics.median(one.cpu for one in taken),
            statistics.median(one.peak for one in taken),
            next((one.exit for one in taken if one.exit), 0),
        )


def run(
    command: Sequence[str],
    folder: Path,
    *,
    environment: Mapping[str, str],
    complaints: Path,
    standard_input: Path | None = None,
    cap: int = 3_600,
) -> Taken:
    """Run a command to its end, or until `cap` seconds have passed (then its exit is KILLED).

    CPU and memory count its children, too: CPU their sum, memory the largest single process (and
    never less than this process holds, which is why nothing large is made here). What it writes to
    standard error goes to the file `complaints`.
    """
    with (standard_input or Path(os.devnull)).open("rb") as given, complaints.open("wb") as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )

        def stop(signum: int, frame: FrameType | None) -> None:
            os.killpg(child.pid, signal.SIGKILL)

        before = signal.signal(signal.SIGALRM, stop)
        signal.alarm(cap)
        try:
            _pid, status, usage = os.wait4(child.pid, 0)
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode)


def child_environment(scratch: Path) -> dict[str, str]:
    """Return the environment of the processes: nothing of theirs is kept outside `scratch`.

    Compiled Python is kept there even where the caller keeps none (as `.ci/run` does): whoever
    has installed the program has it compiled.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STDSYS_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "STDSYS_LANG": "zh",
    }
