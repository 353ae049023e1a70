"""import: a full account, all or nothing for each file, twice adds nothing."""

import re

import pytest
from openpyxl import Workbook, load_workbook

from changedesk.desk import open_desk
from changedesk.store.dump import dump

GOOD = (
    ("TC-1", "Log on", "1. Open\n2. Type the name", "You are in", "Pass"),
    ("TC-2", "Log off", "1. Press Log off", "You are out", "Fail"),
    ("TC-3", "Search", "1. Type a word", "It is found", ""),
)
ODD = (*GOOD, ("TC-4", "Pay", "1. Press Pay", "Paid", "раss"))
KEYS = {
    "kind", "created", "updated", "unchanged", "skipped", "rejected", "conflicts", "warnings",
}  # fmt: skip


def said_by(path):
    desk = open_desk(path)
    try:
        return dump(desk)
    finally:
        desk.close()


def test_an_import_says_what_it_made(run, empty, plan):
    said = run("import", empty, plan(*GOOD), "--json")
    facts = said.facts
    assert said.code == 0
    assert facts.keys() >= KEYS
    assert facts["kind"] == "scripts"
    assert facts["created"] == {"script": 3, "step": 4, "cycle": 1, "run": 3, "result": 2}
    assert facts["rejected"] == facts["conflicts"] == []
    counts = run("info", empty, "--json").facts["counts"]
    assert {name: counts[name] for name in facts["created"]} == facts["created"]


def test_every_row_is_accounted_for(run, empty, plan):
    rows = run("import", empty, plan(*ODD), "--json").facts["rows"]
    assert rows["read"] == (
        rows["made"] + rows["continuation"] + rows["skipped"] + rows["rejected"]
    )


def test_the_same_file_again_adds_nothing(run, empty, plan):
    file = plan(*GOOD)
    run("import", empty, file)
    before = said_by(empty)
    again = run("import", empty, file, "--json")
    assert (again.code, again.facts["created"], again.facts["updated"]) == (0, {}, {})
    assert said_by(empty) == before


def test_undo_brings_back_what_was_there(run, empty, plan):
    before = said_by(empty)
    run("import", empty, plan(*GOOD))
    assert run("undo", empty, "--json").facts == {"undone": "Import plan.xlsx"}
    assert said_by(empty) == before


def test_a_dry_run_gives_the_same_account_and_writes_nothing(run, empty, plan):
    file = plan(*ODD)
    before = empty.read_bytes()
    tried = run("import", empty, file, "--dry-run", "--json")
    assert empty.read_bytes() == before
    done = run("import", empty, file, "--json")
    assert (tried.code, tried.facts) == (done.code, done.facts)


def test_a_word_that_is_no_result_is_asked_about_and_the_script_comes_in_without(run, empty, plan):
    said = run("import", empty, plan(*ODD), "--json")
    assert said.code == 1
    (rejected,) = said.facts["rejected"]
    assert "row 5" in rejected["where"]
    assert rejected["word"] == "раss"
    assert said.facts["created"]["script"] == 4
    assert said.facts["created"]["result"] == 2


def test_strict_takes_nothing_when_a_row_is_rejected(run, empty, plan):
    before = said_by(empty)
    said = run("import", empty, plan(*ODD), plan(*GOOD, name="good.xlsx"), "--strict", "--json")
    assert said.code == 2
    assert said.facts["created"] == {}
    assert len(said.facts["rejected"]) == 1
    assert said.err == (
        'Nothing was taken: plan.xlsx, sheet "UAT", row 5, column E is rejected, '
        "and --strict was given.\n"
    )
    assert said_by(empty) == before
    words = run("import", empty, plan(*ODD), "--strict")
    assert words.code == 2
    assert "nothing was taken" in words.out


def test_strict_takes_nothing_when_a_file_is_refused(run, empty, plan, tmp_path):
    before = said_by(empty)
    said = run("import", empty, plan(*GOOD), tmp_path / "missing.xlsx", "--strict")
    assert said.code == 2
    assert "missing.xlsx is rejected" in said.err
    assert said_by(empty) == before


def test_strict_says_the_same_in_a_dry_run(run, empty, plan):
    file = plan(*ODD)
    tried = run("import", empty, file, "--strict", "--dry-run", "--json")
    done = run("import", empty, file, "--strict", "--json")
    assert (tried.code, tried.out, tried.err) == (done.code, done.out, done.err)


