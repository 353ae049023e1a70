"""What a sheet says comes in, or it is said that it did not: in any language and any shape."""

from datetime import date
from typing import Any

import pytest

from changedesk.exchange import outcomes
from changedesk.exchange.durations import minutes_of
from tests.exchange.reading import Maker, read

HEAD = ["ID", "Title", "Steps", "Expected", "Status"]


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        ("Paso", "Descripción del paso", "Resultado esperado"),
        ("Étape", "Description de l'étape", "Résultat attendu"),
        ("Schritt", "Schrittbeschreibung", "Erwartetes Ergebnis"),
        ("Passo", "O que fazer no passo", "Resultado esperado"),
        ("Stap", "Uit te voeren", "Verwacht resultaat"),
        ("Krok", "Co zrobić", "Oczekiwany rezultat"),
        ("手順", "やること", "期待結果"),
    ],
)
def test_step_numbers_and_step_texts_may_stand_in_two_columns(
    workbook: Maker, number: str, text: str, expected: str
) -> None:
    rows = [
        ["ID", "Title", number, text, expected, "Status"],
        ["A-1", "Year", 1, "Open the desk", "It is open", "ok"],
        [None, None, 2, "Close the desk", "It is closed", "ok"],
    ]
    (script,) = read(workbook(rows)).scripts
    assert [(s.do, s.expected) for s in script.steps] == [
        ("Open the desk", "It is open"),
        ("Close the desk", "It is closed"),
    ]


