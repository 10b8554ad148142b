"""``extra.portal`` as commands read it, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.config_file import read_config_file
from newsroom.settings import SettingsError

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, text: str) -> Path:
    file = folder / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_sites_own_file_can_be_read() -> None:
    settings = read_config_file(ROOT / "mkdocs.yml", {})
    assert settings.search.enabled
    assert [archive.id for archive in settings.all_archives] == ["dan-chu"]
    assert [rule.id for rule in settings.periods] == ["H1", "H2", "CN"]


ENVIRONMENT = {
    "có biến": ("!ENV [TEN, mặc định]", {"TEN": "Tên đặt"}, "Tên đặt"),
    "không có biến": ("!ENV [TEN, mặc định]", {}, "mặc định"),
    "biến thứ hai": ("!ENV [TEN, KHAC, mặc định]", {"KHAC": "Tên khác"}, "Tên khác"),
    "một biến": ("!ENV TEN", {"TEN": "Tên đặt"}, "Tên đặt"),
}


@pytest.mark.parametrize(
    ("entered", "environment", "name"), ENVIRONMENT.values(), ids=ENVIRONMENT.keys()
)
def test_the_environment_fills_what_mkdocs_would(
    tmp_path: Path, entered: str, environment: dict[str, str], name: str
) -> None:
    file = write(tmp_path, f"extra:\n  portal:\n    name: {entered}\n")
    assert read_config_file(file, environment).name == name


def test_names_of_python_objects_are_passed_over(tmp_path: Path) -> None:
    text = (
        "markdown_extensions:\n  - toc: {slugify: !!python/name:os.system }\nextra: {portal: {}}\n"
    )
    assert read_config_file(write(tmp_path, text), {}).archives == ()


@pytest.mark.parametrize("text", ["", "site_name: x\n", "extra:\n", "extra: {portal: }\n"])
def test_what_is_not_set_is_as_usual(tmp_path: Path, text: str) -> None:
    assert len(read_config_file(write(tmp_path, text), {}).all_archives) == 1


WRONG = {
    "cú pháp": ("a: b\nextra: [\n", r"mkdocs\.yml, dòng \d+: không đúng cú pháp YAML"),
    "thẻ lạ": ("a: b\nextra: !lạ x\n", r"mkdocs\.yml, dòng 2: không đúng cú pháp YAML"),
    "giá trị": ("extra: {portal: {archives: [{id: tin}]}}\n", r"archives\.0\.id"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read_config_file(write(tmp_path, text), {})


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="không đọc được"):
        read_config_file(tmp_path / "khong-co.yml", {})
