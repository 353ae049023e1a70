# ruff: noqa: E501 - exports are long lines, as the tools write them
"""XML of TestRail, TestLink and Zephyr Scale, and Gherkin: every element is read or accounted for.

The files are written here after what the tools document, older and newer versions, gaps and all.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.drafts import (
    DataSetDraft,
    RequirementImport,
    ResultImport,
    ScriptDraft,
    ScriptImport,
)
from changedesk.exchange.recognise import read_any
from changedesk.store.errors import UserError

Maker = Callable[..., Path]
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.fixture
def scripts(text_file: Maker) -> Callable[..., ScriptImport]:
    def read(content: str, name: str = "export.xml") -> ScriptImport:
        head = "" if name.endswith(".feature") else HEAD
        found = read_any(text_file(head + content, name=name))
        assert isinstance(found, ScriptImport)
        assert found.account.balanced
        assert len({script.source_key for script in found.scripts}) == len(found.scripts)
        return found

    return read


Reader = Callable[..., ScriptImport]


def told(script: ScriptDraft) -> list[tuple[str, str, str]]:
    return [(step.do, step.data, step.expected) for step in script.steps]


# ---------------------------------------------------------------- TestRail

TESTRAIL = """<suite><id>S1</id><name>Master</name><sections><section><name>Orders &amp; tills</name>
<description>Everything about orders</description><cases>
 <case><id>C1</id><title>Pay   by card</title><template>Test Case (Steps)</template><type>UAT</type>
  <priority>Critical</priority><estimate>1m 45s</estimate><references>REQ-1, REQ-2</references>
  <custom><preconds>&lt;p&gt;A till&lt;/p&gt;</preconds>
   <automation_type><id>1</id><value> None</value></automation_type>
   <devices><item><id>1</id><value>Till</value></item><item><id>2</id><value>Web</value></item></devices>
   <steps_separated>
    <step><index>2</index><content>Pay</content><additional_info>5 EUR</additional_info>
     <expected>Paid ![](index.php?/attachments/get/1)</expected><refs>REQ-3</refs></step>
    <step><index>1</index><content>Open the till
