"""What gathers while an article is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.importing.blocks import Remark
from newsroom.importing.understanding.model import Finding


@dataclass(slots=True)
class Gathered:
    """Fields found so far, and what a person should know."""

    findings: list[Finding] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def doubt(self, message: str, line: int | None, *readings: str) -> None:
        """Tell of a doubt; *readings* are the one taken, then the other."""
        self.remarks.append(Remark("doubtful", message, line, readings))
