"""What a process of its own works out comes to what it would come to here."""

import os
import sys

import pytest

from builder.aside import aside
from builder.problems import BuildError, error

PARENT = os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_result_comes_whole_when_it_is_asked_for(jobs: int) -> None:
    one, other = aside(jobs, str.split, "so " * 1_000_000), aside(jobs, sum, range(10))
    assert other() == 45
    assert one() == ["so"] * 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes can't share memory")
def test_what_is_worked_out_aside_is_not_worked_out_here() -> None:
    assert aside(2, os.getpid)() != PARENT
    assert aside(1, os.getpid)() == PARENT


def test_a_fault_is_raised_where_it_was_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    fault = error("content/index.md", "settings-wrong", "wrong")

    def work() -> None:
        raise BuildError([fault])

    told = aside(2, work)
    with pytest.raises(BuildError) as raised:
        told()
    assert raised.value.problems == (fault,)
    assert capfd.readouterr().err == ""


def test_what_a_process_left_undone_is_done_here() -> None:
    def work() -> str:
        if os.getpid() != PARENT:
            os._exit(1)
        return "done"

    assert aside(2, work)() == "done"
