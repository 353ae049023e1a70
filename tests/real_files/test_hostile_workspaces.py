"""Hostile databases that people made, kept outside this repository, are refused unharmed."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.desk import SCHEMA, new_desk, open_desk
from changedesk.store.errors import ChangeDeskError
from changedesk.store.restoring import restore

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "hostile"
FILES = sorted(FOLDER.glob("s*.sqlite"))

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not FILES, reason="the hostile files are not beside this repository"),
]


@pytest.fixture(params=[path.name for path in FILES] or ["none"])
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a hostile database, with the name of a workspace, alone in its folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Path(shutil.copyfile(FOLDER / request.param, folder / "desk.changedesk"))


def refusal_of(action: Callable[[], object]) -> str:
    with pytest.raises(ChangeDeskError) as caught:
        action()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 300
    assert sentence.endswith(".")
    return sentence


def test_it_is_refused_in_a_sentence_and_not_touched(hostile: Path) -> None:
    before = hostile.read_bytes()
    began = time.monotonic()
    sentence = refusal_of(lambda: open_desk(hostile))
    assert time.monotonic() - began < 5
    assert "desk.changedesk" in sentence
    assert hostile.read_bytes() == before
    assert [path.name for path in hostile.parent.iterdir()] == ["desk.changedesk"]


def test_it_never_takes_the_place_of_a_workspace(hostile: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.changedesk"
    new_desk(mine).close()
    before = mine.read_bytes()
    refusal_of(lambda: restore(hostile, mine, SCHEMA, force=True))
    assert mine.read_bytes() == before


def test_the_trigger_is_named_where_the_file_passes_for_one_of_ours(hostile: Path) -> None:
    """With our own marks in its header, the look at its schema finds the foreign trigger."""
    content = bytearray(hostile.read_bytes())
    if b"CREATE TRIGGER" not in content:
        pytest.skip("there is no trigger in this file")
    content[60:64] = (1).to_bytes(4, "big")
    content[68:72] = b"CDK1"
    hostile.write_bytes(content)
    sentence = refusal_of(lambda: open_desk(hostile))
    assert "foreign trigger" in sentence
    assert hostile.read_bytes() == bytes(content)