def test_unknown_columns_are_kept_from_every_row_of_a_script(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Expected", "Frobnication"]
    rows = [head, ["A-1", "Year", "Open", "Opened", "zig"], [None, None, "Close", "Closed", "zag"]]
    (script,) = read(workbook(rows)).scripts
    assert script.further == (("Frobnication", "zig\nzag"),)


def test_the_tester_that_all_rows_name_is_the_tester_of_the_run(workbook: Maker) -> None:
    rows = [
        [*HEAD, "Tester", "Date"],
        ["A-1", "Year", "Open", "Opened", "Pass", "Ann", date(2026, 2, 1)],
        [None, None, "Close", "Closed", "Fail", "Ann", date(2026, 2, 1)],
    ]
    (script,) = read(workbook(rows)).scripts
    assert (script.tester, script.performed_on) == ("Ann", date(2026, 2, 1))
    assert {(step.tester, step.performed_on) for step in script.steps} == {("", None)}


def test_where_rows_name_different_testers_each_result_keeps_its_own(workbook: Maker) -> None:
    rows = [
        [*HEAD, "Tester", "Date"],
        ["A-1", "Year", "Open", "Opened", "Pass", "Ann", date(2026, 2, 1)],
        [None, None, "Close", "Closed", "Fail", "Ben", date(2026, 2, 2)],
    ]
    (script,) = read(workbook(rows)).scripts
    assert (script.tester, script.performed_on) == ("", None)
    assert [(step.tester, step.performed_on) for step in script.steps] == [
        ("Ann", date(2026, 2, 1)),
        ("Ben", date(2026, 2, 2)),
    ]


def test_signs_under_a_heading_for_results_are_asked_about_and_remarks_kept(
    workbook: Maker,
) -> None:
    rows = [
        ["No.", "テスト項目", "手順", "期待結果", "結果", "備考"],
        ["1", "ログイン", "開く", "成功", "○", ""],
        ["2", "電話", "かける", "鳴る", "×", "無音"],
        ["3", "終了", "切る", "終わる", "△", ""],
    ]
    found = read(workbook(rows))
    assert [(q.word, q.suggestion) for q in found.questions] == [
        ("○", "pass"),
        ("×", "fail"),
        ("△", None),
    ]
    assert found.scripts[1].further == (("結果", "×"), ("備考", "無音"))
    answered = read(workbook(rows), answers={"○": "pass", "×": "fail", "△": None})
    assert [s.outcome for s in answered.scripts] == ["pass", "fail", None]
    assert (answered.scripts[1].comment, answered.scripts[1].further) == ("無音", ())


def test_arabic_headings_and_results_are_known(workbook: Maker) -> None:
    rows = [
        ["الرقم", "حالة الاختبار", "خطوات الاختبار", "النتيجة المتوقعة", "النتيجة", "ملاحظات"],
        ["1", "تسجيل الدخول", "افتح", "يفتح", "ناجح", ""],
        ["2", "مكالمة", "اتصل", "يرن", "فاشل", "صامت"],
    ]
    found = read(workbook(rows))
    assert [(s.outcome, s.comment) for s in found.scripts] == [("pass", ""), ("fail", "صامت")]
    assert found.questions == ()


def test_a_title_that_is_too_long_is_kept_whole(workbook: Maker) -> None:
    title = "word " * 200 + "LAST"
    found = read(workbook([HEAD, ["A-1", title, "Do", "See", ""]]))
    assert len(found.scripts[0].title) == 300
    assert ("Title", title) in found.scripts[0].further
    assert "row 2" in found.warnings[0]


def test_a_formula_without_its_value_is_told_and_no_other_column_takes_its_place(
    workbook: Maker,
) -> None:
    rows = [HEAD, ["A-1", '=CONCAT("a","b")', "Do", "See", '=IF(1=1,"Pass","Fail")']]
    found = read(workbook(rows))
    assert found.scripts[0].title == "A-1"
    assert [q.word for q in found.questions] == ["formula"]
    assert any("B2, E2" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "rows",
    [
        [[None, None, None, "Total passed", 1], [None, None, None, "Total failed", "1 of 2"]],
        [["Summe", None, None, None, "2 Testfälle"]],
        [["Signed off by:", "________"], ["Date:", ""]],
        [[], ["Unterschrift:"], ["Datum:", None, "Name:"]],
        [[None, None, None, "Pass rate", "50 %"]],
    ],
)
def test_totals_and_places_to_sign_are_no_scripts_and_no_steps(
    workbook: Maker, rows: list[list[Any]]
) -> None:
    body = [["1", "one", "do", "see", "Pass"], ["2", "two", "do", "see", "Fail"]]
    found = read(workbook([HEAD, *body, *rows]))
    assert [(s.title, len(s.steps)) for s in found.scripts] == [("one", 1), ("two", 1)]
    assert len(found.account.skipped) == len([row for row in rows if row])


def test_a_script_about_totals_is_a_script(workbook: Maker) -> None:
    found = read(workbook([HEAD, ["1", "one", "do", "see", ""], ["2", "Total", "add", "5", ""]]))
    assert [s.title for s in found.scripts] == ["one", "Total"]


def test_one_bad_day_among_good_ones_is_told_with_its_place(workbook: Maker) -> None:
    rows = [
        [*HEAD, "Tested on"],
        ["1", "one", "do", "see", "Pass", "13/02/2026"],
        ["2", "two", "do", "see", "Pass", "last Tuesday"],
        ["3", "three", "do", "see", "", "n/a"],
    ]
    found = read(workbook(rows))
    assert [(note.where.row, note.rows) for note in found.account.rejected] == [(3, 0)]
    assert ("Tested on", "last Tuesday") in found.scripts[1].further


def test_levels_of_an_area_are_told_apart(text_file: Maker) -> None:
    found = read(text_file("ID,Title,Folder,Steps\nA-1,one,Chat > Bot,do\nA-2,two,a>b,do\n"))
    assert [s.area for s in found.scripts] == ["Chat / Bot", "a>b"]


@pytest.mark.parametrize(
    ("text", "heading", "minutes"),
    [
        ("5", "", 5),
        ("10 min", "", 10),
        ("1h 30m", "", 90),
        ("1 h 30", "", 90),
        ("1:15", "", 75),
        ("0.5", "Estimate (hours)", 30),
        ("1,5 Std.", "", 90),
        ("20 sec", "", 1),
        ("5-10 min", "", None),
        ("soon", "", None),
        ("0", "", None),
        ("", "", None),
    ],
)
def test_estimates_are_read_as_people_type_them(
    text: str, heading: str, minutes: int | None
) -> None:
    assert minutes_of(text, heading) == minutes


def test_an_estimate_that_is_none_is_kept(workbook: Maker) -> None:
    rows = [["ID", "Title", "Steps", "Minutes"], [1e15, "one", "do", 5], ["b", "two", "do", "soon"]]
    first, second = read(workbook(rows)).scripts
    assert (first.source_id, first.minutes, first.further) == ("1000000000000000", 5, ())
    assert (second.minutes, second.further) == (None, (("Minutes", "soon"),))


def test_a_blank_field_too_many_is_no_unquoted_comma_where_the_result_fits(
    text_file: Maker,
) -> None:
    lines = ["ID,Title,Steps,Expected,Status", "A-1,one,do,see,Pass", "A-2,two,do,see,Pass,"]
    found = read(text_file("\n".join([*lines, "A-3,three,do, then, see,"])))
    assert [s.source_id for s in found.scripts] == ["A-1", "A-2"]
    assert [note.where.row for note in found.account.rejected] == [4]


@pytest.mark.parametrize(
    "word", ["bestanden mit Anmerkung", "Réussi avec réserve", "aprovado com ressalvas"]
)
def test_a_pass_with_a_remark_is_known_in_the_common_languages(word: str) -> None:
    assert outcomes.read(word) == outcomes.Reading("pass", remark=True)


def test_a_retest_is_still_to_come_and_truth_values_are_asked_about() -> None:
    assert outcomes.read("Retest") == outcomes.Reading(None)
    # A box that is not ticked may be a failure, or a test that nobody has made yet.
    assert outcomes.read("FALSE") == outcomes.Reading(None, known=False)
