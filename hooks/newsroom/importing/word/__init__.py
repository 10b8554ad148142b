"""Reads Word files (.docx): mammoth's HTML after passes over the OOXML, then blocks of ours."""

from newsroom.importing.word.reading import read_word

__all__ = ["read_word"]
