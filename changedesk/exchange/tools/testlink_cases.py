"""Test cases of TestLink as XML: suites in suites, from 1.8 (steps as one text) to 1.9."""

from collections.abc import Iterator
from dataclasses import replace

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import RequirementDraft, ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.steps import pair, split
from changedesk.exchange.tools.cases import Gathering, told
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.testlink_words import (
    ACTIVE,
    EXECUTION,
    EXECUTION_TYPE,
    IMPORTANCE,
    KEYWORDS,
    OPEN,
    STATE,
    STATE_CODES,
    STATES,
    SUMMARY,
    custom_heading,
)
from changedesk.exchange.tools.tree_rows import (
    Wanted,
    count_case,
    count_part,
    decimal,
    in_order,
    left_out,
    name_of,
    place,
    root_of,
    rounded_up,
    step_of,
    taken_steps,
)
from changedesk.exchange.trees import Node

SOURCE = "TestLink XML export"
_OWN_CHILDREN = frozenset(
    [
        "node_order",
        "externalid",
        "fullexternalid",
        "summary",
        "steps",
        "preconditions",
        "execution_type",
        "importance",
        "expectedresults",
    ]
)
_SUITE_CHILDREN = frozenset({"node_order", "details"})
_REPORT_ATTRIBUTES = frozenset({"tests", "failures", "errors", "time", "skipped", "timestamp"})
_EMPTY = "the step holds no text"


def knows(file: ForeignFile) -> bool:
    """Tell suites of test cases from a report of automated tests, which has the same root."""
    root = root_of(file, "testsuite", "testcases", "testcase")
    if root is None or _REPORT_ATTRIBUTES & set(root.attributes):
        return False
    return any(map(_is_own, root.walk()))


def _is_own(node: Node) -> bool:
    children = {child.tag for child in node.children}
    if node.tag == "testcase":
        return "classname" not in node.attributes and bool(
            "internalid" in node.attributes or children & _OWN_CHILDREN
        )
    return node.tag == "testsuite" and children >= _SUITE_CHILDREN


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the test cases, and the requirements that they name."""
    work = Gathering(file, asked, "testlink", SOURCE)
    wanted = Wanted()
    root = file.tree or Node("testcases")
    for case, suites in _cases(root, ()):
        draft = _script(work, case, " / ".join(suites))
        work.add(draft)
        for requirement in _requirements(case):
            wanted.note(requirement, draft.source_id)
    described = (node.value("details") for node in root.walk() if node.tag == "testsuite")
    left_out(work, sum(bool(plain_text(text)) for text in described), "descriptions of suites")
    attached = sum(node.tag == "attachment" for node in root.walk())
    left_out(work, attached, "attachments")
    return replace(work.finish(), requirements=wanted.all())


def _cases(node: Node, suites: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Yield test cases with the suites around them; the root of an export may have no name."""
    if node.tag == "testcase":
        yield node, suites
        return
    name = name_of(node.get("name")) if node.tag == "testsuite" else ""
    inner = (*suites, name) if name else suites
    for child in node.of("testcase", "testsuite"):
        yield from _cases(child, inner)


def _script(work: Gathering, case: Node, area: str) -> ScriptDraft:
    count_case(work)
    ident = next(
        (
            text
            for text in (
                case.value("fullexternalid").strip(),
                case.value("externalid").strip(),
                case.get("internalid"),
            )
            if text
        ),
        "",
    )
    steps, pairing = _steps(work, case)
    summary = plain_text(case.value("summary"))
    status = case.value("status").strip()
    off = case.value("active").strip() == "0"
    return ScriptDraft(
        source_id=ident,
        source_key=ident,
        # An attribute holds text, not markup as the elements do.
        title=" ".join(case.get("name").split()),
        where=place(case),
        area=area,
        preconditions=plain_text(case.value("preconditions")),
        priority=IMPORTANCE.get(case.value("importance").strip(), ""),
        requirements=tuple(dict.fromkeys(r.source_id for r in _requirements(case))),
        steps=steps,
        text="" if steps else summary,
        minutes=rounded_up(decimal(case.value("estimated_exec_duration"))),
        status="retired" if off else STATE_CODES.get(status, ""),
        further=told(_further(case, summary if steps else "")),
        pairing=pairing,
    )


def _steps(work: Gathering, case: Node) -> tuple[tuple[StepDraft, ...], str]:
    block = case.first("steps") or Node("steps")
    separate = in_order(block.of("step"), lambda step: step.value("step_number"))
    if separate:
        made = (
            (
                node,
                step_of(
                    node,
                    plain_text(node.value("actions")),
                    "",
                    plain_text(node.value("expectedresults")),
                ),
            )
            for node in separate
        )
        return taken_steps(work, made, _EMPTY), "one element for each step"
    return _steps_of_text(work, block, case)


def _steps_of_text(work: Gathering, block: Node, case: Node) -> tuple[tuple[StepDraft, ...], str]:
    """Return the steps of TestLink 1.8: a numbered text is several steps, any other is one."""
    text, expected = plain_text(block.whole_text()), plain_text(case.value("expectedresults"))
    if not text and not expected:
        return (), ""
    items = split(text)
    if len(items) < 2 or any(item.number is None for item in items):
        step = step_of(case.first("steps") or case, text, "", expected)
        count_part(work)
        return ((step,) if step else ()), "one step with its expected result"
    texts, how = pair(items, expected)
    for _ in items:
        count_part(work)
    return tuple(
        StepDraft(item.text, "", result, where=place(block))
        for item, result in zip(items, texts, strict=True)
    ), how


def _further(case: Node, summary: str) -> list[tuple[str, str]]:
    status = case.value("status").strip()
    execution = case.value("execution_type").strip()
    keywords = [name_of(keyword.get("name")) for keyword in case.under("keywords", "keyword")]
    pairs = [
        (SUMMARY, summary),
        (STATE, STATES.get(status, status)),
        (EXECUTION_TYPE, EXECUTION.get(execution, execution) if execution != "1" else ""),
        (KEYWORDS, ", ".join(filter(None, keywords))),
        (OPEN, "no" if case.value("is_open").strip() == "0" else ""),
        (ACTIVE, "no" if case.value("active").strip() == "0" else ""),
    ]
    for field in case.under("custom_fields", "custom_field"):
        name = name_of(field.value("name"))
        pairs.append((custom_heading(name), plain_text(field.value("value"))))
    return [(name, text) for name, text in pairs if name]


def _requirements(case: Node) -> Iterator[RequirementDraft]:
    for node in case.under("requirements", "requirement"):
        ident = node.value("doc_id").strip() or node.value("docid").strip()
        if ident:
            title, area = name_of(node.value("title")), name_of(node.value("req_spec_title"))
            yield RequirementDraft(ident, ident, title, place(node), area)


RECOGNISER = Recogniser("scripts", SOURCE, knows, read)