Expected Result:
It is open</content></step>
    <step><index>3</index></step>
   </steps_separated></custom></case></cases>
 <sections><section><name>Returns</name><cases>
  <case><id>C2</id><title>Explore returns</title><template>Exploratory Session</template>
   <custom><mission>Find holes</mission><goals>None left</goals></custom></case>
  <case><id>C3</id><title>Text</title><status>Ready</status>
   <custom><steps>Do it</steps><expected>Done</expected></custom></case>
 </cases></section></sections></section></sections></suite>"""


def test_testrail_cases_come_with_sections_steps_and_texts(scripts: Reader) -> None:
    found = scripts(TESTRAIL)
    pay, explore, text = found.scripts
    assert (found.system, pay.source_id, pay.title) == ("testrail", "C1", "Pay by card")
    assert (pay.area, pay.priority, pay.minutes) == ("Orders & tills", "critical", 2)
    assert (pay.preconditions, pay.requirements) == ("A till", ("REQ-1", "REQ-2", "REQ-3"))
    assert told(pay) == [
        ("Open the till", "", "It is open"),
        ("Pay", "5 EUR", "Paid [image not in file]"),
    ]
    assert ("Devices", "Till, Web") in pay.further
    assert ("Automation Type", "None") not in pay.further
    assert (explore.area, explore.steps) == ("Orders & tills / Returns", ())
    assert explore.text == "Mission:\nFind holes\n\nGoals:\nNone left"
    assert (text.text, text.status) == ("Do it\n\nExpected result:\nDone", "ready")
    assert [note.where.row for note in found.account.skipped] == [15]
    assert (found.account.read, found.account.made, found.account.continuation) == (6, 3, 2)


def test_a_run_of_testrail_comes_with_its_results(scripts: Reader) -> None:
    found = scripts(
        "<run><id>R1</id><sections><section><name>A</name><tests>"
        "<test><id>T1</id><caseid>C1</caseid><title>a</title><status>Passed</status></test>"
        "<test><id>T2</id><caseid>C2</caseid><title>b</title><status>Untested</status></test>"
        "<test><id>T3</id><caseid>C3</caseid><title>c</title><status>Half done</status></test>"
        "</tests></section></sections></run>"
    )
    assert [(s.source_id, s.outcome) for s in found.scripts] == [
        ("C1", "pass"),
        ("C2", None),
        ("C3", None),
    ]
    assert [question.word for question in found.questions] == ["Half done"]


# ---------------------------------------------------------------- TestLink

TESTLINK = """<testsuite name="" id=""><node_order><![CDATA[]]></node_order><details><![CDATA[]]></details>
<testsuite name="Orders" id="1"><node_order>0</node_order><details><![CDATA[<p>About</p>]]></details>
 <testcase internalid="4" name="Pay &quot;fast&quot;"><node_order>1</node_order>
  <externalid><![CDATA[7]]></externalid><fullexternalid>CRM-7</fullexternalid><version>2</version>
  <summary><![CDATA[<p>Card &amp; cash</p>]]></summary><preconditions><![CDATA[<ul><li>a</li></ul>]]></preconditions>
  <execution_type>2</execution_type><importance>3</importance>
  <estimated_exec_duration>1.50</estimated_exec_duration><status>7</status><is_open>1</is_open><active>1</active>
  <steps>
   <step><step_number>5</step_number><actions><![CDATA[<p>Pay</p>]]></actions><expectedresults/></step>
   <step><step_number>2</step_number><actions>Open</actions><expectedresults>It opens</expectedresults></step>
   <step><step_number>9</step_number><actions/><expectedresults><![CDATA[ ]]></expectedresults></step>
  </steps>
  <keywords><keyword name="Smoke"><notes/></keyword><keyword name="Till"/></keywords>
  <custom_fields><custom_field><name>Status</name><value>odd</value></custom_field></custom_fields>
  <requirements><requirement><req_spec_title>Payments</req_spec_title><doc_id>REQ-1</doc_id>
   <title>Card</title></requirement></requirements></testcase>
 <testcase internalid="5" name="Old"><externalid>8</externalid><summary>Only told</summary><active>0</active></testcase>
