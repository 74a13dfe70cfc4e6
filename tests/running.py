"""The commands as a user runs them."""

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from builder.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    status: int
    output: str
    errors: str

    @property
    def last(self) -> str:
        """The last line of the standard output."""
        return self.output.rstrip("\n").rpartition("\n")[2]


def run(*arguments: str | Path, at: Path) -> Ran:
    """Run a command in this process and in a folder; the exception of a bug comes through."""
    with chdir(at):
        done = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    return Ran(done.exit_code, done.stdout, done.stderr)


def run_apart(*arguments: str | Path, at: Path, **environment: str) -> Ran:
    """Run ``python -m builder`` in a process of its own, with more variables in its environment."""
    command = [sys.executable, "-m", "builder", *map(str, arguments)]
    done = subprocess.run(command, cwd=at, env={**os.environ, **environment}, capture_output=True, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
