"""Open data: what the public pages say, as tables. Columns are Vietnamese, without marks.

Only what is published and shown on a page is in them: no draft, no scope of a plan, no abstract of
an internal document, none of what an article says for the report alone, no author (a table of who
wrote what would profile civil servants), and nothing that says who has no news.
"""

from newsroom.open_data.datasets import Dataset, datasets

__all__ = ["Dataset", "datasets"]
