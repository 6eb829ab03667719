"""A second process sends what it has made; whatever becomes of it, nothing depends on it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from stdsys.source import second_process
from stdsys.source.second_process import SecondProcess, may_start

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

Send = Callable[[bytes], None]


@contextmanager
def running(work: Callable[[Send], None]) -> Iterator[SecondProcess]:
    """Give a second process that is at work, though this one may have threads of other tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(second_process, "may_start", lambda: True)
        process = SecondProcess.start(work)
    assert process is not None
    try:
        yield process
    finally:
        process.close()


def test_messages_arrive_whole_and_in_order() -> None:
    messages = [b"", b"\0", b"x" * 3_000_000, "茶".encode()]  # more than a pipe holds

    def work(send: Send) -> None:
        for message in messages:
            send(message)

    with running(work) as process:
        assert [process.receive() for _ in messages] == messages
        assert process.receive() is None


def test_what_an_end_cuts_short_is_as_if_it_had_never_been_sent() -> None:
    def work(send: Send) -> None:
        send(b"first")
        os._exit(0)

    with running(work) as process:
        assert process.receive() == b"first"
        assert process.receive() is None


def test_an_error_in_it_ends_it_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    def work(send: Send) -> None:
        raise SystemExit("示例")

    with running(work) as process:
        assert process.receive() is None
    assert capfd.readouterr() == ("", "")


def test_it_ends_with_the_first() -> None:
    def work(send: Send) -> None:
        send(str(os.getpid()).encode())
        time.sleep(600)

    with running(work) as process:
        number = int(process.receive() or b"0")
        os.kill(number, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_it_does_nothing_of_the_first_ones_a_second_time() -> None:
    """Neither what waits in the buffer of standard output, nor what runs at the end."""
    program = """
import atexit, sys
from stdsys.source import second_process
from stdsys.source.second_process import SecondProcess
atexit.register(lambda: print("end"))
sys.stdout.write("begin ")
process = SecondProcess.start(lambda send: send(b"x"))
process and (process.receive(), process.close())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == ("begin end\n", "", 0)


@pytest.mark.parametrize(
    ("before", "may"),
    [
        ("", "True"),
        (
            "from threading import *; Thread(target=Event().wait, daemon=True).start()",
            "False",
        ),
        ("import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)", "False"),
        ("os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])", "False"),
    ],
)
def test_it_starts_only_where_it_is_safe_and_worth_it(before: str, may: str) -> None:
    """A thread might hold a lock for ever; a parent must hear of its child's end."""
    if len(os.sched_getaffinity(0)) == 1:
        may = "False"
    program = f"""
import os
from stdsys.source.second_process import may_start
{before}
print(may_start(), flush=True)
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, stdin=subprocess.PIPE
    )
    assert (done.stdout.strip(), done.stderr) == (may, "")


def test_users_may_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STDSYS_PROCESSES", "1")
    assert not may_start()
    assert SecondProcess.start(lambda send: send(b"")) is None
