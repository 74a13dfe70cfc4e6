"""Work spread over processes comes to what it would come to in one."""

import os

import pytest

from builder.problems import BuildError, error
from builder.workers import FEWEST, over_processes

ITEMS = [str(number) for number in range(2 * FEWEST + 1)]
PARENT = os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, FEWEST - 1, FEWEST, len(ITEMS)])
def test_every_result_comes_once_under_its_number(count: int, jobs: int) -> None:
    found = list(over_processes(str.encode, ITEMS[:count], jobs))
    assert sorted(found) == [(number, ITEMS[number].encode()) for number in range(count)]


def test_large_results_come_whole() -> None:
    found = dict(over_processes(lambda item: item.encode() * 10_000, ITEMS, 2))
    assert found == {number: item.encode() * 10_000 for number, item in enumerate(ITEMS)}


def test_a_fault_is_raised_where_it_was_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    fault = error("themes/x.html", "template-syntax", "wrong")

    def work(item: str) -> bytes:
        if item == "7":
            raise BuildError([fault])
        return item.encode()

    with pytest.raises(BuildError) as raised:
        list(over_processes(work, ITEMS, 3))
    assert raised.value.problems == (fault,)
    assert capfd.readouterr().err == ""


def test_what_a_worker_left_undone_is_done_here() -> None:
    def work(item: str) -> bytes:
        if os.getpid() != PARENT and int(item) > 20:
            os._exit(1)
        return item.encode()

    assert sorted(over_processes(work, ITEMS, 2)) == [(n, item.encode()) for n, item in enumerate(ITEMS)]
