"""Test scripts come in from sheets of any reasonable shape, with every row accounted for."""

from datetime import date

import pytest

from changedesk.exchange.drafts import Place
from changedesk.exchange.scripts import read_scripts
from changedesk.store.errors import UserError
from tests.exchange.reading import Maker, read

HEAD = ["ID", "Title", "Steps", "Expected result", "Status", "Comment"]
LOGIN = ["TC-1", "Log in", "1. Open\n2. Sign in", "The desk is shown", "Pass", ""]
LOGOUT = ["TC-2", "Log out", "Click Log out", "The login page", "Fail", "slow"]


def test_a_plain_sheet_becomes_scripts_with_steps_and_results(workbook: Maker) -> None:
    found = read(workbook([HEAD, LOGIN, LOGOUT]))
    first, second = found.scripts
    assert (first.source_id, first.title, first.outcome) == ("TC-1", "Log in", "pass")
    assert [(s.do, s.expected) for s in first.steps] == [
        ("Open", ""),
        ("Sign in", "The desk is shown"),
    ]
    assert (second.outcome, second.comment) == ("fail", "slow")
    assert second.where == Place("UAT", 3)
    assert (found.source, found.kind) == ("Excel workbook", "scripts")
    assert found.questions == ()


def test_reading_twice_gives_the_same_in_a_process_of_its_own_or_not(workbook: Maker) -> None:
    path = workbook([HEAD, LOGIN, LOGIN, ["", "No id", "Do", "See", "", ""]])
    assert read_scripts(path) == read_scripts(path) == read(path)


@pytest.mark.parametrize("above", [0, 1, 4, 9])
@pytest.mark.parametrize("left", [0, 1, 3])
def test_the_table_is_found_wherever_it_stands(workbook: Maker, above: int, left: int) -> None:
    title = [[None] * left + ["User acceptance test of the new desk"]] * above
    rows = [[None] * left + row for row in (HEAD, LOGIN, LOGOUT)]
    found = read(workbook([*title, *rows]))
    assert [script.source_id for script in found.scripts] == ["TC-1", "TC-2"]
    assert len(found.account.skipped) == above


def test_a_blank_row_in_the_middle_is_not_the_end(workbook: Maker) -> None:
    found = read(workbook([HEAD, LOGIN, [], [], LOGOUT]))
    assert [script.where.row for script in found.scripts] == [2, 5]


def test_a_section_title_becomes_the_area_of_the_scripts_below(workbook: Maker) -> None:
    rows = [HEAD, ["--- Sprint 1 ---"], LOGIN, ["Epic: Desk"], LOGOUT]
    found = read(workbook(rows))
    assert [script.area for script in found.scripts] == ["Sprint 1", "Epic: Desk"]
    assert [note.where.row for note in found.account.skipped] == [2, 4]


def test_notes_below_the_table_are_no_scripts(workbook: Maker) -> None:
    rows = [HEAD, LOGIN, [], ["Legend"], ["P = pass"], ["Anything else you want to tell us?"]]
    found = read(workbook(rows))
    assert len(found.scripts) == 1
    assert found.scripts[0].area == ""
    assert len(found.account.skipped) == 3


@pytest.mark.parametrize("footer", [["Total", 2], ["Passed", "1"], ["Gesamt", "2"]])
def test_totals_are_no_scripts(workbook: Maker, footer: list[object]) -> None:
    found = read(workbook([HEAD, LOGIN, LOGOUT, footer]))
    assert len(found.scripts) == 2
    assert found.account.skipped[0].why == "it adds up figures"


@pytest.mark.parametrize("mark", ["[Test scenario]", "<function name>", "{title}"])
def test_placeholder_rows_are_no_scripts(workbook: Maker, mark: str) -> None:
    found = read(workbook([HEAD, LOGIN, ["TC-2", mark, mark, mark, "Pass", ""]]))
    assert len(found.scripts) == 1
    assert "placeholder" in found.account.skipped[0].why


def test_a_title_with_a_bracketed_word_is_no_placeholder(workbook: Maker) -> None:
    found = read(workbook([HEAD, ["TC-1", "[Desk] log in", "<b>Open</b> it", "x", "", ""]]))
    assert found.scripts[0].title == "[Desk] log in"
    assert found.scripts[0].steps[0].do == "<b>Open</b> it"


