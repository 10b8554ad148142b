"""The list of rules, and the one function that applies them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsroom.lint.headlines import headline_in_capitals, long_headline
from newsroom.lint.persons import minors_named, personal_numbers, presumption_of_innocence
from newsroom.lint.prose import Prose, Slip
from newsroom.lint.spelling import (
    doubled_words,
    known_slips,
    mixed_tone_placement,
    sign_off_inside,
    stray_spaces,
)
from newsroom.problems import Problem, problem

Rule = Callable[[Prose], Iterator[Slip]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("spelling-slip", known_slips),
    ("spelling-slip", stray_spaces),
    ("word-doubled", doubled_words),
    ("sign-off-inside", sign_off_inside),
    ("tone-placement", mixed_tone_placement),
    ("headline-long", long_headline),
    ("headline-capitals", headline_in_capitals),
    ("presumption-of-innocence", presumption_of_innocence),
    ("personal-number", personal_numbers),
    ("minor-named", minors_named),
)
"""Code in the catalogue → the rule that finds it."""


def lint(path: str, prose: Prose) -> Iterator[Problem]:
    """All that the rules find in the article *path*."""
    for code, rule in RULES:
        for slip in rule(prose):
            line = prose.title_line if slip.start is None else prose.line_of(slip.start)
            values: dict[str, Any] = dict(slip.values)
            yield problem(code, path, line, **values)
