"""A second process for a part of the work, where the machine has a processor to spare.

It begins as a copy of this one (a fork, which only Linux does safely), works on what is already in
memory and sends back bytes through a pipe. What it did not send, for whatever reason, is left to
this process to do: nothing depends on it but time. `STDSYS_PROCESSES=1` does without.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

_PIPE_BYTES = 1 << 20
"""So much is sent ahead; the most that Linux grants everybody."""

_SET_PIPE_SIZE = 1031
"""F_SETPIPE_SZ of Linux."""

_LENGTH = 8


class SecondProcess:
    """A running second process, whose messages are received one by one; close it at the end."""

    def __init__(self, process: int, pipe: BinaryIO) -> None:
        """Take the number of the process and the pipe through which it sends."""
        self._process = process
        self._pipe = pipe

    @classmethod
    def start(cls, work: "Callable[[Callable[[bytes], None]], None]") -> "SecondProcess | None":
        """Run `work` in a second process; it is given the function that sends a message.

        None where there is no second processor, or where a copy of this process would not be safe.
        """
        if not may_start():
            return None
        receiving, sending = os.pipe()
        try:
            process = os.fork()
        except OSError:  # no memory, too many processes: then alone
            os.close(receiving)
            os.close(sending)
            return None
        if process == 0:
            os.close(receiving)
            _run(work, sending)
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
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def may_start() -> bool:
    """Whether a second process would run beside this one, and could be a copy of it."""
    if sys.platform != "linux" or os.environ.get("STDSYS_PROCESSES") == "1":
        return False
    threads = sys.modules.get("threading")
    alone = threads is None or threads.active_count() == 1  # else a lock may be held for ever
    return alone and len(os.sched_getaffinity(0)) > 1


def _run(work: "Callable[[Callable[[bytes], None]], None]", sending: int) -> None:
    """Do the work as the second process, and end: nothing of the first one's may be run twice."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
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
