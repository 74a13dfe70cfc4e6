"""Requests wait while a build changes the site: nobody sees half of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PATIENCE = 2.0
"""Seconds a build waits for answers that are on their way; files are replaced whole, so a late one is still whole."""


class Gate:
    """Shut at first; used in the server's event loop only."""

    def __init__(self) -> None:
        self._open = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._inside = 0
        self._ended = False

    @asynccontextmanager
    async def passing(self) -> AsyncIterator[bool]:
        """Wait until the gate is open, and keep it from shutting for the time of one answer.

        Gives false where there is nothing to wait for any more: the server ends.
        """
        while not self._open.is_set():
            await self._open.wait()
        self._inside += 1
        self._empty.clear()
        try:
            yield not self._ended
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()

    async def shut(self) -> None:
        """Let nobody in any more and wait for those inside, for a while."""
        if not self._ended:
            self._open.clear()
        try:
            await asyncio.wait_for(self._empty.wait(), PATIENCE)
        except TimeoutError:
            return

    def open(self) -> None:
        """Let everybody in."""
        self._open.set()

    def end(self) -> None:
        """Let nobody wait any more."""
        self._ended = True
        self._open.set()
