"""Whoever listens to a command may stop."""

import fcntl
import os
import signal
import subprocess
import termios
import time
from array import array

import pytest

from tests.ui.shell import ROOT, Shell, python


def quietly(office: Shell, *words: str, behind: str) -> tuple[int, str]:
    """Exit code and complaints of the program behind a shell's redirection."""
    ended = subprocess.run(
        ["bash", "-c", f'"$@" {behind}', "bash", *python("--data", str(office.data), *words)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(
    ("behind", "code"),
    [("| head -0; exit ${PIPESTATUS[0]}", 0), (">&-", 0), ("> /dev/full", 1), ("<&- 2>&-", 0)],
)
def test_whoever_stops_listening_loses_nothing(office: Shell, behind: str, code: int) -> None:
    assert quietly(office, "issue", "--service", "35", behind=behind) == (code, "")
    assert office.done("issue", "--service", "35")["label"] == "الف ۰۰۲"


def test_help_may_be_cut_short(office: Shell) -> None:
    assert quietly(office, "--help", behind="| head -0; exit ${PIPESTATUS[0]}") == (0, "")


def test_standard_input_may_be_closed(office: Shell) -> None:
    assert quietly(office, "register", "-", behind="<&-") == (3, "")


def test_ctrl_c_ends_a_command_without_a_word(office: Shell) -> None:
    before = office.events()
    order = subprocess.Popen(
        python("--data", str(office.data), "register", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert order.stdin
    order.stdin.write(b"{")
    order.stdin.flush()
    waiting = array("i", [1])
    while waiting[0]:  # until it has begun to read
        time.sleep(0.01)
        fcntl.ioctl(order.stdin.fileno(), termios.FIONREAD, waiting)
    order.send_signal(signal.SIGINT)
    said, complaint = order.communicate(timeout=60)
    assert (order.returncode, said, complaint) == (130, b"", b"")
    assert office.events() == before
