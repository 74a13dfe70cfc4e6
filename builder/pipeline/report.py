"""What a build is asked for and what it tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.briefing.tasks import Task
from builder.content.changes import Change, Outcome
from builder.problems import Problem, Severity
from builder.project import Project
from builder.site.output import Published


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of a build."""

    theme: str | None = None
    """Instead of the one that ``content/index.md`` names."""
    base_url: str | None = None
    """Instead of the one that ``content/index.md`` names."""
    strict: bool = False
    """Warnings fail the build, and nothing is published."""
    clean: bool = False
    """Remove what was published first."""
    dry_run: bool = False
    """Write nothing."""
    jobs: int = 1
    """Processes."""
    verify: bool = False
    """Build everything anew beside the site, and tell of each file that is not the same."""
    take_generated: tuple[Path, ...] = ()
    """Articles whose edits are given up for what the builder writes now."""
    pdf: bool = False
    """Print the dossier to a PDF too."""
    search: bool = True
    """Index changed pages for searching, and record the edition; a preview serves the last index and records none."""
    wait: bool = False
    """Wait for another build of the same briefing to end; else that it runs is a problem."""

    @property
    def anew(self) -> bool:
        """Whether to build even where nothing has changed since the last build."""
        return self.clean or self.verify or bool(self.take_generated)

    @property
    def settings(self) -> dict[str, str]:
        """The settings that the command line gives in place of those in ``content/index.md``."""
        given = {"theme": self.theme, "base_url": self.base_url}
        return {key: value for key, value in given.items() if value}

    @property
    def asked(self) -> dict[str, str]:
        """What of all this decides what the site holds or whether it is published."""
        flags = {"strict": self.strict, "search": self.search, "pdf": self.pdf}
        return {**self.settings, **{name: str(flag) for name, flag in flags.items()}}


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    changes: tuple[Change, ...] = ()
    published: Published | None = None
    """``None`` where the build stopped before anything was published."""
    made: int = 0
    """Files that were made, styles and scripts aside; the others stood as they would be."""
    links: int = 0
    """Links that were followed inside the site."""
    problems: tuple[Problem, ...] = ()
    """Sorted by place, each once."""
    tasks: tuple[Task, ...] = ()
    """What an editor should look at next, the worthiest first; worked out where nothing is to be written."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Wall time by stage, in order."""
    strict: bool = False

    @property
    def ok(self) -> bool:
        """Return whether the build succeeded: no errors and, when strict, no warnings."""
        return not fails(self.problems, self.strict)

    def count(self, outcome: Outcome) -> int:
        """Return how many articles had an outcome."""
        return sum(change.outcome is outcome for change in self.changes)


def fails(problems: Sequence[Problem], strict: bool) -> bool:
    """Return whether problems fail a build."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in failing for problem in problems)


def blocking(problems: Sequence[Problem], project: Project) -> bool:
    """Return whether an error lies in what the editor wrote; a seed that can't be read only stays out."""
    seeds = (project.show(project.seeds) + "/", "seeds/")
    return any(
        problem.severity is Severity.ERROR and not problem.location.path.startswith(seeds) for problem in problems
    )


def unsettled(problems: Sequence[Problem], project: Project) -> bool:
    """Return whether an error lies in the briefing's own file: then what may be shown, and how, is not known."""
    settings = project.show(project.content / "index.md")
    return any(problem.severity is Severity.ERROR and problem.location.path == settings for problem in problems)
