"""new, sample, info, history, undo, backup, restore, verify."""

import re
from pathlib import Path

import pytest

from changedesk.desk import open_desk
from changedesk.store.dump import dump


def said_by(path):
    desk = open_desk(path)
    try:
        return dump(desk)
    finally:
        desk.close()


def test_a_new_workspace_has_its_project_and_nothing_else(run, tmp_path):
    path = tmp_path / "desk.changedesk"
    made = run("new", path, "--project", "CSM", "--name", "Service Cloud", "--json").facts
    assert made == {"file": str(path), "project": {"code": "CSM", "name": "Service Cloud"}}
    facts = run("info", path, "--json").facts
    assert facts["projects"] == [{"code": "CSM", "name": "Service Cloud"}]
    assert {name: n for name, n in facts["counts"].items() if n} == {"project": 1}


def test_without_a_code_the_project_is_named_after_the_file(run, tmp_path):
    facts = run("new", tmp_path / "chat-bot_2.changedesk", "--json").facts
    assert facts["project"] == {"code": "CHATBOT2", "name": "chat-bot_2"}


def test_a_workspace_can_start_from_a_kit_and_the_kit_be_undone(run, tmp_path):
    path = tmp_path / "desk.changedesk"
    made = run("new", path, "--kit", "escalation", "--json").facts
    assert made["kit"] == "escalation"
    kept = run("info", path, "--json").facts["counts"]
    assert {name: kept[name] for name in made["created"]} == made["created"]
    assert made["created"]["impact"] >= 12
    assert run("undo", path).code == 0
    left = run("info", path, "--json").facts["counts"]
    assert {name: n for name, n in left.items() if n} == {"project": 1}


def test_kits_are_listed_by_the_names_of_the_contract(run):
    facts = run("kits", "--json").facts["kits"]
    assert [kit["name"] for kit in facts] == [
        "crm-migration", "chatbot", "omnichannel", "qa-programme", "wfm", "escalation",
    ]  # fmt: skip
    assert "chatbot" in run("kits").out


def test_an_unknown_kit_leaves_no_file_behind(run, tmp_path):
    path = tmp_path / "desk.changedesk"
    assert run("new", path, "--kit", "bogus").code == 2
    assert not path.exists()


@pytest.mark.parametrize("command", ["new", "sample"])
def test_a_place_where_no_workspace_can_be_is_named_with_what_to_do(run, tmp_path, command):
    missing = tmp_path / "missing"
    said = run(command, missing / "desk.changedesk")
    assert (said.code, said.out) == (2, "")
    assert said.err == (f"There is no folder {missing}: make it first, or choose another place.\n")
    assert run(command, tmp_path).err.startswith(f"{tmp_path} is a folder: name a file in it")
    assert run(command, "").err.startswith("The workspace has no name")


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="no folder refuses the super-user")
def test_a_folder_that_takes_no_files_is_named(run):
    said = run("new", "/proc/desk.changedesk")
    assert said.code == 2
    assert said.err.startswith("Nothing can be written in the folder /proc (")
    assert "choose another place" in said.err


@pytest.mark.parametrize("code", ["A" * 21, "a b", "a\tb", "a=b", "(x)"])
def test_a_project_code_that_nobody_can_type_is_refused_and_leaves_no_file(run, tmp_path, code):
    said = run("new", tmp_path / "desk.changedesk", "--project", code)
    assert (said.code, said.out) == (2, "")
    assert "takes at most 20 letters and digits" in said.err
    assert list(tmp_path.glob("*.changedesk")) == []


def test_counts_are_told_in_words_and_by_their_stable_names_in_json(run, sample):
    words = run("info", sample).out
    for line in ("Project 1", "People 90", "Script versions 26", "Results 378", "Evidence 7"):
        name, n = line.rsplit(" ", 1)
        assert re.search(rf"^{name} +{n}$", words, re.MULTILINE), line
    assert "_" not in words
    assert "ADKAR readings" in words
    assert "Answers " in words
    assert {"script_version", "result"} <= run("info", sample, "--json").facts["counts"].keys()