@pytest.mark.parametrize("status", ["", "Not started", "Pending"])
def test_numbered_empty_rows_are_no_scripts(workbook: Maker, status: str) -> None:
    empty = [[number, "", "", "", status, ""] for number in range(3, 20)]
    found = read(workbook([HEAD, LOGIN, *empty]))
    assert len(found.scripts) == 1
    assert len(found.account.skipped) == 17


def test_a_number_with_a_result_and_nothing_else_is_rejected_and_not_lost(workbook: Maker) -> None:
    found = read(workbook([HEAD, LOGIN, [2, "", "", "", "Fail", ""]]))
    assert [note.where.row for note in found.account.rejected] == [3]


def test_an_empty_form_says_in_one_sentence_why_it_makes_nothing(workbook: Maker) -> None:
    rows = [HEAD, *[[number, "", "", "", "Not run", ""] for number in range(1, 9)]]
    found = read(workbook(rows))
    assert found.scripts == ()
    assert found.warnings[0].startswith("plan.xlsx makes no script: it is a form that nobody")


def test_sheets_that_are_no_scripts_are_offered_and_not_taken(workbook: Maker) -> None:
    path = workbook(
        {
            "Cover": [["UAT of the new desk"], ["Prepared by", "Amira"]],
            "How to use": [["Fill in the column Result with Pass or Fail, one row per script."]],
            "Example": [HEAD, LOGIN],
            "Plan": [HEAD, LOGIN, LOGOUT],
            "Lists": [["Pass"], ["Fail"]],
            "Summary": [["Passed", 1], ["Failed", 1]],
            "Defect log": [["Defect ID", "Title", "Severity", "Steps to reproduce"], [1, "a", "b"]],
            "Empty": [],
        }
    )
    found = read(path)
    kinds = {sheet.name: (sheet.kind, sheet.taken) for sheet in found.sheets}
    assert kinds == {
        "Cover": ("cover", False),
        "How to use": ("instructions", False),
        "Example": ("example", False),
        "Plan": ("scripts", True),
        "Lists": ("list", False),
        "Summary": ("summary", False),
        "Defect log": ("defects", False),
        "Empty": ("empty", False),
    }
    assert len(found.scripts) == 2
    with_example = read(path, take=[Place("Example", 0)])
    assert len(with_example.scripts) == 3
    assert [script.source_key for script in with_example.scripts] == [
        "TC-1", "TC-1 (Plan)", "TC-2",
    ]  # fmt: skip


def test_a_hidden_sheet_is_offered_and_not_taken(workbook: Maker) -> None:
    path = workbook({"Plan": [HEAD, LOGIN], "Old": [HEAD, LOGOUT]}, hidden=["Old"])
    found = read(path)
    assert [(s.name, s.taken, s.hidden) for s in found.sheets] == [
        ("Plan", True, False),
        ("Old", False, True),
    ]


def test_one_sheet_can_be_chosen(workbook: Maker) -> None:
    path = workbook({"One": [HEAD, LOGIN], "Two": [HEAD, LOGOUT]})
    assert [script.title for script in read(path, sheet="Two").scripts] == ["Log out"]
    with pytest.raises(UserError, match='has no sheet "Three"; it has "One", "Two"'):
        read_scripts(path, sheet="Three")


def test_a_skipped_row_can_be_taken_after_all(workbook: Maker) -> None:
    path = workbook([HEAD, LOGIN, ["TC-9", "[placeholder]", "", "", "", ""]])
    assert len(read(path).scripts) == 1
    assert read(path, take=[Place("UAT", 3)]).scripts[1].title == "[placeholder]"


def test_merged_script_cells_over_step_rows_are_one_script(workbook: Maker) -> None:
    rows = [
        ["Feature", "ID", "Title", "Step", "Expected result", "Result"],
        ["Login", "TC-1", "Log in", "Open", "A page", "Pass"],
        [None, None, None, "Sign in", "The desk", None],
        [None, "TC-2", "Log out", "Click", "The page", "Fail"],
        ["Cases", "TC-3", "Open a case", "Search", "It is found", "Pass"],
    ]
    path = workbook(rows, merges={"UAT": ["A2:A4", "B2:B3", "C2:C3", "F2:F3"]})
    found = read(path)
    assert [(s.source_id, s.area, len(s.steps), s.outcome) for s in found.scripts] == [
        ("TC-1", "Login", 2, "pass"),
        ("TC-2", "Login", 1, "fail"),
        ("TC-3", "Cases", 1, "pass"),
    ]
    assert found.account.continuation == 1


