"""A thousand sample articles, built once; and how long inputs took, said but never asserted."""

from __future__ import annotations

import pytest

from newsroom.sample import generate

from .building import URL, Built, build

SAMPLE_NOW = "2026-01-05T08:00"


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample as ``build --strict`` makes it."""
    folder = tmp_path_factory.mktemp("mau")
    generate(1_000, folder / "docs")
    return build(folder / "docs", folder / "site", now=SAMPLE_NOW, strict=True, site_url=URL)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the five inputs whose build took longest."""
    times = [
        (float(value), report.nodeid.rpartition("::")[2])
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == "seconds"
    ]
    if times:
        terminalreporter.section("slowest inputs")
        for seconds, name in sorted(times, reverse=True)[:5]:
            terminalreporter.write_line(f"{seconds:6.2f} s  {name}")
