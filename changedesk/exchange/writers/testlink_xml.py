"""Test cases as TestLink's XML: suites in suites, HTML in CDATA."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from changedesk.exchange.drafts import RequirementDraft, ScriptDraft, StepDraft
from changedesk.exchange.tools.testlink_words import (
    ACTIVE,
    EXECUTION,
    EXECUTION_TYPE,
    IMPORTANCE,
    KEYWORDS,
    OPEN,
    OWN,
    STATE,
    STATES,
    SUMMARY,
    custom_name,
)
from changedesk.exchange.writers.marked import html_page
from changedesk.exchange.writers.suite import Suite, Written, further_of, lost, needed
from changedesk.store.text import clean

SYSTEM = "testlink"
LONGEST_NAME = 100
_IMPORTANCE = {word: number for number, word in IMPORTANCE.items()} | {"critical": "3"}
_STATES = {word: number for number, word in STATES.items()}
_EXECUTION = {word: number for number, word in EXECUTION.items()}
_STATE_CODES = {"draft": "1", "ready": "7", "retired": "5"}


@dataclass(slots=True)
class _Suite:
    """A suite being gathered: cases and suites in the order in which they came."""

    name: str
    members: list["ScriptDraft | _Suite"] = field(default_factory=list)
    suites: dict[str, "_Suite"] = field(default_factory=dict)

    def inner(self, name: str) -> "_Suite":
        """Return the suite of this name inside, made where it is not there."""
        if name not in self.suites:
            self.suites[name] = _Suite(name)
            self.members.append(self.suites[name])
        return self.suites[name]


def write(suite: Suite) -> Written:
    """Return the scripts as TestLink exports and takes them."""
    root = _Suite("")
    for script in suite.scripts:
        home = root
        for name in script.area.split(" / ") if script.area else ():
            home = home.inner(name)
        home.members.append(script)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_suite(suite, root, 0)]
    warnings = lost(suite.scripts, "TestLink", "data_sets", "outcome")
    if any(script.priority == "critical" for script in suite.scripts):
        warnings.append(
            'TestLink knows no "critical": such scripts were given the importance high.'
        )
    long = sum(len(script.title) > LONGEST_NAME for script in suite.scripts)
    if long:
        warnings.append(
            f"{long} titles are longer than {LONGEST_NAME} characters, after which TestLink cuts."
        )
    return Written(("\n".join(lines) + "\n").encode("utf-8"), tuple(warnings))


def _suite(suite: Suite, node: _Suite, order: int) -> Iterator[str]:
    yield f"<testsuite name={_attribute(node.name)}>"
    yield _element("node_order", str(order))
    yield _element("details", "")
    for position, member in enumerate(node.members):
        if isinstance(member, _Suite):
            yield from _suite(suite, member, position)
        else:
            yield from _case(suite, member, position)
    yield "</testsuite>"


def _case(suite: Suite, script: ScriptDraft, order: int) -> Iterator[str]:
    yield f"<testcase name={_attribute(script.title)}>"
    yield _element("node_order", str(order))
    ident = script.source_id if suite.system == SYSTEM else ""
    number = ident.rpartition("-")[2]
    if number.isdecimal():
        yield _element("externalid", number)
    if ident and ident != number:
        yield _element("fullexternalid", ident)
    yield _element("summary", html_page(further_of(script, SUMMARY) or script.text))
    yield _element("preconditions", html_page(needed(script)))
    for tag, value in _facts(script):
        if value:
            yield _element(tag, value)
    if script.steps:
        yield "<steps>"
        for at, step in enumerate(script.steps, 1):
            yield from _step(step, at)
        yield "</steps>"
    yield from _lists(suite, script)
    yield "</testcase>"


def _facts(script: ScriptDraft) -> Iterator[tuple[str, str]]:
    execution = further_of(script, EXECUTION_TYPE)
    state = further_of(script, STATE)
    off = bool(further_of(script, ACTIVE))
    yield "execution_type", _EXECUTION.get(execution, execution) or "1"
    yield "importance", _IMPORTANCE.get(script.priority, "")
    yield "estimated_exec_duration", str(script.minutes) if script.minutes else ""
    yield "status", _STATES.get(state, "") or ("" if off else _STATE_CODES.get(script.status, ""))
    yield "is_open", "0" if further_of(script, OPEN) else ""
    yield "active", "0" if off else ""


def _step(step: StepDraft, at: int) -> Iterator[str]:
    do = f"{step.do}\n\nTest data: {step.data}" if step.data else step.do
    yield "<step>"
    yield _element("step_number", str(at))
    yield _element("actions", html_page(do))
    yield _element("expectedresults", html_page(step.expected))
    yield _element("execution_type", "1")
    yield "</step>"


def _lists(suite: Suite, script: ScriptDraft) -> Iterator[str]:
    """Yield keywords, custom fields and requirements."""
    keywords = [word for word in further_of(script, KEYWORDS).split(", ") if word]
    if keywords:
        yield "<keywords>"
        for word in keywords:
            yield f"<keyword name={_attribute(word)}>{_element('notes', '')}</keyword>"
        yield "</keywords>"
    fields = [(custom_name(name), text) for name, text in script.further if name not in OWN]
    if fields:
        yield "<custom_fields>"
        for name, text in fields:
            value = _element("name", name) + _element("value", html_page(text))
            yield f"<custom_field>{value}</custom_field>"
        yield "</custom_fields>"
    if script.requirements:
        known = {draft.source_id: draft for draft in suite.requirements}
        yield "<requirements>"
        for ident in script.requirements:
            yield from _requirement(ident, known.get(ident))
        yield "</requirements>"


def _requirement(ident: str, draft: RequirementDraft | None) -> Iterator[str]:
    yield "<requirement>"
    yield _element("req_spec_title", draft.area if draft else "")
    yield _element("doc_id", ident)
    yield _element("title", draft.title if draft else "")
    yield "</requirement>"


def _element(tag: str, text: str) -> str:
    """Return an element whose text is CDATA, which `]]>` in it would end too soon."""
    text = clean(text).replace("]]>", "]]]]><![CDATA[>")
    return f"<{tag}><![CDATA[{text}]]></{tag}>"


def _attribute(text: str) -> str:
    return quoteattr(clean(text))