def test_questions_about_words_and_rejected_rows_are_told_apart(run, empty, plan):
    run("import", empty, plan(*(row[:4] for row in GOOD[:2])))
    odd = plan(
        GOOD[0], ("TC-2", "Log off", "1. Press Log off", "", "maybe"), GOOD[2], name="r.xlsx"
    )
    rejected = run("import", empty, odd, "--as", "results", "--json").facts["rejected"]
    assert sorted(one["kind"] for one in rejected) == ["question", "row"]
    words = run("import", empty, odd, "--as", "results").out
    assert re.search(r"^  asked +sheet .*“maybe”", words, re.MULTILINE)
    assert re.search(r"^  rejected sheet .*not in this project", words, re.MULTILINE)


@pytest.mark.parametrize("column", ["Nope", "nope ", "ZZ"])
def test_a_mapped_column_that_is_not_there_is_refused_with_those_that_are(run, empty, plan, column):
    before = empty.read_bytes()
    said = run("import", empty, plan(*GOOD), "--map", f"{column}=title")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        f"plan.xlsx has no column “{column.strip()}”; "
        "it has Test ID, Title, Steps, Expected Result, Status.\n"
    )
    assert empty.read_bytes() == before


def test_a_mapped_field_that_does_not_exist_is_refused_with_those_that_do(run, empty, plan):
    said = run("import", empty, plan(*GOOD), "--map", "Title=colour")
    assert (said.code, said.out) == (2, "")
    assert "there is no field “colour”; the fields are id, title, " in said.err


def test_a_column_may_be_named_by_its_letter(run, empty, plan):
    said = run("import", empty, plan(*GOOD), "--map", "B=expected", "--json")
    assert said.code == 0


@pytest.mark.parametrize("name", ["mail.txt", "letter.csv"])
def test_a_file_that_nobody_reads_is_refused_with_the_reason(run, empty, tmp_path, name):
    file = tmp_path / name
    file.write_text("Dear all,\nplease see to it by Friday.\n", "utf-8")
    before = empty.read_bytes()
    said = run("import", empty, file)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"{name} was not read, because no line of it names columns")
    assert empty.read_bytes() == before


def test_xml_that_nobody_reads_is_refused_as_what_it_is(run, empty, tmp_path):
    file = tmp_path / "menu.xml"
    file.write_text('<?xml version="1.0"?><menu><dish>Soup</dish></menu>', "utf-8")
    said = run("import", empty, file)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("menu.xml was not read, because it is XML of a kind")


def test_a_feature_is_read_and_the_same_again_adds_nothing(run, empty, tmp_path):
    file = tmp_path / "chat.feature"
    text = "Feature: Chat\n\n  Scenario: Hand over\n    Given a chat\n    Then a person answers\n"
    file.write_text(text, "utf-8")
    said = run("import", empty, file, "--json")
    assert (said.code, said.facts["created"]["script"]) == (0, 1)
    assert run("import", empty, file, "--json").facts["created"] == {}


