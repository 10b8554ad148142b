"""All that knows MkDocs: its events, its files and pages, the folder it writes to."""
