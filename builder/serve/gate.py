"""Requests wait while a build changes the site: nobody sees half of it. What is done before the rest is let through."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from builder.site.audience import Early
from builder.site.exports.manifest import File
from builder.urls import PagePath

PATIENCE = 2.0
"""Seconds a build waits for answers that are on their way; files are replaced whole, so a late one is still whole."""


class Gate:
    """Shut at first; used in the server's event loop only."""

    def __init__(self) -> None:
        self._is_open = False
        self._early: Early | None = None
        self._news = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._inside = 0
        self._ended = False

    @asynccontextmanager
    async def passing(self, path: PagePath) -> AsyncIterator[bool]:
        """Wait until a file may be seen, and keep the gate from shutting for the time of one answer.

        Gives false where there is nothing to wait for any more: the server ends.
        """
        while not (self._is_open or self._is_early(path)):
            await self._news.wait()
        self._inside += 1
        self._empty.clear()
        try:
            yield not self._ended
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()

    def fresh(self, path: PagePath) -> File | None:
        """Return a file that is made and not yet in place; ``None`` for any other."""
        return self._early.fresh.get(path) if self._early else None

    async def shut(self) -> None:
        """Let nobody in any more and wait for those inside, for a while."""
        self._is_open = self._ended
        try:
            await asyncio.wait_for(self._empty.wait(), PATIENCE)
        except TimeoutError:
            return

    def open(self, early: Early | None = None) -> None:
        """Let everybody in, or those alone who ask for what is done before the rest."""
        self._early = early
        self._is_open = early is None or self._ended
        news, self._news = self._news, asyncio.Event()
        news.set()

    def end(self) -> None:
        """Let nobody wait any more."""
        self._ended = True
        self.open()

    def _is_early(self, path: PagePath) -> bool:
        return self._early is not None and (path in self._early.fresh or path in self._early.standing)