def test_two_files_of_one_name_are_told_apart_by_their_paths(run, empty, plan, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    files = [plan(*ODD, name="a/plan.xlsx"), plan(*ODD, name="b/plan.xlsx")]
    rejected = run("import", empty, *files, "--json").facts["rejected"]
    assert [one["where"].partition(", ")[0] for one in rejected] == [str(file) for file in files]
    words = run("import", empty, *files).out
    assert all(f"{file}: read as scripts" in words for file in files)
    for file in files:
        file.write_bytes(b"")
    said = run("import", empty, *files)
    assert said.code == 2
    assert all(f"{file}: plan.xlsx was not read" in said.err for file in files)


def test_strict_takes_a_clean_file(run, empty, plan):
    assert run("import", empty, plan(*GOOD), "--strict", "--json").facts["created"]["script"] == 3


def test_results_go_to_the_cycle_that_was_named(run, sample, plan):
    facts = run("import", sample, plan(*GOOD), "--cycle", "cyc-02", "--json").facts
    assert facts["cycle"] == "CYC-02"
    assert "cycle" not in facts["created"]


def test_a_column_is_mapped_by_hand(run, empty, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text("Wat,Hoe\nLog on,1. Open the page\nLog off,1. Press Log off\n", "utf-8")
    facts = run("import", empty, file, "--map", "Wat=title", "--map", "Hoe=steps", "--json").facts
    assert facts["created"] == {"script": 2, "step": 2}


def test_results_alone_come_in_for_known_scripts_only(run, empty, plan):
    run("import", empty, plan(*(row[:4] for row in GOOD[:2])))
    said = run("import", empty, plan(*GOOD, name="results.xlsx"), "--as", "results", "--json")
    assert said.code == 1
    assert said.facts["kind"] == "results"
    assert said.facts["created"] == {"cycle": 1, "run": 2, "result": 2}
    (rejected,) = said.facts["rejected"]
    assert "row 4" in rejected["where"]


def test_several_files_have_one_account_and_each_is_one_change(run, empty, plan):
    files = plan(*GOOD, name="a.xlsx"), plan(("X-1", "Other", "1. Look", "Seen"), name="b.xlsx")
    facts = run("import", empty, *files, "--json").facts
    assert facts["created"]["script"] == 4
    assert [one["created"]["script"] for one in facts["files"]] == [3, 1]
    labels = [one["label"] for one in run("history", empty, "--json").facts["history"]]
    assert labels[:2] == ["Import b.xlsx", "Import a.xlsx"]


def test_a_refused_file_does_not_stop_the_others_and_is_named(run, empty, plan, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not really")
    said = run("import", empty, bad, plan(*GOOD), "--json")
    assert said.code == 1
    assert said.facts["created"]["script"] == 3
    (rejected,) = said.facts["rejected"]
    assert rejected["where"] == "bad.xlsx"
    assert said.facts["kind"] == "scripts"


def test_when_every_file_is_refused_nothing_was_done(run, empty, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not really")
    before = empty.read_bytes()
    said = run("import", empty, bad, tmp_path / "missing.xlsx", "--json")
    assert (said.code, said.out) == (2, "")
    assert empty.read_bytes() == before


def test_a_backup_is_made_before_an_import(run, sample, plan):
    run("import", sample, plan(*GOOD))
    assert run("info", sample, "--json").facts["last_backup"] is not None


def test_the_words_name_kind_counts_and_places(run, empty, plan):
    words = run("import", empty, plan(*ODD)).out
    assert "plan.xlsx: read as scripts (Excel workbook)" in words
    assert "made 4 scripts, 5 steps, 1 cycle, 4 runs, 2 results" in words
    assert "asked" in words


@pytest.mark.parametrize("text", ["=1+1", "-5", "@cmd", "+49 113 496"])
def test_text_that_begins_like_a_formula_is_text_in_and_out(run, empty, tmp_path, text):
    file = tmp_path / "own.csv"
    file.write_text(f'Test ID,Title,Steps,Status\nTC-1,"{text}",1. Open,Pass\n', "utf-8")
    assert run("import", empty, file).code == 0
    out = run("export", empty, "uat-workbook", "-o", tmp_path / "out.xlsx", "--json").facts["file"]
    sheet = load_workbook(out)["Scripts"]
    (cell,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_workbook_to_be_filled_in_is_not_imported_as_scripts_a_second_time(run, empty, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text("Test ID,Title,Steps,Status\nTC-1,Log in,1. Open,Pass\n", "utf-8")
    run("import", empty, file)
    out = run("export", empty, "uat-workbook", "-o", tmp_path / "out.xlsx", "--json").facts["file"]
    before = run("info", empty, "--json").facts["journal"]
    refused = run("import", empty, out)
    assert refused.code == 2
    assert "comes back with “receive”" in refused.err
    assert run("info", empty, "--json").facts["journal"] == before
    assert run("import", empty, out, "--as", "scripts", "--dry-run").code < 2


def test_a_sheet_that_nobody_knows_is_offered_every_kind_of_list(run, empty, tmp_path):
    file = tmp_path / "odd.xlsx"
    book = Workbook()
    book.active.append(["Colour", "Weather"])
    book.active.append(["red", "rain"])
    book.save(file)
    refused = run("import", empty, file)
    assert refused.code == 2
    for kind in ("requirements", "traceability", "defects", "stakeholders", "people"):
        assert kind in refused.err
