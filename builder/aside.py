"""Work that a process of its own does while this one goes on: it shares this one's memory, and sends its result."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar, TypeVarTuple, cast

from builder.problems import BuildError
from builder.workers import can_spread

Value = TypeVar("Value")
Given = TypeVarTuple("Given")


def aside(jobs: int, function: Callable[[*Given], Value], *given: *Given) -> Callable[[], Value]:
    """Begin to work out ``function(*given)``; return what waits for it.

    With one job, or where processes can't share memory, it is worked out here when it is asked for; so it is again
    where the process fails, so that an exception comes with its own traceback. Whatever it returns is pickled, and
    should be small beside the work.
    """
    if not can_spread(jobs):
        return partial(function, *given)
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    worker = context.Process(target=_tell, args=(sender, function, given), daemon=True)
    worker.start()
    sender.close()

    def wait() -> Value:
        with receiver:
            try:
                return cast("Value", receiver.recv())
            except EOFError:
                return function(*given)
            finally:
                worker.join()

    return wait


def _tell(sender: Connection, function: Callable[..., object], given: tuple[object, ...]) -> None:
    # What a person can mend ends this process without a word: the caller does the work, and it is told there.
    with suppress(BuildError, OSError), sender:
        sender.send(function(*given))
