"""What comes from a tool goes back to it unchanged: reading, writing, reading changes nothing."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changedesk.exchange.asked import Asked
from changedesk.exchange.cells import clean_cell
from changedesk.exchange.child import messages
from changedesk.exchange.delimited import parse
from changedesk.exchange.drafts import (
    DataSetDraft,
    Place,
    RequirementDraft,
    ScriptDraft,
    ScriptImport,
    StepDraft,
)
from changedesk.exchange.reader import assemble
from changedesk.exchange.recognise import recognise_file
from changedesk.exchange.tools.markup import plain_testrail, plain_text, plain_wiki
from changedesk.exchange.writers import (
    azure_csv,
    testlink_xml,
    testrail_csv,
    xray_csv,
    zephyr_xlsx,
)
from changedesk.exchange.writers.csv_text import written_csv
from changedesk.exchange.writers.marked import html_cell, html_page, markdown_cell, wiki_cell
from changedesk.exchange.writers.suite import Suite

WRITERS = {
    "testrail": (testrail_csv, "cases.csv"),
    "xray": (xray_csv, "tests.csv"),
    "zephyr": (zephyr_xlsx, "atm-exporter.xlsx"),
    "testlink": (testlink_xml, "suites.xml"),
    "azure": (azure_csv, "cases.csv"),
}
HERE = Place("", 0)


def read_here(path: Path) -> ScriptImport:
    """Read in this process: a process for each example would take minutes."""
    import json

    lines = "\n".join(json.dumps(message) for message in messages(path))
    file = assemble(path, lines.encode())
    found = recognise_file(file).read(file, Asked())
    assert isinstance(found, ScriptImport)
    assert found.account.balanced
    return found


def bare(script: ScriptDraft) -> ScriptDraft:
    """A script without its place in the file, which writing moves."""
    steps = tuple(step._replace(where=None) for step in script.steps)
    return replace(script, where=HERE, steps=steps, pairing="")


def again(writer: ModuleType, suite: Suite, path: Path) -> ScriptImport:
    path.write_bytes(writer.write(suite).content)
    return read_here(path)


def step(do: str, data: str = "", expected: str = "") -> StepDraft:
    return StepDraft(do, data, expected)


FULL = ScriptDraft(
    source_id="",
    source_key="k",
    title="Pay & <go> *now* | [x]",
    where=HERE,
    area="Shop / Till",
    preconditions="- a till\n- a card\n\nName | Amount\nAnn | 5",
    priority="high",
    requirements=("REQ-1", "REQ-2"),
    steps=(
        step("1. Open\n2. look\n  - deep", "=1+1", "It opens ![](no) &amp; shines"),
        step("Enter <username> & <b>bold</b>", "-5", "||no table||"),
        step("{code} _under_ *star* h1. \\* C:\\temp\\_x", "", "* no list\n# no number\n----"),
        step("@SUM(1)", "'=1", "+49 30 1234"),
    ),
)


@pytest.mark.parametrize("system", WRITERS)
def test_steps_and_titles_keep_every_sign(system: str, tmp_path: Path) -> None:
    writer, name = WRITERS[system]
    script = FULL if system != "azure" else replace(FULL, preconditions="")
    found = again(writer, Suite("EX", (script,), system=system), tmp_path / name)
    assert found.system == system
    assert found.scripts[0].title == script.title
    told = [(s.do, s.data, s.expected) for s in found.scripts[0].steps]
    if system in {"testlink", "azure"}:
        put = [f"{s.do}\n\nTest data: {s.data}" if s.data else s.do for s in script.steps]
        assert told == [(do, "", s.expected) for do, s in zip(put, script.steps, strict=True)]
    else:
        assert told == [(s.do, s.data, s.expected) for s in script.steps]
    assert found.scripts[0].preconditions == script.preconditions
    assert (found.scripts[0].area, found.scripts[0].priority) == ("Shop / Till", "high")
    wanted = () if system == "azure" else ("REQ-1", "REQ-2")
    assert found.scripts[0].requirements == wanted


WORD = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Co"]),
        st.sampled_from("<>&*_|[]{}!#+-=@'\"\\.:;,1"),
    ),
    min_size=1,
    max_size=8,
)
LINE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
MAYBE = st.one_of(st.just(""), TEXT)
STEP = st.builds(StepDraft, TEXT, MAYBE, MAYBE)
SCRIPT = st.builds(
    ScriptDraft,
    st.integers(1, 10**6).map(str),
    st.just("k"),
    LINE,
    st.just(HERE),
    area=st.sampled_from(["", "Shop", "Shop / Till"]),
    preconditions=MAYBE,
    priority=st.sampled_from(["", "critical", "high", "medium", "low", "Wish"]),
    requirements=st.lists(st.sampled_from(["R-1", "R-2", "R-3"]), unique=True).map(tuple),
    steps=st.lists(STEP, max_size=3).map(tuple),
    minutes=st.one_of(st.none(), st.integers(1, 5000)),
    status=st.sampled_from(["", "draft", "ready", "retired"]),
    further=st.lists(
        st.tuples(st.sampled_from(["Owner", "Team", "Status", "Tags"]), LINE),
        unique_by=lambda pair: pair[0],
    ).map(tuple),
)
SUITES = st.lists(SCRIPT, min_size=1, max_size=4, unique_by=lambda s: s.source_id)


@pytest.mark.parametrize("system", WRITERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scripts=SUITES)
def test_reading_writing_and_reading_changes_nothing(
    system: str, tmp_path: Path, scripts: list[ScriptDraft]
) -> None:
    writer, name = WRITERS[system]
    first = again(writer, Suite("EX", tuple(scripts), system=system), tmp_path / name)
    assert len(first.scripts) == len(scripts)
    second = again(writer, Suite("EX", first.scripts, first.requirements, system), tmp_path / name)
    assert list(map(bare, second.scripts)) == list(map(bare, first.scripts))
    assert [s.source_key for s in second.scripts] == [s.source_key for s in first.scripts]


@given(TEXT)
def test_plain_text_in_any_markup_is_read_as_itself(text: str) -> None:
    clean = plain_text(html_page(text))
    assert plain_text(html_page(clean)) == clean
    for plain, cell in (
        (plain_text, html_cell),
        (plain_text, html_page),
        (plain_wiki, wiki_cell),
        (plain_testrail, markdown_cell),
    ):
        assert plain(cell(clean)) == clean


@pytest.mark.parametrize("system", WRITERS)
def test_what_a_format_cannot_hold_is_said(system: str) -> None:
    writer, _ = WRITERS[system]
    script = replace(FULL, data_sets=(DataSetDraft((("a", "1"),)),), outcome="pass")
    warnings = writer.write(Suite("EX", (script,))).warnings
    assert any("sets of data" in warning for warning in warnings)
    assert any("a result" in warning for warning in warnings)


@pytest.mark.parametrize("system", WRITERS)
def test_ids_of_another_tool_are_not_written_as_ids(system: str, tmp_path: Path) -> None:
    writer, name = WRITERS[system]
    script = replace(FULL, source_id="C-77")
    found = again(writer, Suite("EX", (script,), system="elsewhere"), tmp_path / name)
    assert found.scripts[0].source_id != "C-77"


def test_azure_begins_the_first_step_with_what_has_no_column_and_says_so(tmp_path: Path) -> None:
    script = replace(FULL, preconditions="Be logged in", test_data="Card 4111")
    suite = Suite("EX", (script, replace(FULL, preconditions="", test_data="")))
    assert "1 of 2 scripts has preconditions or test data" in " ".join(
        azure_csv.write(suite).warnings
    )
    found = again(azure_csv, suite, tmp_path / "a.csv").scripts
    assert [len(one.steps) for one in found] == [len(script.steps)] * 2
    begun = "Preconditions:\nBe logged in\n\nTest data:\nCard 4111\n\n"
    assert found[0].steps[0].do == begun + found[1].steps[0].do


@pytest.mark.parametrize("system", ["xray", "zephyr", "testrail"])
def test_sets_of_data_are_counted_among_all_scripts(system: str) -> None:
    script = replace(FULL, data_sets=(DataSetDraft((("a", "1"),)),))
    warnings = WRITERS[system][0].write(Suite("EX", (script, FULL, FULL))).warnings
    assert any(told.startswith("1 of 3 scripts has sets of data") for told in warnings)


@pytest.mark.parametrize("title", ['<b>bold</b> & "q"', "a &amp; b", "<i>"])
def test_a_title_of_testlink_is_text_and_no_markup(title: str, tmp_path: Path) -> None:
    suite = Suite("EX", (replace(FULL, title=title),))
    assert again(testlink_xml, suite, tmp_path / "a.xml").scripts[0].title == title


LOOKS_LIKE_FORMULA = ["=1+1", "+1", "-2", "@SUM(1)", "\t=1", "'=1", "''=1", "'x", "-", "\rx"]


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("writer", [testrail_csv, xray_csv, azure_csv])
def test_no_cell_of_a_csv_begins_like_a_formula(writer: ModuleType) -> None:
    written = writer.write(Suite("EX", (FULL,)))
    cells = [cell for row in rows_of(written.content) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any("apostrophe" in warning for warning in written.warnings)


@given(
    st.lists(
        st.lists(st.one_of(LINE, st.sampled_from(LOOKS_LIKE_FORMULA)), min_size=2, max_size=2),
        min_size=1,
        max_size=5,
    )
)
def test_an_escaped_csv_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    head = ["Ref", "Text"]
    written = written_csv([head, *rows])
    cells = [cell for row in rows_of(written.content) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert parse(written.content).rows == [head, *([clean_cell(c) for c in row] for row in rows)]


def test_a_csv_without_formulas_has_no_column_of_ours() -> None:
    plain = replace(FULL, title="Pay", steps=(step("Open"),), preconditions="")
    head = rows_of(azure_csv.write(Suite("EX", (plain,))).content)[0]
    assert head == [
        "ID", "Work Item Type", "Title", "Test Step", "Step Action", "Step Expected",
        "Area Path", "Priority", "Tags", "State",
    ]  # fmt: skip


def test_somebody_elses_apostrophe_stays(text_file: Callable[..., Path]) -> None:
    path = text_file('ID,Title,Steps\n1,\'=1,"Open"\n')
    assert read_here(path).scripts[0].title == "'=1"


def test_azure_gets_new_items_in_the_state_that_it_takes() -> None:
    rows = rows_of(azure_csv.write(Suite("EX", (replace(FULL, source_id="9"),))).content)
    assert (rows[1][0], rows[1][rows[0].index("State")]) == ("", "Design")
    long = azure_csv.write(Suite("EX", (replace(FULL, title="x" * 129),)))
    assert any("128" in warning for warning in long.warnings)


def test_shared_steps_of_azure_keep_their_number(tmp_path: Path) -> None:
    script = replace(FULL, steps=(step("Shared steps 12: Log in"),), preconditions="")
    path = tmp_path / "cases.csv"
    written = azure_csv.write(Suite("EX", (script,), system="azure"))
    assert ["12", "Shared Steps", "Log in", "1"] in [row[:4] for row in rows_of(written.content)]
    path.write_bytes(written.content)
    assert read_here(path).scripts[0].steps[0].do == "Shared steps 12: Log in"


def test_xray_is_told_of_too_many_issues_and_shares_preconditions() -> None:
    scripts = tuple(replace(FULL, title=f"t{n}") for n in range(1000))
    written = xray_csv.write(Suite("EX", scripts))
    rows = rows_of(written.content)
    kind = rows[0].index("Issue Type")
    assert [row[kind] for row in rows].count("precondition") == 1
    assert any("1001 issues" in warning for warning in written.warnings)


def test_testlink_keeps_folders_words_and_requirements(tmp_path: Path) -> None:
    script = replace(
        FULL,
        source_id="CRM-7",
        status="ready",
        minutes=12,
        further=(("Summary", "Why"), ("Status", "Final"), ("Execution type", "Automated"),
                 ("Keywords", "a, b"), ("Status (custom field)", "]]> odd")),
    )  # fmt: skip
    wanted = RequirementDraft("REQ-1", "REQ-1", "Card", HERE, "Payments")
    suite = Suite("EX", (script,), (wanted,), "testlink")
    found = again(testlink_xml, suite, tmp_path / "a.xml")
    told = found.scripts[0]
    assert (told.source_id, told.status, told.minutes) == ("CRM-7", "ready", 12)
    assert told.further == script.further
    assert [(r.source_id, r.title, r.area) for r in found.requirements] == [
        ("REQ-1", "Card", "Payments"),
        ("REQ-2", "", ""),
    ]
