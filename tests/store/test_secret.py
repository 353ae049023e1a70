"""A secret of the installation is made once, and never replaced in silence."""

from pathlib import Path

import pytest

from changedesk.store.errors import EnvironmentProblem
from changedesk.store.secret import kept_once, kept_secret


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path))
    return tmp_path


def test_the_same_words_give_the_same_hash_here_and_another_one_elsewhere(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = kept_secret(b"amira", b"10:05")
    assert kept_secret(b"amira", b"10:05") == here
    assert kept_secret(b"amira1", b"0:05") != here
    monkeypatch.setenv("CHANGEDESK_HOME", str(home / "elsewhere"))
    assert kept_secret(b"amira", b"10:05") != here


def test_a_damaged_secret_is_said_and_stays_as_it_is(home: Path) -> None:
    kept_secret(b"one")
    (home / "secret").write_bytes(b"short")
    with pytest.raises(EnvironmentProblem, match="is damaged"):
        kept_secret(b"one")
    assert (home / "secret").read_bytes() == b"short"


def test_what_was_kept_first_holds_and_only_its_owner_may_read_it(home: Path) -> None:
    assert kept_once("thing", lambda: b"first") == b"first"
    assert kept_once("thing", lambda: b"second") == b"first"
    assert (home / "thing").stat().st_mode & 0o077 == 0
