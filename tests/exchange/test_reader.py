"""A foreign file is read in a process of its own, which can be killed and may crash."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange import reader
from changedesk.exchange.child import messages
from changedesk.exchange.reader import child_command, child_environment, read_file
from changedesk.store.errors import UserError

Maker = Callable[..., Path]


def test_sheets_come_as_clean_text(workbook: Maker) -> None:
    path = workbook(
        {"UAT": [["ID", "Title"], [1.0, "Log\u00a0in "], [], [2, "a_x000D_\nb"]], "Notes": [["x"]]},
        merges={"UAT": ["A2:A3"]},
        hidden=["Notes"],
    )
    found = read_file(path)
    assert (found.kind, [sheet.name for sheet in found.sheets]) == ("xlsx", ["UAT", "Notes"])
    assert found.sheets[0].rows == (("ID", "Title"), ("1", "Log in"), (), ("2", "a\nb"))
    assert found.sheets[0].merged == ((2, 0, 3, 0),)
    assert [sheet.hidden for sheet in found.sheets] == [False, True]


def test_formulas_and_errors_are_told_to_the_reader(workbook: Maker, package: Maker) -> None:
    assert read_file(workbook([["A"], ["=1+1"]])).sheets[0].formulas == {(2, 0)}
    error = package('<row r="2"><c r="B2" t="e"><v>#REF!</v></c></row>')
    assert read_file(error).sheets[0].errors == {(2, 1)}


def test_reading_notes_of_pronunciation_are_no_text(package: Maker) -> None:
    texts = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>漢</t></r>'
        '<r><t>字</t></r><rPh sb="0" eb="2"><t>カンジ</t></rPh></si></sst>'
    )
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    found = read_file(package(row, parts={"xl/sharedStrings.xml": texts}))
    assert found.sheets[0].rows == (("漢字",),)


def test_a_text_file_keeps_its_lines(text_file: Maker) -> None:
    found = read_file(text_file('ID,Title\n1,"a\nb"\n2,c\n'))
    assert found.kind == "text"
    assert found.sheets[0].delimited
    assert [found.sheets[0].number(index) for index in range(3)] == [1, 2, 4]


def test_an_opendocument_sheet_is_read(ods: Maker) -> None:
    found = read_file(ods("<text:p>Pass</text:p>", 'office:value-type="string"'))
    assert found.kind == "ods"
    assert found.sheets[0].rows == (("Pass",),)
    formula = 'table:formula="of:=1" office:value-type="string"'
    found = read_file(ods("<text:p>Pass</text:p>", formula))
    assert found.sheets[0].formulas == {(1, 0)}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 .....", "it is a PDF document"),
        (b"SQLite format 3\x00" + bytes(100), "it is a database file"),
        (b"<html><table></table></html>", "it is a web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "it is a picture"),
        (b"", "it is empty"),
        (b"ID,Title\x00\x00", "not text"),
    ],
)
def test_what_is_no_sheet_is_refused_in_one_sentence(
    text_file: Maker, content: bytes, reason: str
) -> None:
    with pytest.raises(UserError, match=reason) as caught:
        read_file(text_file(content, name="plan.xlsx"))
    assert str(caught.value).count(". ") == 0


def test_a_value_of_the_wrong_type_is_a_sentence_and_no_crash(package: Maker) -> None:
    path = package('<row r="1"><c r="A1" t="n"><v>abc</v></c></row>')
    with pytest.raises(UserError, match="cannot be made sense of"):
        read_file(path)


def test_a_child_that_takes_too_long_is_killed(text_file: Maker) -> None:
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    started = time.monotonic()
    with pytest.raises(UserError, match=r"plan\.csv was not read, because that took longer than"):
        read_file(text_file("a,b"), command=sleeper, time_limit=0.5)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "crash",
    [
        "import os; os.abort()",
        "raise SystemExit(1)",
        'print(\'{"file":"text","notes":[]}\')',
        "print('garbage')",
    ],
)
def test_a_child_that_breaks_is_a_sentence(text_file: Maker, crash: str) -> None:
    with pytest.raises(UserError, match=r"plan\.csv was not read, because it breaks the program"):
        read_file(text_file("a,b"), command=[sys.executable, "-c", crash])


@pytest.mark.skipif(os.name == "nt", reason="Windows bounds no process's memory this way")
def test_a_child_that_wants_too_much_memory_ends(text_file: Maker) -> None:
    greedy = (
        "from changedesk.exchange.child import MEMORY_BYTES, bound_memory;"
        "bound_memory(MEMORY_BYTES); x = bytearray(2_000_000_000)"
    )
    with pytest.raises(UserError, match="needs too much memory"):
        read_file(text_file("a,b"), command=[sys.executable, "-c", greedy])


def test_a_frozen_program_reads_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, reader.CHILD_FLAG]


def test_the_reader_works_from_any_folder(
    text_file: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text_file("ID,Title\n1,x\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert read_file(Path("plan.csv")).sheets[0].rows == (("ID", "Title"), ("1", "x"))


def test_a_file_name_is_no_option_and_no_command(text_file: Maker) -> None:
    path = text_file("ID,Title\n1,x\n", name="--help; echo $HOME 'ö'.csv")
    assert len(read_file(path).sheets[0].rows) == 2


def test_what_passes_between_the_processes_is_json(text_file: Maker) -> None:
    path = text_file("ID,Title\n1,ü\n")
    lines = [json.dumps(message) for message in messages(path)]
    assert [next(iter(json.loads(line))) for line in lines] == ["file", "sheet", "rows", "done"]


def test_reading_changes_nothing_about_the_file(text_file: Maker) -> None:
    path = text_file("ID,Title\n1,x\n")
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    read_file(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_reading_a_workbook_loads_neither_a_database_nor_what_only_documents_need(
    workbook: Maker,
) -> None:
    loaded = (
        "import sys\n"
        "from changedesk.exchange.child import main\n"
        "code = main(sys.argv[1:])\n"
        "late = ('peewee', 'pysqlite3', 'lxml', 'openpyxl', 'PySide6')\n"
        "sys.stderr.write(repr([name for name in late if name in sys.modules]))\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded, str(workbook([["ID", "Title"], ["1", "Log in"]]))],
        env=child_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == "[]"
