"""What was decided about a form of file is there for the next one, and is never in the way."""

from pathlib import Path

import pytest

from changedesk.exchange.profiles import Profile, keep_profile, kept_profile

COLUMNS = Profile({"Titel": "title"}, {"läuft": "pass", "hm": ""}, "day")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path))
    return tmp_path


def test_what_was_decided_is_there_for_the_same_form_only() -> None:
    assert kept_profile("f1") is None
    keep_profile("f1", COLUMNS)
    assert kept_profile("f1") == COLUMNS
    assert kept_profile("f2") is None


def test_a_form_without_decisions_is_forgotten() -> None:
    keep_profile("f1", COLUMNS)
    keep_profile("f1", Profile())
    assert kept_profile("f1") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"f1": 3}', '{"f1": {"mapping": {"a": 1}}}', "\x00"]
)
def test_a_damaged_file_is_as_good_as_none_and_is_mended(here: Path, text: str) -> None:
    (here / "import-profiles.json").write_text(text, encoding="utf-8")
    assert kept_profile("f1") is None
    keep_profile("f1", COLUMNS)
    assert kept_profile("f1") == COLUMNS


def test_only_the_newest_forms_are_kept() -> None:
    for number in range(205):
        keep_profile(f"f{number}", COLUMNS)
    assert kept_profile("f0") is None
    assert kept_profile("f204") == COLUMNS