def test_an_area_written_once_holds_until_the_next(workbook: Maker) -> None:
    rows = [["Module", *HEAD], ["Login", *LOGIN], ["", *LOGOUT], ["Cases", "TC-3", "Find", "Do"]]
    found = read(workbook(rows))
    assert [script.area for script in found.scripts] == ["Login", "Login", "Cases"]


def test_an_area_is_not_filled_down_beyond_its_merge(workbook: Maker) -> None:
    rows = [["Module", *HEAD], ["Login", *LOGIN], ["", *LOGOUT], ["", "TC-3", "Find", "Do"]]
    found = read(workbook(rows, merges={"UAT": ["A2:A3"]}))
    assert [script.area for script in found.scripts] == ["Login", "Login", ""]


def test_results_on_every_step_row_stay_with_the_steps(workbook: Maker) -> None:
    rows = [
        ["ID", "Title", "Step No", "Step", "Expected", "Status", "Actual result"],
        ["TC-1", "Log in", 1, "Open", "A page", "Pass", ""],
        ["TC-1", "Log in", 2, "Sign in", "The desk", "Fail", "An error"],
        ["TC-2", "Log out", 1, "Click", "A page", "Blocked", ""],
    ]
    found = read(workbook(rows))
    first, second = found.scripts
    assert [(s.do, s.outcome, s.actual) for s in first.steps] == [
        ("Open", "pass", ""),
        ("Sign in", "fail", "An error"),
    ]
    assert first.outcome is None
    assert second.outcome == "blocked"
    assert first.steps[1].where == Place("UAT", 3)


def test_an_id_repeated_with_another_title_is_another_script(workbook: Maker) -> None:
    other = ["TC-1", "Log in with a wrong word", "1. Open\n2. Sign in", "No", "Pass", ""]
    found = read(workbook([HEAD, LOGIN, other, LOGIN]))
    assert [script.source_key for script in found.scripts] == ["TC-1", "TC-1#2", "TC-1#3"]
    assert 'The id "TC-1" stands 3 times' in found.warnings[0]
    assert "(rows 2, 3, 4) with different content" in found.warnings[0]


def test_identical_rows_are_scripts_of_their_own(workbook: Maker) -> None:
    found = read(workbook([HEAD, LOGIN, LOGIN]))
    assert len(found.scripts) == 2
    assert "the same content each time" in found.warnings[0]


def test_without_ids_the_key_is_the_content_and_survives_another_order(workbook: Maker) -> None:
    head, one, two = HEAD[1:], LOGIN[1:], LOGOUT[1:]
    first = {s.title: s.source_key for s in read(workbook([head, one, two])).scripts}
    second = {s.title: s.source_key for s in read(workbook([head, two, one])).scripts}
    assert first == second
    assert all(key.startswith("~") for key in first.values())


def test_rows_of_data_alone_are_data_of_the_script_above(workbook: Maker) -> None:
    rows = [
        ["ID", "Title", "Steps", "Test data", "Expected"],
        ["TC-1", "Log in", "Sign in", "anna / x", "ok"],
        ["", "", "", "ben / y", ""],
        ["TC-2", "Log out", "Click", "-", "ok"],
    ]
    found = read(workbook(rows))
    assert [script.test_data for script in found.scripts] == ["anna / x\nben / y", ""]
    assert found.account.continuation == 1


def test_ticks_under_pass_and_fail_are_results(workbook: Maker) -> None:
    rows = [
        ["No", "Title", "Steps", "Pass", "Fail", "Remarks"],
        [1, "a", "do", "x", "", ""],
        [2, "b", "do", "", "✔", "bad"],
        [3, "c", "do", "", "", ""],
        [4, "d", "do", "x", "x", ""],
        [5, "e", "do", "Pass", "", ""],
    ]
    found = read(workbook(rows))
    assert [script.outcome for script in found.scripts] == ["pass", "fail", None, None, "pass"]
    assert [question.places[0].row for question in found.questions] == [5]