def test_info_counts_by_the_names_of_the_contract(run, sample):
    facts = run("info", sample, "--json").facts
    assert {name: facts["counts"][name] for name in (
        "script", "step", "cycle", "run", "result", "defect", "evidence", "person", "group",
    )} == {
        "script": 26, "step": 144, "cycle": 2, "run": 66, "result": 378, "defect": 16,
        "evidence": 7, "person": 90, "group": 10,
    }  # fmt: skip
    assert facts["schema"] >= 1
    assert facts["journal"] > 700
    assert facts["bytes"] == sample.stat().st_size
    assert facts["last_backup"] is None


def test_steps_of_older_versions_do_not_count(run, empty, plan):
    run("import", empty, plan(("TC-1", "Log on", "1. Open\n2. Close", "", "Pass")))
    run("import", empty, plan(("TC-1", "Log on", "1. Open\n2. Wait\n3. Close", "", "Pass")))
    assert run("info", empty, "--json").facts["counts"]["step"] == 3


def test_the_sample_is_made_whole(run, tmp_path):
    path = tmp_path / "sample.changedesk"
    facts = run("sample", path, "--json").facts
    assert facts["counts"]["script"] == 26
    assert run("verify", path, "--json").facts == {"ok": True, "findings": []}


def test_history_tells_changes_newest_first_and_a_record_field_by_field(run, sample):
    run("record", sample, "UAT-009", 1, "pass")
    changes = run("history", sample, "--limit", 2, "--json").facts["history"]
    assert changes[0]["label"] == "Record UAT-009 step 1 as pass"
    lines = run("history", sample, "--record", "d-001", "--json").facts["history"]
    assert lines[-1]["what"] == "made"
    newest = next(line for line in lines if line["field"] == "status")
    assert (newest["record"], newest["old"], newest["new"]) == (
        "D-001", "ready_for_retest", "closed",
    )  # fmt: skip
    assert newest["who"] == "Dana Kowalski"
    assert newest["when"].startswith("2026-03-")
    words = run("history", sample, "--record", "D-001").out
    assert "Status: Ready for retest → Closed" in words


def told(run, path, code, *more):
    lines = run("history", path, "--record", code, "--json", *more).facts["history"]
    return [(line["name"], line["told"]) for line in lines]


def test_the_history_of_a_script_tells_its_steps_runs_results_and_evidence(run, sample, tmp_path):
    picture = tmp_path / "screen.png"
    picture.write_bytes(b"\x89PNG\r\n")
    run("record", sample, "UAT-009", 1, "fail", "--actual", "No page", "--evidence", picture)
    lines = told(run, sample, "UAT-009", "--limit", 500)
    assert lines[:3] == [
        ("UAT-009 step 1 in CYC-02 by Sinéad Walsh, evidence screen.png", "made"),
        ("UAT-009 step 1 in CYC-02 by Sinéad Walsh, result", "✖ Fail: No page"),
        ("UAT-009 run 1 in CYC-02 by Sinéad Walsh", lines[2][1]),
    ]
    assert re.fullmatch(r"Started: \(empty\) → \d{4}-\d\d-\d\d \d\d:\d\d", lines[2][1])
    assert ("UAT-009 version 1", "made") in lines
    assert any(name == "UAT-009 step 2" and what.startswith("made: ") for name, what in lines)
    assert lines[-1] == ("UAT-009", "made")
    assert (
        "UAT-009 step 1 in CYC-02 by Sinéad Walsh, result  ✖ Fail: No page"
        in run("history", sample, "--record", "UAT-009").out
    )


def test_a_result_that_was_taken_back_stays_in_the_history(run, sample):
    run("record", sample, "UAT-009", 1, "fail", "--actual", "No page")
    run("undo", sample)
    place = "UAT-009 step 1 in CYC-02 by Sinéad Walsh, result"
    lines = told(run, sample, "UAT-009", "--limit", 500)
    assert [what for name, what in lines if name == place] == [
        "withdrawn (✖ Fail: No page)", "✖ Fail: No page",
    ]  # fmt: skip


