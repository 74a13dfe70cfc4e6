"""Tells at the end of a run which floors could be raised."""

from _pytest.terminal import TerminalReporter


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    for report in terminalreporter.stats.get("passed", []):
        for name, floors in report.user_properties:
            if name == "could be raised" and floors:
                terminalreporter.section("floors could be raised: python tests/scores/annotate/floors.py --raise")
                terminalreporter.write_line("\n".join(floors))