def test_words_printed_in_advance_under_pass_and_fail_are_no_results(workbook: Maker) -> None:
    rows = [
        ["No", "Title", "Steps", "PASS", "FAIL"],
        [1, "a", "do", "PASS", "FAIL"],
        [2, "b", "do", "PASS", ""],
        [3, "", "", "PASS", "FAIL"],
    ]
    found = read(workbook(rows))
    assert [script.outcome for script in found.scripts] == [None, None]
    assert [(q.word, q.suggestion) for q in found.questions] == [("PASS: PASS", "pass")]


def test_a_heading_of_two_rows_gives_a_run_for_each_cycle(
    workbook: Maker,
) -> None:
    rows = [
        ["ID", "Title", "Steps", "Expected", "Cycle 1", "", "Cycle 2", ""],
        ["", "", "", "", "Actual", "Status", "Actual", "Status"],
        ["TC-1", "a", "do", "x", "bad", "Fail", "good", "Pass"],
        ["TC-2", "b", "do", "x", "good", "Pass", "", ""],
    ]
    merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"]
    found = read(workbook(rows, merges={"UAT": merges}))
    assert [(s.outcome, s.actual) for s in found.scripts] == [("pass", "good"), ("pass", "good")]
    assert [len(script.rounds) for script in found.scripts] == [2, 1]
    assert "2 cycles (Cycle 1, Cycle 2)" in found.warnings[0]


def test_pass_and_fail_under_one_merged_heading_are_results(workbook: Maker) -> None:
    rows = [
        ["No", "Title", "Steps", "Result", "", "Remarks"],
        ["", "", "", "Pass", "Fail", ""],
        [1, "a", "do", "x", "", ""],
        [2, "b", "do", "", "x", "bad"],
    ]
    merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"]
    found = read(workbook(rows, merges={"UAT": merges}))
    assert [(s.outcome, s.comment) for s in found.scripts] == [("pass", ""), ("fail", "bad")]


def test_a_repeated_heading_is_no_script(workbook: Maker) -> None:
    found = read(workbook([HEAD, LOGIN, HEAD, LOGOUT]))
    assert len(found.scripts) == 2
    assert found.account.skipped[0].why == "it repeats the headings"


def test_an_unknown_word_is_a_question_and_the_script_has_no_result(workbook: Maker) -> None:
    rows = [HEAD, LOGIN, [*LOGOUT[:4], "Banana", ""], ["TC-3", "c", "do", "x", "banana", ""]]
    path = workbook(rows)
    found = read(path)
    assert [s.outcome for s in found.scripts] == ["pass", None, None]
    assert [(q.word, q.places[0].row) for q in found.questions] == [("Banana", 3), ("banana", 4)]
    answered = read(path, answers={"Banana": "blocked"})
    assert [s.outcome for s in answered.scripts] == ["pass", "blocked", "blocked"]
    assert answered.questions == ()


def test_a_calculated_result_never_counts(workbook: Maker) -> None:
    path = workbook([HEAD, LOGIN, [*LOGOUT[:4], '="Pass"', ""]])
    found = read(path)
    assert found.scripts[1].outcome is None


def row_of(number: int, values: list[str], last: str = "") -> str:
    """Write a row by hand; `last` is one more cell as XML."""
    cells = [
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        for letter, value in zip("ABCDEF", values, strict=False)
    ]
    return f'<row r="{number}">{"".join(cells)}{last}</row>'


SHORT = ["ID", "Title", "Steps", "Status"]


def test_a_cached_value_of_a_formula_is_asked_about(package: Maker) -> None:
    cached = '<c r="D2" t="str"><f>"Pa"&amp;"ss"</f><v>Pass</v></c>'
    found = read(package(row_of(1, SHORT) + row_of(2, ["TC-1", "Log in", "do"], cached)))
    assert found.scripts[0].outcome is None
    assert (found.questions[0].word, found.questions[0].suggestion) == ("Pass", "pass")
    assert "formula" in found.questions[0].why


def test_a_truth_value_is_asked_about(workbook: Maker) -> None:
    found = read(workbook([HEAD, [*LOGIN[:4], True, ""], [*LOGOUT[:4], "Pass", ""]]))
    assert [s.outcome for s in found.scripts] == [None, "pass"]
    assert found.questions[0].word == "TRUE"


