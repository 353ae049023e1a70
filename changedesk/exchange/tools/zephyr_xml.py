"""Test cases of Zephyr Scale as XML: steps, plain text or BDD, with parameters and rows of data."""

from dataclasses import replace

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import (
    DataSetDraft,
    RequirementDraft,
    ScriptDraft,
    ScriptImport,
    StepDraft,
)
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, folder, told
from changedesk.exchange.tools.html_text import tidy
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.tree_rows import (
    Wanted,
    count_case,
    count_part,
    in_order,
    label_of,
    name_of,
    place,
    root_of,
    step_of,
    taken_steps,
)
from changedesk.exchange.tools.values import (
    level,
    milliseconds_as_minutes,
    minutes_of,
    script_status,
)
from changedesk.exchange.trees import Node

SOURCE = "Zephyr Scale XML export"
_FIELDS = frozenset(
    [
        "name",
        "precondition",
        "folder",
        "priority",
        "issues",
        "parameters",
        "testDataWrapper",
        "testScript",
        "customFields",
        "attachments",
        "estimatedTime",
        "confluencePageLinks",
        "labels",
        "webLinks",
    ]
)
_KINDS = {"plain": "Plain Text", "bdd": "BDD"}
_EMPTY = "the step holds no text: another test is called there, whose steps are not repeated"


def knows(file: ForeignFile) -> bool:
    """Tell the export by its project and test cases."""
    root = root_of(file, "project")
    return root is not None and root.first("testCases") is not None


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the test cases, and the issues that they cover as requirements."""
    work = Gathering(file, asked, "zephyr", SOURCE)
    issues = Wanted()
    root = file.tree
    for case in root.under("testCases", "testCase") if root is not None else ():
        work.add(_script(work, case))
        for issue in case.under("issues", "issue"):
            key = issue.value("key").strip()
            title = name_of(issue.value("summary"))
            issues.note(RequirementDraft(key, key, title, place(issue)), case.get("key"))
    return replace(work.finish(), requirements=issues.all())


def _script(work: Gathering, case: Node) -> ScriptDraft:
    count_case(work)
    key = case.get("key") or case.get("id")
    script = case.first("testScript") or Node("testScript")
    kind = script.get("type").lower()
    bdd = _scenario(script) if kind == "bdd" else ""
    text = bdd or plain_text(script.value("details"))
    steps = _steps(work, case, script)
    estimate = case.value("estimatedTime")
    return ScriptDraft(
        source_id=key,
        source_key=key,
        title=name_of(case.value("name")),
        where=place(case),
        area=folder(plain_text(case.value("folder"))),
        preconditions=plain_text(case.value("precondition")),
        priority=level(plain_text(case.value("priority"))),
        requirements=tuple(
            dict.fromkeys(k for i in case.under("issues", "issue") if (k := i.value("key").strip()))
        ),
        steps=steps,
        text="" if steps else text,
        minutes=minutes_of(estimate) or milliseconds_as_minutes(estimate),
        status=script_status(plain_text(case.value("status"))),
        data_sets=(*_data_sets(work, case), *examples(bdd)),
        further=told([("Type", "" if steps else _KINDS.get(kind, "")), *_further(case)]),
        pairing="one element for each step" if steps else "",
    )


def _scenario(script: Node) -> str:
    """Return BDD as it is, for `<name>` is a parameter there; only line breaks may be HTML."""
    details = script.value("details")
    return plain_text(details) if "<br" in details else tidy(details)


def _steps(work: Gathering, case: Node, script: Node) -> tuple[StepDraft, ...]:
    nodes = in_order(script.under("steps", "step"), lambda step: step.get("index"))
    made = [(node, _step(node)) for node in nodes]
    empty = sum(step is None for _, step in made)
    if empty:
        name = f"{case.get('key')} {name_of(case.value('name'))}".strip()
        steps = "a step" if empty == 1 else f"{empty} steps"
        work.warn(f'"{name}" has {steps} without text, where another test is called: left out.')
    return taken_steps(work, made, _EMPTY)


def _step(node: Node) -> StepDraft | None:
    do, data, expected = (
        plain_text(node.value(tag)) for tag in ("description", "testData", "expectedResult")
    )
    called = node.value("testCaseKey").strip() or node.get("testCaseKey")
    more = [f"{name}: {text}" for name, text in _custom(node)]
    data = "\n".join(part for part in (data, *more) if part)
    return step_of(node, do or (f"Test case {called}" if called else ""), data, expected)


def _data_sets(work: Gathering, case: Node) -> list[DataSetDraft]:
    """Return the rows of data, or the parameters' default values as one set."""
    found = []
    for row in case.under("testDataWrapper", "testDataRow"):
        columns = in_order(row.under("testDataColumns", "testData"), lambda c: c.get("index"))
        found.append([(c.value("name"), c.value("value")) for c in columns])
    if not found:
        parameters = in_order(case.under("parameters", "parameter"), lambda p: p.get("index"))
        found.append([(p.value("name"), p.value("defaultValue")) for p in parameters])
    sets = []
    for pairs in found:
        values = tuple((name_of(name), plain_text(value)) for name, value in pairs if name.strip())
        if values:
            count_part(work)
            sets.append(DataSetDraft(values))
    return sets


def _further(case: Node) -> list[tuple[str, str]]:
    pairs = [
        (label_of(node.tag), plain_text(node.whole_text()))
        for node in case.children
        if node.tag not in _FIELDS
    ]
    labels = [plain_text(label.whole_text()) for label in case.under("labels", "label")]
    pages = case.first("confluencePageLinks") or Node("confluencePageLinks")
    pairs.append(("Labels", ", ".join(filter(None, labels))))
    pairs.append(("Coverage (Pages)", plain_text(pages.whole_text())))
    return [*pairs, *_custom(case)]


def _custom(node: Node) -> list[tuple[str, str]]:
    pairs = []
    for field in node.under("customFields", "customField"):
        value = field.value("value") if field.first("value") is not None else field.text
        pairs.append((name_of(field.get("name") or field.value("name")), plain_text(value)))
    return [(name, text) for name, text in pairs if name and text]


RECOGNISER = Recogniser("scripts", SOURCE, knows, read)
