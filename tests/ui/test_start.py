"""How the program starts: what opens the window, and what does not."""

import json
from pathlib import Path

import pytest

from ui.__main__ import NO_DISPLAY, READ_FOREIGN_FILE, has_display, main, names_workspace


def test_without_a_display_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert capsys.readouterr().err == NO_DISPLAY + "\n"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_looked_for_only_where_there_may_be_none(
    platform: str, environment: dict[str, str], *, expected: bool
) -> None:
    assert has_display(platform, environment) is expected


def test_a_file_and_a_team_address_open_the_window(tmp_path: Path) -> None:
    assert names_workspace("uat.changedesk")
    assert names_workspace("postgresql://desk/team")
    assert not names_workspace("info")
    assert not names_workspace("--help")


def test_the_program_itself_can_act_as_the_reader_of_foreign_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("changedesk.exchange.child.bound_memory", lambda _: None)
    monkeypatch.setattr("sys.stdout.reconfigure", lambda **_: None, raising=False)
    path = tmp_path / "scripts.csv"
    path.write_text("ID,Title,Steps\nTC-1,Answer a call,Accept it\n", "utf-8")
    assert main([READ_FOREIGN_FILE, str(path)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "file" in lines[0]
    assert "done" in lines[-1]