def test_an_error_in_place_of_a_result_is_asked_about(package: Maker) -> None:
    error = '<c r="D2" t="e"><v>#N/A</v></c>'
    rows = row_of(2, ["TC-2", "t", "do"], error) + row_of(3, ["TC-3", "t", "do", "Pass"])
    found = read(package(row_of(1, SHORT) + rows))
    assert [s.outcome for s in found.scripts] == [None, "pass"]
    assert "error" in found.questions[0].why
    assert "D2" in found.warnings[0]


def test_a_pass_with_remark_keeps_its_remark(workbook: Maker) -> None:
    found = read(workbook([HEAD, [*LOGIN[:4], "Passed with comments", ""]]))
    assert (found.scripts[0].outcome, found.scripts[0].comment) == ("pass", "Passed with comments")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["26/2/2024", "3/2/2024"], [date(2024, 2, 26), date(2024, 2, 3)]),
        (["2/26/2024", "2/3/2024"], [date(2024, 2, 26), date(2024, 2, 3)]),
        (["3.2.2024", "4.2.24"], [date(2024, 2, 3), date(2024, 2, 4)]),
        (["2024-02-26", "26 Feb 2024"], [date(2024, 2, 26), date(2024, 2, 26)]),
        ([date(2024, 2, 26), None], [date(2024, 2, 26), None]),
        (["26/2/2567", "soon"], [date(2024, 2, 26), None]),
    ],
)
def test_dates_are_read_by_what_the_column_shows(
    workbook: Maker, texts: list[object], expected: list[date | None]
) -> None:
    head = ["ID", "Title", "Steps", "Status", "Date"]
    rows = [[f"TC-{n}", f"t{n}", "do", "Pass", text] for n, text in enumerate(texts)]
    found = read(workbook([head, *rows]))
    assert [script.performed_on for script in found.scripts] == expected


