"""Small texts understood with a small register."""

from __future__ import annotations

from datetime import date

from newsroom.importing.blocks import Reading
from newsroom.importing.text_reader import read_text
from newsroom.importing.understanding.article import understand
from newsroom.importing.understanding.model import Understanding
from newsroom.registers import Registers

from ..small import document_register, unit_register
from .portal_text import REGISTER

TODAY = date(2026, 1, 5)


def registers() -> Registers:
    def fields(folder: str) -> dict[str, str]:
        inside = {p: t for p, t in REGISTER.items() if p.startswith(folder)}
        return {path: text.strip().strip("-").strip() for path, text in inside.items()}

    units = {path[len("don-vi/") : -3]: text for path, text in fields("don-vi/").items()}
    return Registers(
        unit_register(units), document_register(fields("ke-hoach/") | fields("van-ban/"))
    )


def understood(text: str | Reading) -> Understanding:
    reading = read_text(text.encode(), "bai.txt") if isinstance(text, str) else text
    return understand(reading, registers(), TODAY)
