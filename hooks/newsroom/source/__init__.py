"""Reading files once and strictly, for the build and the commands alike."""

from newsroom.source.limits import LIMITS, Limits
from newsroom.source.reader import Source, read_bytes, read_source
from newsroom.source.writer import write_source

__all__ = ["LIMITS", "Limits", "Source", "read_bytes", "read_source", "write_source"]
