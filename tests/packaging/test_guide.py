"""The guides say what the program has, and show without a network."""

import re
from pathlib import Path

import pytest
import typer

from changedesk.cli.commands import app
from ui.pages import PAGES

GUIDE = Path(__file__).resolve().parents[2] / "packaging" / "guide"


@pytest.fixture(params=["install.html", "user-guide.html"])
def text(request: pytest.FixtureRequest) -> str:
    return (GUIDE / request.param).read_text("utf-8")


def test_the_user_guide_tells_of_every_page_and_of_no_other() -> None:
    text = (GUIDE / "user-guide.html").read_text("utf-8")
    table = text.split("<th>page</th>")[1].split("</table>")[0]
    assert re.findall(r"<tr><td>([^<]+)</td>", table) == [entry.title for entry in PAGES]


def test_the_user_guide_tells_of_every_command_and_of_no_other() -> None:
    text = (GUIDE / "user-guide.html").read_text("utf-8")
    table = text.split("<h2>Commands</h2>")[1]
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(re.findall(r"<tr><td><code>([\w-]+)</code>", table)) == set(commands)


def test_a_guide_fetches_nothing(text: str) -> None:
    assert re.findall(r"<(?:script|img|link|iframe)\b|@import|url\(", text) == []


def test_a_guide_is_well_formed(text: str) -> None:
    opened: list[str] = []
    for closing, name, ending in re.findall(r"<(/?)([a-z]\w*)[^<>]*?(/?)>", text):
        if name in {"meta", "br"} or ending:
            continue
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []
