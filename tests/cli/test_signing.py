"""sign, and what verify says about signatures and documents."""

import re
import shutil

import openpyxl
import pytest

from changedesk.desk import open_desk
from changedesk.uat.records import Script


def test_a_cycle_is_signed_and_a_later_result_shows(run, sample):
    said = run("sign", sample, "cycle:CYC-02", "--name", "Ruth Adeyemi", "--role", "Supervisor",
               "--decision", "approved_with_conditions", "--comment", "After the fix",
               "--json")  # fmt: skip
    assert said.code == 0
    assert said.facts["decision"] == "approved_with_conditions"
    assert said.facts["records"] > 50
    held = run("verify", sample, "--json")
    assert held.code == 0
    (signature,) = held.facts["signatures"]
    assert (signature["name"], signature["changed_since"]) == ("Ruth Adeyemi", [])
    assert run("record", sample, "UAT-001", 1, "fail", "--cycle", "CYC-02").code == 0
    changed = run("verify", sample, "--json")
    assert changed.code == 0
    assert changed.facts["ok"]
    kinds = {one["type"] for one in changed.facts["signatures"][0]["changed_since"]}
    assert "step_result" in kinds
    told = run("verify", sample).out
    assert ": 1 change since." in told
    assert re.search(r"UAT-001 step 1 in CYC-02.*, result  ✖ Fail", told)


@pytest.mark.parametrize("subject", ["impact:CRM", "training:CRM", "adoption:CRM"])
def test_a_plan_is_signed_by_the_code_of_its_project(run, sample, subject):
    code = run("info", sample, "--json").facts["projects"][0]["code"]
    wanted = subject.replace("CRM", code)
    assert run("sign", sample, wanted, "--name", "Ruth").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("cycle:", "--name", "Ruth"), "names nothing to sign"),
        (("cycle:CYC-77", "--name", "Ruth"), "There is no cycle CYC-77"),
        (("weather:CYC-01", "--name", "Ruth"), "cannot be signed"),
        (("cycle:CYC-01", "--name", " "), "needs the name"),
        (("cycle:CYC-01", "--name", "Ruth", "--decision", "maybe"), "is no decision"),
    ],
)
def test_what_cannot_be_signed_is_one_sentence_and_changes_nothing(run, sample, words, sentence):
    before = run("info", sample, "--json").facts["journal"]
    said = run("sign", sample, *words)
    assert said.code == 2
    assert sentence in said.err
    assert run("info", sample, "--json").facts["journal"] == before


def test_a_document_is_proved_and_an_altered_one_named(run, sample, tmp_path):
    book = tmp_path / "book.xlsx"
    assert run("export", sample, "uat-workbook", "--cycle", "CYC-01", "-o", book).code == 0
    said = run("verify", book, "--workspace", sample, "--json")
    assert (said.code, said.facts["findings"], said.facts["same_file"]) == (0, [], True)
    assert run("verify", book).code == 0
    again = openpyxl.load_workbook(book)
    again.save(tmp_path / "again.xlsx")
    same = run("verify", tmp_path / "again.xlsx", "--workspace", sample)
    assert same.code == 0
    assert "same content, different file" in same.out
    again["Steps"]["C9"] = "Something else"
    again.save(tmp_path / "altered.xlsx")
    altered = run("verify", tmp_path / "altered.xlsx", "--workspace", sample, "--json")
    assert altered.code == 1
    (finding,) = altered.facts["findings"]
    assert finding["where"] == "Steps!C9"
    assert "Something else" in finding["why"]
    assert run("verify", tmp_path / "altered.xlsx").code == 1


def test_what_changed_in_the_workspace_since_a_document_is_told(run, sample, tmp_path):
    page = tmp_path / "page.docx"
    assert run("export", sample, "uat-signoff", "--cycle", "CYC-02", "-o", page).code == 0
    assert run("verify", page, "--workspace", sample, "--json").facts["changed_since"] == []
    assert run("record", sample, "UAT-001", 1, "fail", "--cycle", "CYC-02").code == 0
    said = run("verify", page, "--workspace", sample, "--json")
    assert said.facts["ok"]
    assert [one["type"] for one in said.facts["changed_since"]].count("step_result") == 1


def test_a_document_of_another_workspace_is_told_apart(run, sample, empty, tmp_path):
    page = tmp_path / "page.docx"
    assert run("export", sample, "uat-signoff", "--cycle", "CYC-02", "-o", page).code == 0
    said = run("verify", page, "--workspace", empty)
    assert said.code == 1
    assert "not made from this workspace" in said.out
    foreign = tmp_path / "foreign.xlsx"
    openpyxl.Workbook().save(foreign)
    assert run("verify", foreign).code == 2
    shutil.copy(page, tmp_path / "print.pdf")
    assert run("verify", tmp_path / "print.pdf").code == 2


def test_what_was_changed_and_put_back_after_a_signature_is_told_as_that(run, sample):
    said = run("sign", sample, "cycle:CYC-02", "--name", "Ruth", "--role", "Supervisor")
    assert said.code == 0
    desk = open_desk(sample)
    script = desk.find(Script, code="UAT-001")
    assert script is not None
    for title in ("Another title", script.title):
        with desk.change("Rename") as change:
            change.set(script, title=title)
    desk.close()
    told = run("verify", sample).out
    assert f"Title: changed, and put back to {script.title}" in told
    assert "→" not in told
