"""Documents as prose names them: numbered references, and names from the register."""

from newsroom.references.finder import Reference, find_references
from newsroom.references.names import Named, Names, find_named

__all__ = ["Named", "Names", "Reference", "find_named", "find_references"]
