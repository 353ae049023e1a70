"""Qase's CSV of both versions: suites first, quoted and plain numbered steps, parameters."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
HEAD = [
    "v2.id", "title", "description", "preconditions", "tags", "priority", "status", "steps_type",
    "steps_actions", "steps_result", "steps_data", "suite_id", "suite_parent_id", "suite",
    "suite_without_cases", "parameters", "is_muted",
]  # fmt: skip


def row(**cells: str) -> list[str]:
    return [cells.get(name.replace("v2.id", "id"), "") for name in HEAD]


def read(text_file: Maker, *rows: list[str], version: str = "v2.id") -> ScriptImport:
    target = io.StringIO(newline="")
    csv.writer(target).writerows([[version, *HEAD[1:]], *rows])
    found = read_any(text_file(target.getvalue()))
    assert isinstance(found, ScriptImport)
    assert found.system == "qase"
    assert found.account.balanced
    return found


def test_suites_become_folders_one_in_the_other(text_file: Maker) -> None:
    found = read(
        text_file,
        row(suite_id="1", suite="Web", suite_without_cases="1"),
        row(suite_id="2", suite_parent_id="1", suite="Login", suite_without_cases="1"),
        row(id="7", title="Log in", suite_id="2", suite="Login"),
        row(title="New", suite="Loose"),
    )
    assert [(s.source_id, s.area) for s in found.scripts] == [("7", "Web / Login"), ("", "Loose")]
    assert found.scripts[1].source_key.startswith("~")
    assert len(found.account.skipped) == 2


def test_suites_in_a_circle_do_not_hang(text_file: Maker) -> None:
    found = read(
        text_file,
        row(suite_id="1", suite_parent_id="2", suite="A"),
        row(suite_id="2", suite_parent_id="1", suite="B"),
        row(id="1", title="T", suite_id="1", suite="A"),
    )
    assert found.scripts[0].area == "B / A"


def test_quoted_steps_keep_their_escapes_and_go_by_number(text_file: Maker) -> None:
    found = read(
        text_file,
        row(
            id="1",
            title="T",
            steps_actions='1. "Say \\"hi\\"\\nloudly"\n2. "Go"\n',
            steps_result='1. ""\n2. "Gone"\n',
            steps_data='1. "5"\n2. ""\n',
        ),
    )
    assert [(s.do, s.data, s.expected) for s in found.scripts[0].steps] == [
        ('Say "hi"\nloudly', "5", ""),
        ("Go", "", "Gone"),
    ]


@pytest.mark.parametrize("version", ["id", "v2.id"])
def test_plain_numbered_steps_are_read_in_both_versions(text_file: Maker, version: str) -> None:
    cells = {"steps_actions": "1. Open\n2. Save", "steps_result": "1. Opens\n2. Saved"}
    found = read(text_file, row(id="1", title="T", **cells), version=version)
    assert [(s.do, s.expected) for s in found.scripts[0].steps] == [
        ("Open", "Opens"),
        ("Save", "Saved"),
    ]


def test_gherkin_parameters_and_states(text_file: Maker) -> None:
    found = read(
        text_file,
        row(id="1", title="T", steps_type="gherkin", steps_actions="Given a\nThen b",
            parameters='{"user":["Ann","Bob"]}', status="deprecated", priority="high",
            is_muted="no"),
        row(id="2", title="U", status="actual", priority="undefined", parameters="{broken"),
    )  # fmt: skip
    first, second = found.scripts
    assert (first.text, first.steps, first.status) == ("Given a\nThen b", (), "retired")
    assert [data.values for data in first.data_sets] == [(("user", "Ann"),), (("user", "Bob"),)]
    assert (second.status, second.priority, second.data_sets) == ("ready", "", ())
    assert not any(name == "is_muted" for name, _ in first.further)
