"""Sample content for tests, benchmarks and demonstrations: any number of articles, all invented.

Everything says that it is a sample (“Bài mẫu số 12: …”, “Phòng 2 (mẫu)”, “Người viết mẫu 7”),
nothing is about a real agency, and the folder is never part of the published site.
"""

from newsroom.sample.generate import generate
from newsroom.sample.page import FIRST_DAY, LAST_DAY

__all__ = ["FIRST_DAY", "LAST_DAY", "generate"]
