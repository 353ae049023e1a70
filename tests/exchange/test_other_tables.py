"""Tables side by side, forms, lists of defects and requirements in several languages, and bombs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.child import messages
from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.moscow import moscow_code
from changedesk.exchange.priorities import priority_code
from changedesk.exchange.reader import assemble
from changedesk.exchange.recognise import recognise_file
from changedesk.exchange.scripts import scripts_of
from changedesk.exchange.sheets import ForeignFile
from changedesk.store.errors import UserError

Maker = Callable[..., Path]
HEAD = ["ID", "Title", "Steps", "Expected", "Status"]


def opened(path: Path) -> ForeignFile:
    answer = "\n".join(json.dumps(message) for message in messages(path))
    return assemble(path, answer.encode())


def read(path: Path, **options: Any) -> ScriptImport:
    found = scripts_of(opened(path), **options)
    assert found.account.balanced, found.account
    assert found.account.made == len(found.scripts)
    return found


@pytest.mark.parametrize("gap", [[], [None], [None, None]])
def test_two_tables_side_by_side_are_read_apart(workbook: Maker, gap: list[None]) -> None:
    rows = [
        ["Acceptance"],
        [*HEAD, *gap, *HEAD],
        ["A1", "Left one", "a", "see a", "Pass", *gap, "B1", "Right one", "b", "see b", "Fail"],
        ["A2", "Left two", "c", "see c", "Fail", *gap, "B2", "Right two", "d", "see d", "odd"],
        ["A3", "Left three", "e", "see e", ""],
    ]
    found = read(workbook(rows))
    assert [(s.source_id, s.steps[0].expected, s.outcome) for s in found.scripts] == [
        ("A1", "see a", "pass"),
        ("A2", "see c", "fail"),
        ("A3", "see e", None),
        ("B1", "see b", "fail"),
        ("B2", "see d", None),
    ]
    (question,) = found.questions
    assert str(question.places[0]).endswith(f"row 4, column {'JKL'[len(gap)]}")
    assert len(found.account.skipped) == 1


def form(number: int, *, ident: str = "Test case ID", title: str = "Title") -> list[list[Any]]:
    return [
        [ident, f"TC-{number}", None, "Tester:", "Ann"],
        [title, f"Form test {number}"],
        ["Precondition: signed in"],
        [],
        ["Step", "Action", "Expected result", "Actual result", "Status"],
        [1, "open", "opened", "", "Pass"],
        [2, "close", "closed", "", "Fail" if number == 2 else "Pass"],
    ]


def test_a_form_names_its_script_above_the_steps(workbook: Maker) -> None:
    sheets = {"One": form(1), "Two": form(2), "Drei": form(3, ident="Testfall-ID", title="Titel")}
    found = read(workbook(sheets))
    assert [(s.source_id, s.source_key, s.title, s.tester) for s in found.scripts] == [
        (f"TC-{n}", f"TC-{n}", f"Form test {n}", "Ann") for n in (1, 2, 3)
    ]
    assert [len(s.steps) for s in found.scripts] == [2, 2, 2]
    assert {s.preconditions for s in found.scripts} == {"signed in"}
    assert {note.why for note in found.account.skipped} == {"it tells of the script below"}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Muss", "must"), ("Soll", "should"), ("Kann", "could"), ("Wird nicht", "wont"),
        ("Doit", "must"), ("Devrait", "should"), ("Pourrait", "could"), ("Hors périmètre", "wont"),
        ("Debe", "must"), ("Debería", "should"), ("Podría", "could"), ("No se hará", "wont"),
        ("Moet", "must"), ("Zou moeten", "should"), ("Zou kunnen", "could"),
        ("Buiten scope", "wont"), ("Deve", "must"), ("Deveria", "should"), ("Poderia", "could"),
        ("Não será feito", "wont"), ("Dovrebbe", "should"), ("Potrebbe", "could"),
        ("Escluso", "wont"), ("Must have", "must"), ("Won't", "wont"), ("hoch", "must"),
        ("2", ""), ("P1", ""), ("xyz", ""), ("", ""),
    ],
)  # fmt: skip
def test_words_for_what_must_be_are_known_in_the_common_languages(word: str, code: str) -> None:
    assert moscow_code(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("wichtig", "high"), ("unwichtig", "low"), ("kritiek", "critical"), ("belangrijk", "high"),
     ("Moyenne", "medium"), ("importante", "high"), ("bassa", "low"), ("média", "medium")],
)  # fmt: skip
def test_priorities_are_known_in_the_common_languages(word: str, code: str) -> None:
    assert priority_code(word) == code


def requirements(file: ForeignFile, **asked: Any) -> Any:
    recogniser = recognise_file(file)
    assert recogniser.kind == "requirements"
    return recogniser.read(file, Asked(**asked))


def test_an_unknown_word_for_a_requirement_is_asked_about(workbook: Maker) -> None:
    rows = [
        ["Req ID", "Requirement", "Priority"],
        ["R1", "Chat", "Should"],
        ["R2", "Call", "2"],
    ]
    file = opened(workbook({"Requirements": rows}))
    found = requirements(file)
    assert [(q.about, q.word, str(q.places[0])) for q in found.questions] == [
        ("priority", "2", 'sheet "Requirements", row 3, column C')
    ]
    assert [r.priority for r in found.requirements] == ["Should", "2"]
    answered = requirements(file, words={"2": "medium"})
    assert answered.questions == ()
    assert [r.priority for r in answered.requirements] == ["Should", "should"]


def test_requirements_without_a_priority_are_told_of(workbook: Maker) -> None:
    rows = [["Req ID", "Requirement"], ["R1", "Chat"], ["R2", "Call"]]
    found = requirements(opened(workbook({"Requirements": rows})))
    assert any("gives no priority" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "rows",
    [
        [["Key", "Summary", "Severity", "Status", "Assignee", "Found on", "Test case"],
         ["B-1", "No sound", "Critical", "Open", "Ann", "2026-02-01", "TC-1"],
         ["B-2", "Typo", "Trivial", "Done", "Ben", "2026-02-02", "TC-2"]],
        [["ID", "Summary", "Severity", "Status"],
         ["1", "No sound", "Critical", "Reopened"], ["2", "Typo", "Low", "Closed"]],
        [["Fehler-Nr.", "Beschreibung", "Schweregrad", "Status", "Zuständig", "Gefunden am"],
         ["F-1", "Kein Ton", "Kritisch", "offen", "Anna", "01.03.2026"],
         ["F-2", "Tippfehler", "Gering", "geschlossen", "Ben", "02.03.2026"]],
        [["N° anomalie", "Titre", "Gravité", "Statut", "Assigné à", "Détectée le"],
         ["A-1", "Pas de son", "Bloquante", "ouverte", "Zoé", "13/02/2026"],
         ["A-2", "Faute", "Mineure", "clos", "Luc", "14/02/2026"]],
        [["ID", "Título", "Gravedad", "Estado", "Asignado a", "Detectado el"],
         ["E-1", "Sin sonido", "Crítica", "abierto", "Íñigo", "13/02/2026"],
         ["E-2", "Errata", "Baja", "cerrado", "Peña", "14/02/2026"]],
    ],
)  # fmt: skip
def test_a_plain_list_of_bugs_is_known_as_defects(workbook: Maker, rows: list[list[str]]) -> None:
    file = opened(workbook({"Tabelle1": rows}))
    recogniser = recognise_file(file)
    found = recogniser.read(file, Asked())
    assert recogniser.kind == "defects"
    assert [d.severity for d in found.defects] == ["critical", "low"]
    assert found.questions == ()


def test_scripts_with_a_severity_stay_scripts(workbook: Maker) -> None:
    rows = [
        ["ID", "Title", "Severity", "Status"],
        ["1", "Log in", "High", "Pass"],
        ["2", "Call", "Low", "Fail"],
    ]
    assert recognise_file(opened(workbook(rows))).kind == "scripts"


@pytest.mark.parametrize("columns", [10_000, 100_000])
def test_a_row_of_thousands_of_columns_is_refused(text_file: Maker, columns: int) -> None:
    head = ",".join(["ID", "Title", "Steps", *("x" for _ in range(columns))])
    with pytest.raises(UserError, match="at most 2,000 are read"):
        opened(text_file(f"{head}\n"))


def test_one_cell_far_out_is_no_bomb(text_file: Maker) -> None:
    head = "ID,Title,Steps" + "," * 10_000 + "x"
    found = read(text_file(f"{head}\nA-1,one,do\nA-2,two,do\n"))
    assert [s.title for s in found.scripts] == ["one", "two"]


def test_json_is_refused_with_what_to_do_instead(text_file: Maker) -> None:
    with pytest.raises(UserError, match=r"it is JSON.*export the scripts or results as CSV"):
        opened(text_file('{"tests": [{"testKey": "A-1", "status": "PASSED"}]}', "results.json"))
