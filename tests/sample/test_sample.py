"""The sample is a faultless site: readable, valid, every name and link leads to one thing."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TypeVar

import pytest
from PIL import Image
from pydantic import BaseModel

from newsroom.dates import as_day
from newsroom.sample import FIRST_DAY, LAST_DAY, generate
from newsroom.schema import (
    ArticleMeta,
    ClosingKind,
    DocumentCitation,
    DocumentMeta,
    PageMeta,
    PlanMeta,
    UnitMeta,
)
from newsroom.source import Source, read_source
from newsroom.text import fold, slugify

COUNT = 200
COMMAND = Path(__file__).parents[2] / "scripts" / "sample.py"
CONTENTS = {
    "cong-khai",
    "ban-quyet-dinh",
    "tham-gia-y-kien",
    "kiem-tra-giam-sat",
    "to-chuc-thuc-hien",
}
FORMS = {
    "kiem-tra",
    "tu-kiem-tra",
    "hoi-nghi-can-bo",
    "doi-thoai",
    "lay-y-kien",
    "niem-yet-thong-bao",
    "tuyen-truyen-quan-triet",
    "tap-huan-toa-dam",
    "ban-thanh-tra-nhan-dan",
    "ban-hanh-van-ban",
    "so-ket-tong-ket",
}
MODELS: dict[str, type[BaseModel]] = {
    "tin": ArticleMeta,
    "don-vi": UnitMeta,
    "ke-hoach": PlanMeta,
    "van-ban": DocumentMeta,
}
Meta = TypeVar("Meta", bound=BaseModel)
Pages = dict[str, tuple[Source, BaseModel]]


def folder(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("mau") / "docs"
    generate(COUNT, out)
    return out


@pytest.fixture(scope="module")
def pages(root: Path) -> Pages:
    """Every page, read as strictly as the build reads it; a fault fails here."""
    read: Pages = {}
    for path in sorted(p.relative_to(root).as_posix() for p in root.rglob("*.md")):
        source = read_source(root, path)
        assert source.problems == (), path
        model = MODELS.get(path.partition("/")[0], PageMeta)
        read[path] = source, model.model_validate(source.values)
    return read


def of_kind(pages: Pages, kind: type[Meta]) -> dict[str, Meta]:
    return {path: meta for path, (_, meta) in pages.items() if type(meta) is kind}


@pytest.fixture(scope="module")
def articles(pages: Pages) -> dict[str, ArticleMeta]:
    return of_kind(pages, ArticleMeta)


@pytest.fixture(scope="module")
def units(pages: Pages) -> dict[str, UnitMeta]:
    return {Path(path).stem: meta for path, meta in of_kind(pages, UnitMeta).items()}


@pytest.fixture(scope="module")
def documents(pages: Pages) -> dict[str, DocumentMeta]:
    return {**of_kind(pages, PlanMeta), **of_kind(pages, DocumentMeta)}


def filed_on(article: ArticleMeta) -> date:
    day = article.event_date or article.date
    assert isinstance(day, date)
    return as_day(day)


def test_same_count_and_seed_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    generate(COUNT, tmp_path / "again")
    assert folder(tmp_path / "again") == folder(root)


def test_another_seed_gives_other_articles(root: Path, tmp_path: Path) -> None:
    generate(5, tmp_path / "other", seed=2)
    mine = {path for path in folder(tmp_path / "other") if path.startswith("tin/2")}
    assert not mine <= set(folder(root))


def test_a_small_sample_is_part_of_a_large_one(root: Path, tmp_path: Path) -> None:
    generate(60, tmp_path / "small")
    large = folder(root)
    for path, data in folder(tmp_path / "small").items():
        assert large[path] == data, path


def test_no_articles_still_make_a_site(tmp_path: Path) -> None:
    generate(0, tmp_path)
    assert "index.md" in folder(tmp_path)
    assert not list(tmp_path.glob("tin/2*"))


def test_counts(pages: Pages, articles: dict[str, ArticleMeta], units: dict[str, UnitMeta]) -> None:
    assert len(articles) == COUNT
    assert len(units) == 28
    assert len(of_kind(pages, PlanMeta)) == 3
    assert len(of_kind(pages, DocumentMeta)) == 3
    assert {"index.md", "dan-chu/index.md"} <= set(pages)


def test_shares(articles: dict[str, ArticleMeta]) -> None:
    def share(*values: object) -> float:
        return sum(map(bool, values)) / COUNT

    every = list(articles.values())
    assert 0.5 < share(*(a.plan for a in every)) < 0.7
    assert 0.25 < share(*(a.democracy for a in every)) < 0.45
    assert 0.4 < share(*(a.summary for a in every)) < 0.6
    assert 0.2 < share(*(a.image for a in every)) < 0.4
    assert 0.1 < share(*(a.aliases for a in every)) < 0.3
    assert share(*(a.draft for a in every)) == 0.01
    assert share(*(a.publish_at for a in every)) == 0.01
    assert any(a.date == "unknown" for a in every)
    assert any(a.event_date is None for a in every)
    assert any("dân chủ ở cơ sở" in a.tags and not a.democracy for a in every)
    activities = Counter(a.activity for a in every if a.activity)
    assert 2 in activities.values()


def test_everything_says_that_it_is_a_sample(pages: Pages) -> None:
    for path, (_, meta) in pages.items():
        assert "mẫu" in str(getattr(meta, "title", "")).lower(), path


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_days_lie_between_the_first_and_the_last(
    articles: dict[str, ArticleMeta], day: date
) -> None:
    days = sorted(filed_on(article) for article in articles.values())
    assert FIRST_DAY <= days[0] <= days[-1] <= LAST_DAY
    assert abs((min(days, key=lambda d: abs(d - day)) - day).days) < 120


def test_events_come_before_their_publication(articles: dict[str, ArticleMeta]) -> None:
    for path, article in articles.items():
        if isinstance(article.date, date) and article.event_date:
            assert 0 <= (as_day(article.date) - article.event_date).days <= 3, path


def test_file_names_are_canonical(root: Path, articles: dict[str, ArticleMeta]) -> None:
    names = [Path(path).stem for path in folder(root)]
    for name in names:
        assert name == slugify(name), name
        assert len(name) <= 96
        assert not name.isdecimal()
        assert name != "trang"
    assert len(set(articles)) == len({path.casefold() for path in articles})


def test_files_end_lines_as_they_should(root: Path) -> None:
    for path in root.rglob("*.md"):
        data = path.read_bytes()
        assert data.startswith(b"---\n")
        assert data.endswith(b"\n")
        assert b"\r" not in data


def test_bodies_have_300_to_1500_words(pages: Pages, articles: dict[str, ArticleMeta]) -> None:
    bodies = [pages[path][0].body for path in articles]
    assert all(300 <= len(body.split()) <= 1500 for body in bodies)
    assert len(set(bodies)) == COUNT


def test_relative_links_and_pictures_resolve(
    root: Path, pages: Pages, articles: dict[str, ArticleMeta]
) -> None:
    hidden = {path for path, meta in articles.items() if meta.draft or meta.publish_at}
    for path, article in articles.items():
        targets = re.findall(r"\]\(([^)\s]+)\)", pages[path][0].body)
        assert targets, path
        targets += [article.image.src] if article.image else []
        for target in targets:
            found = normpath(join(dirname(path), target))
            assert (root / found).is_file(), (path, target)
            assert found not in hidden, (path, target)


def test_old_addresses_are_unique(articles: dict[str, ArticleMeta]) -> None:
    addresses = [address for article in articles.values() for address in article.aliases]
    assert len(addresses) == len(set(addresses))
    assert all(re.fullmatch(r"/vksnd-tp/[a-z0-9-]{1,96}-\d+", address) for address in addresses)


def names_on(unit: UnitMeta, day: date) -> set[str]:
    """The names and aliases of *unit* on *day*; none when it does not exist then."""
    if not covers(unit.valid_from, unit.valid_to, day):
        return set()
    named = [n.name for n in unit.names if covers(n.valid_from, n.valid_to, day)] or [unit.title]
    return {fold(name) for name in (*named, *unit.aliases)}


def covers(first: date | None, last: date | None, day: date) -> bool:
    return (first or date.min) <= day <= (last or date.max)


def test_units_exist_on_the_day(
    articles: dict[str, ArticleMeta], units: dict[str, UnitMeta]
) -> None:
    ways: Counter[str] = Counter()
    for path, article in articles.items():
        day = filed_on(article)
        roles = article.units
        for text in (
            *([article.unit] if article.unit else []),
            *roles.inspected,
            *roles.led_by,
            *roles.partner,
            *roles.mentioned,
        ):
            if text in units:
                assert covers(units[text].valid_from, units[text].valid_to, day), (path, text)
                ways["id"] += 1
            else:
                named = [id_ for id_, unit in units.items() if fold(text) in names_on(unit, day)]
                assert len(named) == 1, (path, text, named)
                ways["alias" if text in units[named[0]].aliases else "name"] += 1
        assert article.unit
    assert set(ways) == {"id", "name", "alias"}


def test_names_belong_to_one_unit_at_a_time(units: dict[str, UnitMeta]) -> None:
    for day in (FIRST_DAY, date(2020, 6, 30), date(2025, 6, 30), date(2025, 7, 1), LAST_DAY):
        names = Counter(name for unit in units.values() for name in names_on(unit, day))
        assert set(names.values()) == {1}
    assert Counter(unit.title for unit in units.values())["Phòng 3 (mẫu)"] == 2


def test_closed_units_and_their_successors_agree(units: dict[str, UnitMeta]) -> None:
    expected = {
        ClosingKind.MERGED: {1},
        ClosingKind.RENAMED: {1},
        ClosingKind.SPLIT: {2},
        ClosingKind.DISSOLVED: {0},
        ClosingKind.UNDETERMINED: {0},
    }
    kinds: dict[ClosingKind, set[int]] = defaultdict(set)
    for id_, unit in units.items():
        assert unit.parent is None or unit.parent in units
        for older in unit.predecessors:
            closing = units[older].closing
            assert closing
            assert id_ in closing.successors
        if unit.closing:
            assert unit.valid_to
            kinds[unit.closing.kind].add(len(unit.closing.successors))
            for successor in unit.closing.successors:
                assert id_ in units[successor].predecessors
                assert (units[successor].valid_from or date.min) > unit.valid_to
    assert kinds == expected


def resolve(documents: dict[str, DocumentMeta], cited: DocumentCitation) -> DocumentMeta:
    found = [
        document
        for document in documents.values()
        if document.number == cited.number
        and isinstance(document.date, date)
        and cited.date in (None, document.date, document.date.year)
    ]
    assert len(found) == 1, cited
    return found[0]


def test_citations_lead_to_one_document(
    articles: dict[str, ArticleMeta], documents: dict[str, DocumentMeta]
) -> None:
    for path, article in articles.items():
        day = filed_on(article)
        for cited in article.plan:
            plan = resolve(documents, cited)
            assert isinstance(plan, PlanMeta)
            assert covers(plan.starts, plan.ends, day), path
        for cited in article.documents:
            document = resolve(documents, cited)
            assert isinstance(document.date, date)
            assert document.date <= day, path


def test_numbers_are_unique_only_within_a_year(tmp_path: Path) -> None:
    generate(0, tmp_path)
    numbers = Counter[str]()
    keys = Counter[tuple[str, int]]()
    for folder_name, model in (("ke-hoach", PlanMeta), ("van-ban", DocumentMeta)):
        for file in (tmp_path / folder_name).iterdir():
            meta = model.model_validate(read_source(tmp_path, f"{folder_name}/{file.name}").values)
            assert isinstance(meta.date, date)
            numbers[meta.number] += 1
            keys[meta.number, meta.date.year] += 1
    assert numbers["118/KH-VKSMAU-TTr"] == 2
    assert set(keys.values()) == {1}


def test_plans_and_documents_point_backwards(
    units: dict[str, UnitMeta], documents: dict[str, DocumentMeta]
) -> None:
    for path, document in documents.items():
        assert isinstance(document.date, date)
        for relation in document.relations:
            target = resolve(documents, DocumentCitation(number=relation.to))
            assert isinstance(target.date, date)
            assert target.date < document.date, path
        if isinstance(document, PlanMeta):
            assert document.starts
            assert document.ends
            assert document.date <= document.starts < document.ends
            for unit in document.scope:
                assert covers(units[unit].valid_from, units[unit].valid_to, document.date)


def test_classification_uses_known_values(articles: dict[str, ArticleMeta]) -> None:
    for path, article in articles.items():
        if article.democracy:
            assert "dân chủ ở cơ sở" in article.tags, path
            assert 1 <= len(article.democracy.content) <= 2
            assert 1 <= len(article.democracy.form) <= 2
            assert set(article.democracy.content) <= CONTENTS
            assert set(article.democracy.form) <= FORMS


def test_pictures_are_small_jpegs_without_metadata(root: Path) -> None:
    files = sorted((root / "tin" / "anh-mau").iterdir())
    assert [file.name for file in files] == [f"mau-{number:02d}.jpg" for number in range(1, 25)]
    for file in files:
        data = file.read_bytes()
        assert len(data) < 40 * 1024
        with Image.open(io.BytesIO(data)) as image:
            assert image.format == "JPEG"
            assert image.size == (960, 640)
            assert not image.getexif()


def test_generate_refuses_what_it_cannot_do(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("")
    with pytest.raises(FileExistsError):
        generate(1, tmp_path)
    with pytest.raises(ValueError):
        generate(-1, tmp_path / "b")


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(COMMAND), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_command_makes_a_sample(tmp_path: Path) -> None:
    done = run("3", "mau", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Đã tạo 3 bài mẫu trong mau.\n"
    assert len(list(tmp_path.glob("mau/tin/2*/*.md"))) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-1", "mau"), "N phải là số nguyên từ 0 trở lên, không phải “-1”."),
        (("mười", "mau"), "N phải là số nguyên từ 0 trở lên, không phải “mười”."),
        (("1", "cu"), "Thư mục “cu” không trống"),
        (("1", "cu/a.md"), "“cu/a.md” là một tệp"),
        (("1", str(COMMAND.parents[1] / "docs" / "mau")), "nằm trong docs/"),
    ],
)
def test_command_refuses_wrong_use(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "cu").mkdir()
    (tmp_path / "cu" / "a.md").write_text("")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