def test_a_withdrawn_record_is_found_by_its_code_with_all_that_was_its_own(run, sample, plan):
    run("import", sample, plan(("TC-1", "Log on", "1. Open\n2. Close", "It opens", "Pass")))
    assert ("UAT-027 step 2", "made: Close") in told(run, sample, "UAT-027")
    run("undo", sample)
    lines = told(run, sample, "uat-027")
    assert ("UAT-027", "withdrawn") in lines
    assert ("UAT-027", "made") in lines
    assert ("UAT-027 step 2", "made: Close") in lines
    assert ("UAT-027 run 1 in CYC-03", "withdrawn") in lines
    said = run("history", sample, "--record", "UAT-099")
    assert (said.code, said.err) == (
        2, "There is and was no record UAT-099 in this workspace.\n",
    )  # fmt: skip


def test_undo_takes_back_ones_own_last_change(run, sample):
    before = said_by(sample)
    run(
        "record",
        sample,
        "UAT-009",
        1,
        "fail",
        "--actual",
        "No",
        "--tester",
        "Somebody New",
    )
    assert said_by(sample) != before
    facts = run("undo", sample, "--json").facts
    assert facts == {"undone": "Record UAT-009 step 1 as fail"}
    assert said_by(sample) == before


def test_a_backup_is_a_whole_workspace_and_comes_back(run, sample, tmp_path):
    copy = tmp_path / "copy.changedesk"
    facts = run("backup", sample, copy, "--json").facts
    assert facts == {"file": str(copy), "bytes": copy.stat().st_size}
    restored = tmp_path / "restored.changedesk"
    assert run("restore", copy, restored, "--json").facts == {
        "file": str(restored), "replaced": None,
    }  # fmt: skip
    assert said_by(restored) == said_by(sample)


def test_a_backup_without_a_name_goes_among_the_backups(run, sample, home):
    facts = run("backup", sample, "--json").facts
    assert str(home) in facts["file"]
    assert run("info", sample, "--json").facts["last_backup"] is not None


def test_newer_work_is_not_lost_by_a_restore_unless_forced(run, sample, tmp_path):
    copy = tmp_path / "copy.changedesk"
    run("backup", sample, copy)
    before = said_by(sample)
    run("record", sample, "UAT-009", 1, "pass")
    newer = said_by(sample)
    refused = run("restore", copy, sample)
    assert refused.code == 2
    assert "newer work" in refused.err
    assert said_by(sample) == newer
    facts = run("restore", copy, sample, "--force", "--json").facts
    assert said_by(sample) == before
    assert said_by(facts["replaced"]) == newer


def test_verify_names_what_does_not_hold(run, sample):
    data = bytearray(sample.read_bytes())
    place = data.find(b"Helena Novak")
    data[place] ^= 1
    sample.write_bytes(data)
    said = run("verify", sample, "--json")
    assert said.code == 1
    assert not said.facts["ok"]
    for finding in said.facts["findings"]:
        assert set(finding) == {"what", "where", "why"}
        assert finding["what"]
        assert finding["why"]
    words = run("verify", sample)
    assert (words.code, words.err) == (1, "")


def test_verify_of_a_torn_file_is_a_finding_and_no_refusal(run, sample):
    data = sample.read_bytes()
    sample.write_bytes(data[: len(data) // 2])
    said = run("verify", sample, "--json")
    assert (said.code, said.facts["ok"]) == (1, False)


@pytest.mark.parametrize("command", ["info", "progress", "history", "verify"])
def test_looking_works_on_a_read_only_medium_and_says_so(run, sample, command, monkeypatch):
    # A folder's permissions do not bind a super-user, so the system call is asked instead.
    monkeypatch.setattr("os.access", lambda *_args, **_how: False)
    before = sample.read_bytes()
    assert run(command, sample, "--json").code == 0
    assert sample.read_bytes() == before


def test_writing_to_a_read_only_medium_is_refused_with_the_reason(run, sample, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_args, **_how: False)
    said = run("record", sample, "UAT-009", 1, "pass")
    assert said.code == 2
    assert "cannot be written to" in said.err