def test_a_date_that_could_be_either_is_asked_about_and_kept(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Status", "Date"]
    path = workbook([head, ["TC-1", "t", "do", "Pass", "3/2/2024"]])
    found = read(path)
    assert found.scripts[0].performed_on is None
    assert ("Date", "3/2/2024") in found.scripts[0].further
    assert [(q.about, q.word) for q in found.questions] == [("date", "3/2/2024")]
    assert read(path, date_order="month").scripts[0].performed_on == date(2024, 3, 2)


def test_columns_that_no_field_takes_are_kept(workbook: Maker) -> None:
    found = read(workbook([[*HEAD, "Cost centre"], [*LOGIN, "4711"]]))
    assert found.scripts[0].further == (("Cost centre", "4711"),)


def test_a_person_can_say_what_a_column_is(workbook: Maker) -> None:
    rows = [["Kürzel", "Was", "Tun", "Ampel"], ["A", "Log in", "1. x\n2. y", "Pass"]]
    mapping = {"Kürzel": "id", "was": "title", "C": "steps", "Ampel": "outcome"}
    by_letter = read(workbook([HEAD, LOGOUT]), mapping={"F": "actual", "Status": "ignore"})
    assert (by_letter.scripts[0].actual, by_letter.scripts[0].outcome) == ("slow", None)
    plain = read(workbook([[*rows[0], "Expected"], [*rows[1], "z"]]), mapping=mapping)
    assert (plain.scripts[0].title, len(plain.scripts[0].steps)) == ("Log in", 2)
    with pytest.raises(UserError, match='There is no field "colour"'):
        read_scripts(workbook([HEAD, LOGIN]), mapping={"ID": "colour"})


def test_the_fingerprint_is_of_the_headings_alone(workbook: Maker) -> None:
    one = read(workbook([HEAD, LOGIN]))
    two = read(workbook([["Title of the plan"], [], HEAD, LOGOUT, LOGIN], name="other.xlsx"))
    other = read(workbook([[*HEAD, "Extra"], LOGIN]))
    assert one.fingerprint == two.fingerprint != other.fingerprint


def test_what_each_column_became_is_told(workbook: Maker) -> None:
    found = read(workbook([HEAD, LOGIN]))
    told = {note.heading: (note.letter, note.field, note.how) for note in found.columns}
    assert told["Steps"] == ("C", "steps", "heading")
    assert told["Status"] == ("E", "outcome", "heading")


@pytest.mark.parametrize(
    "head",
    [
        ["Testfall-ID", "Testfall", "Testschritte", "Erwartetes Ergebnis", "Status", "Bemerkung"],
        ["Identifiant", "Cas de test", "Étapes", "Résultat attendu", "Statut", "Commentaire"],
        ["ID", "Caso de prueba", "Pasos", "Resultado esperado", "Estado", "Observaciones"],
        ["ID", "Caso de teste", "Passos", "Resultado esperado", "Situação", "Observações"],
        ["ID", "Caso di test", "Passi", "Risultato atteso", "Esito", "Note"],
        ["Nr", "Testgeval", "Stappen", "Verwacht resultaat", "Status", "Opmerkingen"],
        ["LP", "Przypadek testowy", "Kroki", "Oczekiwany rezultat", "Status", "Uwagi"],
        ["Номер", "Название", "Шаги", "Ожидаемый результат", "Статус", "Комментарий"],
        ["Κωδικός", "Τίτλος", "Βήματα", "Αναμενόμενο αποτέλεσμα", "Κατάσταση", "Σχόλια"],
        ["รหัส", "กรณีทดสอบ", "ขั้นตอน", "ผลลัพธ์ที่คาดหวัง", "สถานะ", "หมายเหตุ"],
        ["Mã", "Tiêu đề", "Các bước thực hiện", "Kết quả mong đợi", "Trạng thái", "Ghi chú"],
        ["No", "Kasus Uji", "Langkah", "Hasil yang diharapkan", "Status", "Catatan"],
        ["Sıra No", "Test Senaryosu", "Adımlar", "Beklenen Sonuç", "Durum", "Açıklamalar"],
        ["項番", "テスト項目", "手順", "期待結果", "判定", "備考"],
        ["编号", "用例名称", "测试步骤", "预期结果", "状态", "备注"],
    ],
    ids=["de", "fr", "es", "pt", "it", "nl", "pl", "ru", "el", "th", "vi", "id", "tr", "ja", "zh"],
)
def test_headings_are_known_in_many_languages(workbook: Maker, head: list[str]) -> None:
    found = read(workbook([head, LOGIN, LOGOUT]))
    fields = [note.field for note in found.columns]
    assert fields == ["id", "title", "steps", "expected", "outcome", "comment"]
    assert [script.outcome for script in found.scripts] == ["pass", "fail"]


def test_headings_nobody_knows_are_made_up_for_by_content(workbook: Maker) -> None:
    rows = [
        ["Kód X", "Megnev", "Teend", "Kimen"],
        ["A-01", "Bejelentkezés", "1. nyisd meg\n2. írd be", "Pass"],
        ["A-02", "Kijelentkezés", "1. kattints\n2. várj", "Fail"],
        ["A-03", "Keresés", "1. írd be\n2. nézd", "Pass"],
    ]
    found = read(workbook(rows))
    assert [s.source_id for s in found.scripts] == ["A-01", "A-02", "A-03"]
    assert found.scripts[0].title == "Bejelentkezés"
    assert [len(s.steps) for s in found.scripts] == [2, 2, 2]
    assert {note.how for note in found.columns} == {"content"}


def test_a_csv_row_with_a_field_too_many_is_rejected_with_its_line(text_file: Maker) -> None:
    text = (
        "ID,Title,Steps,Expected,Status\n"
        '1,Log in,"1. Open\n2. Sign in",A page,Pass\n'
        "2,Log out,Click, then wait,A page,Pass\n"
        "3,Find,Search,,\n"
    )
    found = read(text_file(text))
    assert [script.source_id for script in found.scripts] == ["1", "3"]
    (note,) = found.account.rejected
    assert (note.where.row, str(note.where)) == (4, "line 4")
    assert "6 fields where the headings name 5" in note.why


def test_a_csv_row_shifted_into_empty_fields_is_rejected_too(text_file: Maker) -> None:
    text = "ID,Title,Status,Tester,Note\n" + "".join(
        f"{n},a title,Pass,Amira,\n" for n in range(1, 9)
    )
    found = read(text_file(text + "9,a title, with a comma,Pass,Amira,\n"))
    assert len(found.scripts) == 8
    assert [note.where.row for note in found.account.rejected] == [10]


def test_a_separator_at_every_lines_end_is_no_field_too_many(text_file: Maker) -> None:
    text = "ID;Title;Status\n" + "".join(f"{n};title;Pass;\n" for n in range(1, 9))
    assert len(read(text_file(text)).scripts) == 8


def test_a_csv_line_torn_out_of_a_text_is_rejected(text_file: Maker) -> None:
    text = "ID,Title,Status\n1,Log in,Pass\nand then click Save\n2,Log out,Pass\n"
    found = read(text_file(text))
    assert [note.where.row for note in found.account.rejected] == [3]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("RQ-001", ("RQ-001",)),
        ("RQ-001, RQ-002\nRQ-003", ("RQ-001", "RQ-002", "RQ-003")),
        ("RQ-1;RQ-1", ("RQ-1",)),
        ("RQ-1 RQ-2", ("RQ-1", "RQ-2")),
        (" - ", ()),
        ("—", ()),
        ("", ()),
        ("As a user, I want to log in", ("As a user, I want to log in",)),
    ],
)
def test_requirements_are_named_one_by_one(
    workbook: Maker, cell: str, expected: tuple[str, ...]
) -> None:
    rows = [["ID", "Requirement ID", "Title", "Steps"], ["TC-1", cell, "a", "do"]]
    assert read(workbook(rows)).scripts[0].requirements == expected


