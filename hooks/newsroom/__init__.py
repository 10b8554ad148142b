"""All that the portal knows about news, in plain Python.

Reads a folder of Markdown files into an immutable ``Newsroom`` and turns that into finished views
for templates. Imports neither mkdocs nor material: whatever renders the site can change.
"""
