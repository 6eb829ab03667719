"""A second process for a part of the work, where the machine has a processor to spare.

It begins as a copy of this one (a fork, which only Linux does safely), works on what is already in
memory and sends back bytes through a pipe. What it did not send, for whatever reason, is left to
this process to do: nothing depends on it but time. `STDSYS_PROCESSES=1` does without.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NoReturn, TypeAlias

_PIPE_BYTES = 1 << 20
"""So much is sent ahead; the most that Linux grants everybody."""

_SET_PIPE_SIZE = 1031
"""F_SETPIPE_SZ of Linux."""

_LENGTH = 8

Send: TypeAlias = Callable[[bytes], None]
Work: TypeAlias = Callable[[Send], None]
"""What a second process does: it is given the function that sends a message."""


class SecondProcess:
    """A running second process, whose messages are received one by one; close it at the end."""

    def __init__(self, process: int, pipe: BinaryIO) -> None:
        """Take the number of the process and the pipe through which it sends."""
        self._process = process
        self._pipe = pipe

    @classmethod
    def start(cls, work: Work) -> "SecondProcess | None":
        """Run `work` in a second process; it is given the function that sends a message.

        None where there is no second processor, or where a copy of this process would not be safe.
        """
        if not may_start():
            return None
        receiving, sending = os.pipe()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # neither half a start
        try:
            process = os.fork()
            if process == 0:
                _run(work, receiving, sending, before)
        except OSError:  # no memory, too many processes: then alone
            os.close(receiving)
            os.close(sending)
            return None
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(sending)
        return cls(process, os.fdopen(receiving, "rb", buffering=_PIPE_BYTES))

    def receive(self) -> bytes | None:
        """Return the next message; None when there is none to come."""
        head = self._pipe.read(_LENGTH)
        if len(head) < _LENGTH:
            return None
        length = int.from_bytes(head, "little")
        message = self._pipe.read(length)
        return message if len(message) == length else None

    def close(self) -> None:
        """End the process, whether it has finished or not."""
        self._pipe.close()
        with suppress(ProcessLookupError, ChildProcessError):  # somebody else has waited for it
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def may_start() -> bool:
    """Whether a second process would run beside this one, and could be a copy of it."""
    if sys.platform != "linux" or os.environ.get("STDSYS_PROCESSES") == "1":
        return False
    try:
        tasks = sum(1 for _task in Path("/proc/self/task").iterdir())
    except OSError:
        return False
    awaited = signal.getsignal(signal.SIGCHLD) is not signal.SIG_IGN
    alone = tasks == 1  # else a lock may be held for ever
    return alone and awaited and len(os.sched_getaffinity(0)) > 1


def _run(work: Work, receiving: int, sending: int, mask: Iterable[int]) -> NoReturn:
    """Do the work as the second process, and end: nothing of the first one's may be run twice."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(receiving)
        _widen(sending)
        with os.fdopen(sending, "wb", buffering=0) as pipe:

            def send(message: bytes) -> None:
                _write_all(pipe, len(message).to_bytes(_LENGTH, "little") + message)

            work(send)
        code = 0
    finally:
        os._exit(code)  # whatever happened: the first process does what is missing, and says why


def _widen(pipe: int) -> None:
    from fcntl import fcntl

    try:
        fcntl(pipe, _SET_PIPE_SIZE, _PIPE_BYTES)
    except OSError:  # all pipes of this user together may be too wide already
        return


def _write_all(pipe: BinaryIO, message: bytes) -> None:
    rest = memoryview(message)
    while rest:
        rest = rest[pipe.write(rest) :]
