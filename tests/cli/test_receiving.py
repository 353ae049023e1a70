"""receive: workbooks that were exported, filled in and sent back."""

from pathlib import Path

from openpyxl import load_workbook


def filled(run, sample, folder: Path, *outcomes: str) -> Path:
    """Export the open cycle and fill in the first steps that have no outcome."""
    path = folder / "sent.xlsx"
    run("export", sample, "uat-workbook", "-o", path)
    book = load_workbook(path)
    sheet = book["Steps"]
    column = next(cell.column for cell in sheet[4] if cell.value == "Outcome")
    empty = (row for row in range(5, sheet.max_row) if not sheet.cell(row, column).value)
    for outcome, row in zip(outcomes, empty, strict=False):
        sheet.cell(row, column).value = outcome
    back = folder / "back.xlsx"
    book.save(back)
    return back


def test_what_was_filled_in_is_taken_and_accounted_for(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass", "bestanden", "more or less")
    said = run("receive", sample, path, "--json")
    facts = said.facts
    assert said.code == 1
    assert facts["kind"] == "uat-workbook"
    assert facts["created"] == {"result": 2, "return": 1}
    assert (facts["taken"], facts["unchanged"], facts["filled"]) == (2, 0, 3)
    (rejected,) = facts["rejected"]
    assert "Steps, row" in rejected["where"]
    assert "more or less" in rejected["why"]
    assert facts["conflicts"] == []


def test_a_sheet_that_was_not_read_needs_a_person(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass")
    book = load_workbook(path)
    book.copy_worksheet(book["Steps"]).title = "Steps of Ana"
    book.save(path)
    said = run("receive", sample, path, "--json")
    assert (said.code, said.facts["taken"]) == (1, 1)
    assert [one["where"] for one in said.facts["skipped"]] == ["Steps of Ana"]


def test_headings_that_nobody_knows_need_a_person(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass")
    book = load_workbook(path)
    sheet = book["Defects"]
    for row in sheet.iter_rows():
        for cell in row:
            cell.value = None
    sheet["B4"], sheet["C4"], sheet["C5"] = "Our number", "Our words", "It is mended"
    book.save(path)
    said = run("receive", sample, path, "--json")
    assert (said.code, said.facts["taken"]) == (1, 1)
    assert [one["where"] for one in said.facts["skipped"]] == ["Defects"]


def test_a_try_says_the_same_and_writes_nothing(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass", "Fail")
    before = run("info", sample, "--json").facts
    tried = run("receive", sample, path, "--dry-run", "--json")
    assert (tried.code, tried.facts["taken"]) == (0, 2)
    assert run("info", sample, "--json").facts["journal"] == before["journal"]
    assert "would make 2 results" in run("receive", sample, path, "--dry-run").out


def test_the_same_file_twice_adds_nothing_and_undo_takes_it_back(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass", "Fail")
    counts = run("info", sample, "--json").facts["counts"]
    run("receive", sample, path)
    taken = run("info", sample, "--json").facts["counts"]
    again = run("receive", sample, path, "--json")
    assert (again.code, again.facts["created"], again.facts["filled"]) == (0, {}, 0)
    assert "taken in on" in again.facts["warnings"][0]
    assert run("info", sample, "--json").facts["counts"] == taken
    assert run("undo", sample).out == "Undone: Take in back.xlsx\n"
    assert run("info", sample, "--json").facts["counts"] == counts


def test_a_conflict_is_listed_and_both_results_stay(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass")
    record = run("receive", sample, path, "--dry-run", "--json").facts
    assert record["taken"] == 1
    book = load_workbook(path)
    sheet = book["Steps"]
    column = next(cell.column for cell in sheet[4] if cell.value == "Outcome")
    row = next(row for row in range(5, sheet.max_row) if sheet.cell(row, column).value == "Pass")
    script, _, step = sheet.cell(row, 1).value.rpartition("-")[0].partition(".")
    before = disputed(run, sample)
    run("record", sample, script, step, "fail", "--actual", "Seen here")
    said = run("receive", sample, path, "--json")
    assert said.code == 1
    (conflict,) = said.facts["conflicts"]
    assert (conflict["field"], conflict["mine"], conflict["theirs"]) == (
        "Outcome",
        "✖ Fail",
        "✔ Pass",
    )
    assert set(conflict) >= {"id", "record", "field", "mine", "theirs"}
    assert disputed(run, sample) == before + 1
    open_ = run("conflicts", sample, "--json").facts["conflicts"]
    assert conflict["id"] in [one["id"] for one in open_]
    decided = run("conflicts", sample, "--resolve", conflict["id"], "--take", 1, "--json")
    assert (decided.code, decided.facts["left"]) == (0, len(open_) - 1)


def disputed(run, sample) -> int:
    facts = run("progress", sample, "--cycle", "CYC-02", "--json").facts
    return facts["cycles"][0]["runs"]["disputed"]


def test_several_files_are_one_account_and_a_stranger_is_told(run, sample, tmp_path):
    path = filled(run, sample, tmp_path, "Pass")
    stranger = tmp_path / "plan.csv"
    stranger.write_text("Title,Steps\nA,B\n", encoding="utf-8")
    said = run("receive", sample, path, stranger, "--json")
    assert said.code == 1
    assert said.facts["taken"] == 1
    assert [one["where"] for one in said.facts["rejected"]] == ["plan.csv"]
    assert len(said.facts["files"]) == 2


def test_a_file_that_is_none_of_ours_is_refused(run, sample, tmp_path):
    stranger = tmp_path / "plan.csv"
    stranger.write_text("Title,Steps\nA,B\n", encoding="utf-8")
    said = run("receive", sample, stranger)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "no mark of ChangeDesk" in said.err
    said = run("receive", sample, tmp_path / "missing.xlsx")
    assert said.code == 2
