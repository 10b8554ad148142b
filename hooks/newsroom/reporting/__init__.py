"""The annex that goes with an office's periodic report: rows, supplement, files."""