</testsuite></testsuite>"""


def test_testlink_cases_come_with_folders_words_and_requirements(scripts: Reader) -> None:
    found = scripts(TESTLINK)
    pay, old = found.scripts
    assert (pay.source_id, pay.title, pay.area) == ("CRM-7", 'Pay "fast"', "Orders")
    assert (pay.priority, pay.minutes, pay.status) == ("high", 2, "ready")
    assert pay.preconditions == "- a"
    assert told(pay) == [("Open", "", "It opens"), ("Pay", "", "")]
    assert pay.further == (
        ("Summary", "Card & cash"),
        ("Status", "Final"),
        ("Execution type", "Automated"),
        ("Keywords", "Smoke, Till"),
        ("Status (custom field)", "odd"),
    )
    assert (old.text, old.steps, old.status) == ("Only told", (), "retired")
    assert [(r.source_id, r.title, r.area, r.tests) for r in found.requirements] == [
        ("REQ-1", "Card", "Payments", ("CRM-7",))
    ]
    assert found.account.skipped[0].why == "the step holds no text"
    assert any("descriptions of suites" in warning for warning in found.warnings)


def test_steps_of_testlink_1_8_are_split_where_they_are_numbered(scripts: Reader) -> None:
    case = '<testcase name="{}"><steps><![CDATA[{}]]></steps><expectedresults>{}</expectedresults></testcase>'
    found = scripts(
        "<testcases>"
        + case.format("numbered", "<p>1. Open</p><p>2. Save</p>", "1. open\n2. saved")
        + case.format("one", "<p>Open</p><p>and save</p>", "It works")
        + case.format("none", "", "")
        + "</testcases>"
    )
    assert [told(script) for script in found.scripts] == [
        [("Open", "", "open"), ("Save", "", "saved")],
        [("Open\nand save", "", "It works")],
        [],
    ]


def test_equal_ids_are_kept_and_told(scripts: Reader) -> None:
    case = '<testcase internalid="1" name="{}"><externalid>1</externalid></testcase>'
    found = scripts(f"<testcases>{case.format('a')}{case.format('b')}</testcases>")
    assert [script.source_key for script in found.scripts] == ["1", "1#2"]
    assert "stands 2 times" in found.warnings[0]


def test_requirements_of_testlink_come_with_relations(text_file: Maker) -> None:
    found = read_any(
        text_file(
            HEAD + "<requirement-specification><req_spec title='Shop' doc_id='S'><scope>x</scope>"
            "<req_spec title='Till' doc_id='T'>"
            "<requirement><docid>A</docid><title>Card</title><description><![CDATA[<p>a</p>]]>"
            "</description><status>V</status><type>3</type></requirement>"
            "<requirement><docid>B</docid><title>Cash</title></requirement>"
            "<requirement><docid/><title/></requirement></req_spec>"
            "<relation><source>A</source><destination>B</destination><type>2</type></relation>"
            "</req_spec></requirement-specification>",
            name="reqs.xml",
        )
    )
    assert isinstance(found, RequirementImport)
    assert found.account.balanced
    first, second = found.requirements
    assert (first.area, first.description) == ("Shop / Till", "a")
    assert first.further == (("Status", "Valid"), ("Type", "Use case"), ("Relations", "blocks B"))
    assert second.depends == ("A",)


RESULTS = """<results><testproject name="CRM"/><testplan name="Cycle 1"/><build name="1.2"/>
<testcase external_id="CRM-7"><result>P</result><tester>ann</tester><timestamp>2026-01-02 10:11:12</timestamp>
 <execution_duration>1.5</execution_duration><notes><![CDATA[<p>fine</p>]]></notes><bug_id>B-1</bug_id><bug_id>B-2</bug_id>
 <steps><step><step_number>2</step_number><result>f</result><notes>odd</notes></step>
  <step><step_number>3</step_number><result>n</result></step></steps></testcase>
<testcase external_id="CRM-8"><result>n</result></testcase>
<testcase external_id="CRM-9"><result>w</result></testcase>
<testcase name="nameless"><result>p</result></testcase></results>"""


def test_results_of_testlink_come_with_steps_bugs_and_questions(text_file: Maker) -> None:
    path = text_file(HEAD + RESULTS, name="results.xml")
    found = read_any(path)
    assert isinstance(found, ResultImport)
    assert found.account.balanced
    verdict, step = found.results
    assert (verdict.script, verdict.outcome, verdict.at) == ("CRM-7", "pass", "2026-01-02T10:11:12")
    assert (verdict.seconds, verdict.build, verdict.cycle) == (90, "1.2", "Cycle 1")
    assert (verdict.defects, verdict.comment) == (("B-1", "B-2"), "fine")
    assert (step.step, step.outcome, step.comment) == (2, "fail", "odd")
    assert [question.word for question in found.questions] == ["w"]
    assert len(found.account.rejected) == 1
    answered = read_any(path, asked=Asked(answers={"w": "blocked"}))
    assert isinstance(answered, ResultImport)
    assert [r.outcome for r in answered.results if r.script == "CRM-9"] == ["blocked"]


# ---------------------------------------------------------------- Zephyr Scale

ZEPHYR = """<project><projectId>1</projectId><projectKey>EX</projectKey><testCases>
<testCase id="1" key="EX-T1" paramType="TEST_DATA"><name><![CDATA[Log in]]></name>
 <folder><![CDATA[/Shop/Till]]></folder><priority>High</priority><status>Approved</status>
 <labels><label><![CDATA[smoke]]></label><label>till</label></labels><estimatedTime>90000</estimatedTime>
 <customFields><customField name="Team" type="TEXT"><value><![CDATA[Blue]]></value></customField></customFields>
 <issues><issue><key>EX-1</key><summary><![CDATA[Log in fast]]></summary></issue></issues>
 <testDataWrapper><testDataRow><testDataColumns>
   <testData index="1"><name>Word</name><value>x &lt; y</value></testData>
   <testData index="0"><name>User</name><value>Ann</value></testData>
 </testDataColumns></testDataRow></testDataWrapper>
 <testScript type="steps"><steps>
  <step index="0"><description><![CDATA[Enter <var>User</var>&nbsp;now]]></description><testData/><expectedResult>In</expectedResult>
   <customFields><customField name="Screen"><value>A1</value></customField></customFields></step>
  <step index="1"><testCaseKey>EX-T9</testCaseKey></step><step index="2"><customFields/></step>
 </steps></testScript></testCase>
