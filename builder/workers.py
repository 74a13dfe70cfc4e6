"""Work spread over processes that share this one's memory: nothing is sent to them, only their results come back."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TypeVar

from builder.problems import BuildError

Item = TypeVar("Item")

FEWEST = 200
"""Items. Below this, starting processes takes longer than the work."""

_TOGETHER = 16
"""Results that are sent at once: each message wakes up whoever waits for it."""


def over_processes(work: Callable[[Item], bytes], items: Sequence[Item], jobs: int) -> Iterator[tuple[int, bytes]]:
    """Give the number and the result of every item, in the order they are done.

    What fails in a worker is done again here, so that its exception comes with its own traceback. Where processes
    can't share memory, or it isn't worth while, all is done here.
    """
    left = set(range(len(items)))
    if is_worth_while(len(items), jobs):
        for number, result in _spread(work, items, jobs):
            left.discard(number)
            yield number, result
    for number in sorted(left):
        yield number, work(items[number])


def is_worth_while(count: int, jobs: int) -> bool:
    """Return whether so many items are spread over processes."""
    return count >= FEWEST and can_spread(jobs)


def can_spread(jobs: int) -> bool:
    """Return whether there is more than one process to be had, and they share this one's memory."""
    return jobs > 1 and sys.platform == "linux"


def _spread(work: Callable[[Item], bytes], items: Sequence[Item], jobs: int) -> Iterator[tuple[int, bytes]]:
    context = get_context("fork")
    workers = []
    receivers: list[Connection] = []
    try:
        for first in range(jobs):
            receiver, sender = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(work, items, range(first, len(items), jobs), sender))
            worker.start()
            sender.close()
            workers.append(worker)
            receivers.append(receiver)
        while receivers:
            ready = wait(receivers)
            for receiver in [one for one in receivers if one in ready]:
                try:
                    yield from receiver.recv()
                except EOFError:
                    receivers.remove(receiver)
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()


def _work(work: Callable[[Item], bytes], items: Sequence[Item], share: range, sender: Connection) -> None:
    # What a person can mend ends this worker without a word: the rest is done by the caller, where it is told.
    with suppress(BuildError, OSError), sender:
        done: list[tuple[int, bytes]] = []
        try:
            for number in share:
                done.append((number, work(items[number])))
                if len(done) == _TOGETHER:
                    sender.send(done)
                    done = []
        finally:
            sender.send(done)
