"""The lint of newsroom Vietnamese: slips, personal data, guilt asserted before judgment.

Every rule is one function from a text to what it found; none changes the text. All are notes, and
an article may silence each with a reason (``lint_ignore``).
"""

from newsroom.lint.prose import Prose
from newsroom.lint.rules import lint

__all__ = ["Prose", "lint"]