<testCase id="2" key="EX-T2"><name>BDD</name><parameters/><issues><issue><key>EX-1</key></issue></issues>
 <testScript type="bdd"><details><![CDATA[Given <b> is
Examples:
 | b |
 | 1 |]]></details></testScript></testCase>
<testCase id="3" key="EX-T3"><name>Plain</name><parameters><parameter index="0"><name>P</name><defaultValue>1</defaultValue></parameter></parameters>
 <testScript type="plain"><details><![CDATA[One<br>two]]></details></testScript></testCase>
</testCases></project>"""


def test_zephyr_cases_come_with_data_issues_and_calls(scripts: Reader) -> None:
    found = scripts(ZEPHYR)
    steps, bdd, plain = found.scripts
    assert (steps.source_id, steps.area, steps.status) == ("EX-T1", "Shop / Till", "ready")
    assert (steps.priority, steps.minutes, steps.requirements) == ("high", 2, ("EX-1",))
    assert told(steps) == [("Enter User now", "Screen: A1", "In"), ("Test case EX-T9", "", "")]
    assert steps.data_sets == (DataSetDraft((("User", "Ann"), ("Word", "x < y"))),)
    assert {("Labels", "smoke, till"), ("Team", "Blue")} <= set(steps.further)
    assert bdd.text.startswith("Given <b> is\nExamples:")
    assert bdd.data_sets == (DataSetDraft((("b", "1"),)),)
    assert (plain.text, plain.data_sets) == ("One\ntwo", (DataSetDraft((("P", "1"),)),))
    assert [(r.source_id, r.title, r.tests) for r in found.requirements] == [
        ("EX-1", "Log in fast", ("EX-T1", "EX-T2"))
    ]
    assert [note.why for note in found.account.skipped] == [
        "the step holds no text: another test is called there, whose steps are not repeated"
    ]


# ---------------------------------------------------------------- Gherkin

FEATURE = """@shop
Feature: Orders
  As a clerk

  Background:
    Given a till

  @TEST_EX-1 @REQ_R-1
  Scenario: Pay
    When I pay
      | card | 5,00 |
      | cash | 1    |
    Then it says
      \"\"\"
      thank you
      \"\"\"

  Rule: Big orders
    Background:
      Given a chief
    Scenario Outline: Approve <amount>
      When I order <amount>
      Then it is <state>

      Examples: Usual
        | amount | state |
        | 1      | open  |
        | 100    | held  |
