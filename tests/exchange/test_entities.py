"""Entities in a file of scripts: decoded once where the whole file is written so, else left."""

from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.entities import TOLD
from changedesk.exchange.scripts import read_scripts

Maker = Callable[..., Path]
HEAD = "ID,Title,Steps,Expected\n"


def test_an_export_that_escapes_every_letter_is_read_as_what_it_means(text_file: Maker) -> None:
    path = text_file(
        HEAD + "A-1,Drag &amp; drop,Type &lt;b&gt; &quot;x&quot;,It&#39;s &amp;lt;b&amp;gt;\n"
    )
    found = read_scripts(path)
    (script,) = found.scripts
    assert script.title == "Drag & drop"
    assert [(s.do, s.expected) for s in script.steps] == [('Type <b> "x"', "It's &lt;b&gt;")]
    assert TOLD in found.warnings
    assert found.account.balanced


def test_quotation_marks_alone_may_be_escaped(text_file: Maker) -> None:
    (script,) = read_scripts(text_file(HEAD + "A-1,User&#039;s page,Open,Opens\n")).scripts
    assert script.title == "User's page"


def test_a_workbook_is_read_in_the_same_way(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Expected"]
    (script,) = read_scripts(workbook([head, ["A-1", "Cut &amp; paste", "Cut", "Cut"]])).scripts
    assert script.title == "Cut & paste"


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Drag &amp; drop", "Search & find"),
        ("Type &lt;b&gt;", "Look"),
        ("Drag &amp; type &lt;b&gt;", "Press <Enter>"),
        ("User&#39;s page", "The user's page"),
        ("See &amp; open", "https://a.example/?a=1&copy=2"),
        ("See &amp; read", "&unknown; word"),
    ],
)
def test_what_somebody_may_have_typed_stays_as_it_is(
    text_file: Maker, title: str, other: str
) -> None:
    found = read_scripts(text_file(HEAD + f"A-1,{title},Do,Done so\nA-2,{other},Do,Done so\n"))
    assert [script.title for script in found.scripts] == [title, other]
    assert TOLD not in found.warnings
