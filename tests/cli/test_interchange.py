"""What came from a tool goes back to it and comes in again as it was; what is lost is said."""

import base64
import csv
import json

import pytest

TESTRAIL = (
    "ID,Title,Estimate,Preconditions,Priority,References,Section,Section Depth,Section Hierarchy,"
    "Steps,Steps,Steps (Additional Info),Steps (Expected Result),Steps (Step),Template,Type\r\n"
    'C7,Pay by card,5m,A till,High,"REQ-1, REQ-2",Till,1,Shop > Till,,,,'
    '"It opens\r\nIt is paid","Open the till\r\nPay <b>now</b>",Test Case (Steps),Functional\r\n'
    "C9,=Refund,,,Low,,Till,1,Shop > Till,Ask for the money,,,,,Test Case (Text),Other\r\n"
)
XRAY = (
    "Issue ID,Issue Key,Test Type,Test Summary,Test Priority,Action,Data,Result,Test Repo,"
    "Precondition,Issue Type,Precondition Type,Gherkin definition,Links\r\n"
    "90,,,A till is open,,,,,,,precondition,Manual,,\r\n"
    "1,SHOP-11,Manual,Pay by card,2,Open the till,,It opens,Shop/Till,90,,,,SHOP-1;SHOP-2\r\n"
    "1,SHOP-11,Manual,,2,Pay,5 €,It is paid,,,,,,\r\n"
    '2,SHOP-12,Cucumber,Refund,3,,,,Shop,,,,"Given <sum>\n\nExamples:\n| sum |\n| 5 |\n| 7 |",\r\n'
)
AZURE = (
    "ID,Work Item Type,Title,Test Step,Step Action,Step Expected,Area Path,Priority,State\r\n"
    "41,Test Case,Pay by card,,,,Shop\\Till,2,Ready\r\n"
    ",,,1,Open the till,It opens,,,\r\n"
    ",,,2,Pay,It is paid,,,\r\n"
)
TESTLINK = """<?xml version="1.0"?><testsuite name=""><testsuite name="Till">
<testcase internalid="5" name="Pay by card"><externalid>3</externalid>
<summary><![CDATA[<p>Card</p>]]></summary><preconditions><![CDATA[<p>A till</p>]]></preconditions>
<importance>3</importance><execution_type>1</execution_type>
<estimated_exec_duration>4</estimated_exec_duration><status>7</status>
<steps><step><step_number>1</step_number><actions><![CDATA[<p>Open &amp; pay</p>]]></actions>
<expectedresults><![CDATA[<p>Paid</p>]]></expectedresults><execution_type>1</execution_type>
</step></steps><keywords><keyword name="money"><notes/></keyword></keywords>
<requirements><requirement><req_spec_title>Till</req_spec_title><doc_id>R-1</doc_id>
<title>Cards are taken</title></requirement></requirements></testcase></testsuite></testsuite>"""
FILES = {
    "testrail-csv": ("cases.csv", TESTRAIL, 2),
    "xray-csv": ("tests.csv", XRAY, 2),
    "azure-csv": ("cases.csv", AZURE, 1),
    "testlink-xml": ("suites.xml", TESTLINK, 1),
}


@pytest.fixture
def desk(run, tmp_path):
    def made(name):
        path = tmp_path / f"{name}.changedesk"
        run("new", path, "--project", "SHOP")
        return path

    return made


def facts_of(run, *words):
    done = run(*words, "--json")
    assert done.code == 0, done.err
    return done.facts


@pytest.mark.parametrize("document", FILES)
def test_what_came_from_a_tool_goes_back_and_comes_in_again_unchanged(
    run, desk, tmp_path, document
):
    name, text, scripts = FILES[document]
    source, out, again = tmp_path / name, tmp_path / f"out-{name}", tmp_path / f"again-{name}"
    source.write_text(text, encoding="utf-8", newline="")
    one, two = desk("one"), desk("two")
    first = facts_of(run, "import", one, source)
    assert first["created"]["script"] == scripts
    assert facts_of(run, "export", one, document, "-o", out)["rows"] == scripts
    assert facts_of(run, "import", two, out)["created"] == first["created"]
    back = facts_of(run, "import", one, out)
    assert (back["created"], back["updated"]) == ({}, {})
    facts_of(run, "export", two, document, "-o", again)
    assert again.read_bytes() == out.read_bytes()