"""


def test_scenarios_come_with_background_tables_and_examples(scripts: Reader) -> None:
    found = scripts(FEATURE, name="a.feature")
    pay, approve = found.scripts
    assert (pay.source_id, pay.requirements, pay.area) == ("EX-1", ("R-1",), "Orders")
    assert pay.preconditions == "Given a till"
    assert told(pay) == [
        ("When I pay", "card | 5,00\ncash | 1", ""),
        ("Then it says", "thank you", ""),
    ]
    assert {("Tags", "@shop @TEST_EX-1 @REQ_R-1"), ("Feature", "As a clerk")} <= set(pay.further)
    assert approve.area == "Orders / Big orders"
    assert approve.preconditions == "Given a till\n\nGiven a chief"
    assert approve.data_sets == (
        DataSetDraft((("amount", "1"), ("state", "open")), "Usual"),
        DataSetDraft((("amount", "100"), ("state", "held")), "Usual"),
    )
    assert (found.account.made, found.account.continuation) == (2, 8)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Funktionalität: a\nSzenario: b\nAngenommen c\nDann d\n"),
        ("fr", "Fonctionnalité: a\nScénario: b\nSoit c\nAlors d\n"),
        ("ja", "機能: a\nシナリオ: b\n前提c\nならばd\n"),
        ("ar", "خاصية: a\nسيناريو: b\nبفرض c\nاذاً d\n"),
    ],
)
def test_a_feature_is_read_in_its_language(scripts: Reader, language: str, text: str) -> None:
    found = scripts(f"# language: {language}\n{text}", name="a.feature")
    assert [(s.area, s.title, len(s.steps)) for s in found.scripts] == [("a", "b", 2)]


def test_a_scenario_keeps_its_key_and_twins_are_both_kept(scripts: Reader) -> None:
    text = "Feature: a\nScenario: b\nGiven c\n"
    once = scripts(text, name="a.feature").scripts[0].source_key
    twice = scripts(f"\n# moved\n{text}Scenario: b\nGiven c\n", name="b.feature").scripts
    assert [s.source_key for s in twice] == [once, f"{once}#2"]


def test_a_broken_feature_is_refused_with_its_line(text_file: Maker) -> None:
    path = text_file("Feature: a\nScenario: b\nGiven c\nnonsense\n", name="a.feature")
    with pytest.raises(UserError, match=r"^a\.feature was not read, because line 4 breaks"):
        read_any(path)


# ---------------------------------------------------------------- anything else


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<testsuites><testsuite name='a' tests='1'/></testsuites>", "JUnit"),
        ("<testsuite name='a' tests='1'><testcase classname='x' name='y'/></testsuite>", "JUnit"),
        ("<testsuite name='a'><testcase classname='x' name='y'/></testsuite>", "JUnit"),
        ("<testng-results/>", "TestNG"),
        ("<robot/>", "Robot Framework"),
        ("<rss/>", 'it begins with "rss"'),
        ("<suite/>", 'it begins with "suite"'),
        ("<project><modelVersion/></project>", 'it begins with "project"'),
        ("<results/>", 'it begins with "results"'),
    ],
)
def test_other_xml_is_refused_and_the_sentence_says_what_is_read(
    text_file: Maker, xml: str, what: str
) -> None:
    with pytest.raises(UserError) as caught:
        read_any(text_file(HEAD + xml, name="report.xml"))
    sentence = str(caught.value)
    assert sentence.startswith("report.xml was not read, because it is ")
    assert what in sentence
    assert "XML is read from TestRail, TestLink and Zephyr Scale" in sentence
    assert sentence.count(". ") == 0


@pytest.mark.parametrize(
    "xml",
    [
        "<suite><sections><section><cases><case/></cases></section></sections></suite>",
        "<testcases><testcase internalid='1'/></testcases>",
        "<project><testCases><testCase/></testCases></project>",
        "<project><testCases><testCase><testScript><steps><step/></steps></testScript></testCase></testCases></project>",
    ],
)
def test_a_case_without_anything_is_still_a_script_with_a_key(scripts: Reader, xml: str) -> None:
    found = scripts(xml)
    assert len(found.scripts) == 1
    assert found.scripts[0].source_key


def test_a_requirement_that_every_case_names_costs_no_more_than_each(scripts: Reader) -> None:
    case = (
        '<testcase internalid="{0}"><requirements><requirement><doc_id>R</doc_id></requirement>'
        "</requirements></testcase>"
    )
    started = time.process_time()
    found = scripts(f"<testcases>{''.join(map(case.format, range(30_000)))}</testcases>")
    assert len(found.requirements[0].tests) == 30_000
    assert time.process_time() - started < 30


def test_text_of_an_export_stays_text(scripts: Reader) -> None:
    formula = "=HYPERLINK(&quot;http://evil.example&quot;)"
    found = scripts(f"<testcases><testcase internalid='1' name='{formula}'/></testcases>")
    assert found.scripts[0].title == '=HYPERLINK("http://evil.example")'
