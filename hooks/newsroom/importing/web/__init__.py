"""Reads web pages saved from the old portal."""