def test_a_scenario_without_steps_is_its_own_step(workbook: Maker) -> None:
    rows = [["ID", "Test scenario", "Expected outcome", "Status"], ["1", "Sign in", "ok", "Pass"]]
    (script,) = read(workbook(rows)).scripts
    assert [(s.do, s.expected) for s in script.steps] == [("Sign in", "ok")]
    assert script.pairing == "the title is the only step"


def test_a_script_with_a_result_has_a_step_to_put_it_on(workbook: Maker) -> None:
    rows = [HEAD, ["TC-1", "Log in", "", "", "Pass", ""], ["TC-2", "Log out", "", "", "", ""]]
    first, second = read(workbook(rows)).scripts
    assert [step.do for step in first.steps] == ["Log in"]
    assert second.steps == ()


def test_a_row_counter_is_not_the_id(workbook: Maker) -> None:
    rows = [
        ["No", "Test Case ID", "Title", "Steps"],
        [1, "TC-7", "a", "do"],
        [2, "TC-9", "b", "do"],
    ]
    assert [s.source_id for s in read(workbook(rows)).scripts] == ["TC-7", "TC-9"]


def test_ids_that_begin_again_in_each_sheet_stay_apart(workbook: Maker) -> None:
    head = ["No", "Title", "Steps"]
    path = workbook({"Agent": [head, [1, "a", "do"]], "Admin": [head, [1, "b", "do"]]})
    assert [s.source_key for s in read(path).scripts] == ["1", "1 (Admin)"]


def test_priorities_are_known_in_several_languages(workbook: Maker) -> None:
    rows = [["ID", "Title", "Steps", "Priority"]]
    rows += [[f"TC-{n}", "t", "do", word] for n, word in enumerate(["Hoch", "2 - Medium", "P7"])]
    assert [s.priority for s in read(workbook(rows)).scripts] == ["high", "medium", "P7"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "＝1+1",
        "'=1",
        "-5",
    ],
)
def test_text_that_begins_like_a_formula_stays_text(text_file: Maker, text: str) -> None:
    found = read(text_file(f'Ref,Title,Comment\nTC-1,"{text}","{text}"\n'))
    assert (found.scripts[0].title, found.scripts[0].comment) == (text, text)


def test_a_file_without_a_table_says_so(workbook: Maker, text_file: Maker) -> None:
    found = read(workbook({"Sheet1": [["hello"], ["world", 1, 2, 3]]}))
    assert found.scripts == ()
    assert "makes no script" in found.warnings[0]
    assert read(text_file("just some words\nand more\n")).scripts == ()


def test_ten_thousand_rows_are_read_and_keep_their_places(workbook: Maker) -> None:
    rows = [[f"TC-{n}", f"t{n}", "1. a\n2. b", "x", "Pass", ""] for n in range(10_000)]
    found = read(workbook([HEAD, *rows]))
    assert len(found.scripts) == 10_000
    assert found.scripts[-1].where.row == 10_001
