"""What holds for every command: exit codes, one plain line, JSON alone on standard output."""

import re
from pathlib import Path

import pytest

REPORTING = [
    ("info", "{sample}"),
    ("progress", "{sample}"),
    ("history", "{sample}"),
    ("history", "{sample}", "--record", "D-001"),
    ("verify", "{sample}"),
    ("documents",),
    ("kits",),
    ("new", "{folder}/kit.changedesk", "--kit", "wfm"),
    ("backup", "{sample}", "{folder}/copy.changedesk"),
    ("export", "{sample}", "uat-workbook", "-o", "{folder}/out.xlsx"),
    ("export", "{sample}", "uat-signoff", "-o", "{folder}/out.docx"),
    ("record", "{sample}", "UAT-009", "1", "pass"),
    ("import", "{sample}", "{plan}"),
    ("new", "{folder}/new.changedesk"),
    ("sample", "{folder}/another.changedesk"),
]
REFUSED = [
    ("bogus",),
    ("info",),
    ("info", "{folder}/missing.changedesk"),
    ("info", "{plan}"),
    ("info", "{folder}"),
    ("info", "{sample}", "--bogus"),
    ("new", "{sample}"),
    ("new", "{folder}/new.changedesk", "--kit", "bogus"),
    ("sample", "{folder}/x.changedesk", "--size", "huge"),
    ("history", "{sample}", "--limit", "many"),
    ("history", "{sample}", "--record", "D-999"),
    ("undo", "{sample}"),
    ("record", "{sample}", "UAT-001"),
    ("record", "{sample}", "UAT-001", "one", "pass"),
    ("record", "{sample}", "UAT-001", "1", "perhaps"),
    ("record", "{sample}", "UAT-999", "1", "pass"),
    ("record", "{sample}", "UAT-001", "1", "pass", "--cycle", "CYC-99"),
    ("record", "{sample}", "UAT-001", "1", "pass", "--evidence", "{folder}/missing.png"),
    ("record", "{sample}", "UAT-001", "1", "pass", "--evidence", "{folder}"),
    ("progress", "{sample}", "--project", "NIX"),
    ("progress", "{sample}", "--cycle", "CYC-99"),
    ("export", "{sample}", "poster"),
    ("export", "{sample}", "uat-workbook", "-o", "{folder}/x.docx"),
    ("export", "{sample}", "uat-workbook", "-o", "{folder}/no/such/x.xlsx"),
    ("export", "{sample}", "uat-workbook", "--cycle", "CYC-99"),
    ("export", "{sample}", "uat-workbook", "--tester", "Nobody"),
    ("receive", "{sample}"),
    ("receive", "{sample}", "{folder}/missing.xlsx"),
    ("receive", "{sample}", "{plan}"),
    ("import", "{sample}"),
    ("import", "{sample}", "{folder}/missing.xlsx"),
    ("import", "{sample}", "{folder}"),
    ("import", "{sample}", "{plan}", "--as", "stakeholders"),
    ("import", "{sample}", "{plan}", "--sheet", "Nix"),
    ("import", "{sample}", "{plan}", "--map", "Title"),
    ("import", "{sample}", "{plan}", "--map", "Title=colour"),
    ("import", "{sample}", "{plan}", "--cycle", "CYC-99"),
    ("backup", "{sample}", "{sample}"),
    ("restore", "{plan}", "{folder}/x.changedesk"),
    ("restore", "{folder}/missing.changedesk", "{folder}/x.changedesk"),
    ("verify", "{plan}"),
]


@pytest.fixture
def filled(sample, plan, tmp_path):
    made = plan(("TC-1", "Log on", "1. Open", "It opens", "Pass"))
    folder = tmp_path / "folder"
    folder.mkdir()

    def fill(words):
        return [word.format(sample=sample, plan=made, folder=folder) for word in words]

    return fill


@pytest.mark.parametrize("words", REPORTING, ids=" ".join)
def test_json_is_one_object_and_stands_alone(run, filled, words):
    said = run(*filled(words), "--json")
    assert said.code == 0, said.err
    assert isinstance(said.facts, dict)
    assert said.out.count("\n") == 1


@pytest.mark.parametrize("words", REPORTING, ids=" ".join)
def test_people_get_words_instead(run, filled, words):
    said = run(*filled(words))
    assert (said.code, said.err) == (0, "")
    assert said.out.strip()
    assert not said.out.startswith("{")


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
def test_what_cannot_be_done_is_refused_in_one_line_and_changes_nothing(
    run, filled, sample, words, form
):
    before = sample.read_bytes()
    said = run(*filled(words), *form)
    assert said.code == 2
    assert said.out == ""
    assert re.fullmatch(r"[^\n]+\.[^\n]*\n|[^\n]+ --help\n", said.err)
    assert sample.read_bytes() == before


def test_undo_without_a_change_of_ones_own_says_so(run, sample):
    said = run("undo", sample)
    assert said.err == "There is no change of yours that could be undone.\n"


def test_the_version_is_one_line(run):
    said = run("--version")
    assert said.code == 0
    assert re.fullmatch(r"ChangeDesk \d+\.\d+\.\d+\S*\n", said.out)


@pytest.mark.parametrize("words", [("--help",), ("import", "--help"), ()])
def test_help_is_plain_text(run, words):
    said = run(*words)
    assert said.code == 0
    assert "Usage: changedesk" in said.out


def test_every_command_of_the_contract_is_there(run):
    listed = run("--help").out
    for name in (
        "new", "sample", "info", "import", "export", "documents", "kits", "record", "progress",
        "history", "undo", "backup", "restore", "sign", "verify", "gaps",
    ):  # fmt: skip
        assert re.search(rf"^\s+{name}\b", listed, re.MULTILINE)


def test_a_fault_of_ours_is_one_line_and_a_log_never_a_traceback(run, sample, home, monkeypatch):
    def break_down(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("changedesk.cli.looking.shown_counts", break_down)
    said = run("info", sample, "--json")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "ZeroDivisionError" in said.err
    assert "secret detail" in (home / "logs" / "command-faults.log").read_text("utf-8")


def test_ctrl_c_is_one_line(run, sample, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("changedesk.cli.looking.shown_counts", interrupt)
    said = run("info", sample)
    assert said.code == 2
    assert said.err.startswith("Stopped:")


def test_a_hostile_name_cannot_write_to_the_terminal(run, tmp_path: Path):
    said = run("info", tmp_path / "x\x1b[2J\nSecond line.changedesk")
    assert said.code == 2
    assert "\x1b" not in said.err
    assert said.err.count("\n") == 1