def test_scripts_of_zephyr_keep_their_folders_steps_and_coverage(run, desk, tmp_path):
    source, sheet, again = tmp_path / "t.csv", tmp_path / "z.xlsx", tmp_path / "again.xlsx"
    source.write_text(TESTRAIL, encoding="utf-8", newline="")
    one, two, three = desk("one"), desk("two"), desk("three")
    facts_of(run, "import", one, source)
    facts_of(run, "export", one, "zephyr-xlsx", "-o", sheet)
    made = facts_of(run, "import", two, sheet)
    assert (made["source"], made["created"]["step"]) == ("Zephyr Scale export", 2)
    facts_of(run, "export", two, "zephyr-xlsx", "-o", again)
    assert facts_of(run, "import", three, again)["created"] == made["created"]


def test_what_a_format_cannot_hold_is_listed(run, desk, tmp_path):
    source = tmp_path / "cases.csv"
    source.write_text(TESTRAIL, encoding="utf-8", newline="")
    one = desk("one")
    facts_of(run, "import", one, source)
    facts = facts_of(run, "export", one, "azure-csv", "-o", tmp_path / "azure.csv")
    assert any("links to requirements" in warning for warning in facts["warnings"])
    assert any("an estimate" in warning for warning in facts["warnings"])


def test_a_tracker_gives_back_the_status_of_our_defects(run, sample, tmp_path):
    out, back = tmp_path / "jira.csv", tmp_path / "back.csv"
    count = facts_of(run, "export", sample, "jira-csv", "-o", out)["rows"]
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [row for row in rows if row["External issue ID"]]
    assert told
    for number, row in enumerate(told, start=1):
        row |= {"Issue key": f"SHOP-{number}", "Status": "Done", "Summary": "Named otherwise"}
    with back.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(told)
    taken = facts_of(run, "import", sample, back)
    assert (taken["created"], taken["updated"]) == ({}, {"defect": len(told)})
    # From now on they are known by the tracker's key, and keep the words that they have here.
    assert facts_of(run, "import", sample, back)["updated"] == {}
    assert facts_of(run, "export", sample, "jira-csv", "-o", out)["rows"] == count
    with out.open(encoding="utf-8", newline="") as file:
        closed = [row for row in csv.DictReader(file) if row["Issue key"].startswith("SHOP-")]
    assert {row["Status"] for row in closed} == {"Closed"}
    assert "Named otherwise" not in {row["Summary"] for row in closed}


def test_our_code_of_a_defect_stands_once_wherever_it_came_from(run, sample, desk, tmp_path):
    out, again = tmp_path / "jira.csv", tmp_path / "again.csv"
    facts_of(run, "export", sample, "jira-csv", "-o", out)
    other = desk("other")
    facts_of(run, "import", other, out, "--as", "defects")
    facts_of(run, "export", other, "jira-csv", "-o", again)
    with again.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head.count("External issue ID") == 1
    codes = [row[head.index("External issue ID")] for row in rows]
    assert all(codes)
    assert len(set(codes)) == len(codes)


def test_results_go_to_xray_with_steps_and_evidence(run, sample, tmp_path):
    out = tmp_path / "results.json"
    cycle = facts_of(run, "progress", sample)["cycles"][0]
    facts = facts_of(run, "export", sample, "xray-results", "--cycle", cycle["code"], "-o", out)
    told = json.loads(out.read_text(encoding="utf-8"))
    assert facts["rows"] >= len(told["tests"]) > 0
    assert {test["status"] for test in told["tests"]} <= {"PASSED", "FAILED", "TODO", "ABORTED"}
    steps = [
        step
        for test in told["tests"]
        for one in (test, *test.get("iterations", ()))
        for step in one.get("steps", ())
    ]
    assert sum(step["status"] == "PASSED" for step in steps) >= cycle["runs"]["passed"]
    for step in steps:
        for evidence in step.get("evidences", ()):
            assert base64.b64decode(evidence["data"])


@pytest.mark.parametrize("document", [*FILES, "zephyr-xlsx"])
def test_tries_and_sets_of_data_that_no_format_holds_are_named(run, sample, tmp_path, document):
    facts = facts_of(run, "export", sample, document, "-o", tmp_path)
    told = " ".join(facts["warnings"])
    assert "tried several times" in told
    assert "sets of data" in told
