"""Cases of TestRail as XML: sections in sections, steps one by one, a text, or a charter."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import Outcome, ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, joined, linked, told
from changedesk.exchange.tools.markup import plain_testrail
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.tree_rows import (
    count_case,
    in_order,
    label_of,
    left_out,
    name_of,
    place,
    root_of,
    step_of,
    taken_steps,
)
from changedesk.exchange.tools.values import level, minutes_of, script_status
from changedesk.exchange.trees import Node

SOURCE = "TestRail XML export"
_EXPECTED = re.compile(r"^[ \t]*Expected Results?:[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FIELDS = frozenset(
    {"id", "caseid", "title", "priority", "estimate", "references", "custom", "status"}
)
_TEXTS = frozenset({"preconds", "steps", "expected", "steps_separated", "mission", "goals"})
_SCENARIOS = ("testrail_bdd_scenario", "bdd_scenarios", "bdd_scenario")
_LABELS = {"assignedto": "Assigned To", "createdon": "Created On"}
_EMPTY = "the step holds no text"


def knows(file: ForeignFile) -> bool:
    """Tell a suite, or a run, by its sections."""
    root = root_of(file, "suite", "run")
    return root is not None and (
        root.first("sections") is not None or root.first("cases") is not None
    )


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the cases; those of a run come with their results."""
    work = Gathering(file, asked, "testrail", SOURCE)
    root = file.tree
    described = 0
    for case, sections in _cases(root, ()) if root is not None else ():
        work.add(_Case(work, case, " / ".join(sections)).draft())
    if root is not None:
        described = sum(bool(n.value("description")) for n in root.walk() if n.tag == "section")
    left_out(work, described, "descriptions of sections")
    return work.finish()


def _cases(node: Node, sections: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    for case in (*node.under("cases", "case"), *node.under("tests", "test")):
        yield case, sections
    for section in node.under("sections", "section"):
        name = name_of(section.value("name"))
        yield from _cases(section, (*sections, name) if name else sections)


@dataclass(frozen=True, slots=True)
class _Case:
    """One case and what it holds."""

    work: Gathering
    node: Node
    area: str

    def custom(self, name: str) -> str:
        """Return the text of a custom field."""
        custom = self.node.first("custom")
        return plain_testrail(custom.value(name)) if custom is not None else ""

    def draft(self) -> ScriptDraft:
        """Return the script."""
        node = self.node
        count_case(self.work)
        steps = self.steps()
        blocks = self.blocks()
        text = "" if steps else joined(f"{name}:\n{t}" if name else t for name, t in blocks)
        ident = node.value("caseid").strip() or node.value("id").strip()
        outcome, word = self.outcome()
        references = [node.value("references"), *(s.value("refs") for s in self.step_nodes())]
        return ScriptDraft(
            source_id=ident,
            source_key=ident,
            title=name_of(node.value("title")),
            where=place(node),
            area=self.area,
            preconditions=self.custom("preconds"),
            priority=level(node.value("priority")),
            requirements=linked(*references),
            steps=steps,
            text=text,
            minutes=minutes_of(node.value("estimate")),
            status=script_status(node.value("status")),
            data_sets=examples(self.scenarios()),
            outcome=outcome,
            outcome_text=word,
            further=told([*self.further(), *((n or "Steps", t) for n, t in blocks if steps)]),
            pairing="one element for each step" if steps else "",
        )

    def outcome(self) -> tuple[Outcome | None, str]:
        """Return the result of a test of a run; the state of a case is none."""
        word = self.node.value("status").strip()
        if self.node.tag != "test" or not word:
            return None, ""
        return self.work.outcome(word, place(self.node)), word

    def step_nodes(self) -> list[Node]:
        """Return the separate steps by their numbers."""
        found = self.node.under("custom", "steps_separated", "step")
        return in_order(found, lambda step: step.value("index"))

    def steps(self) -> tuple[StepDraft, ...]:
        """Return the separate steps."""
        return taken_steps(self.work, ((s, self.step(s)) for s in self.step_nodes()), _EMPTY)

    def step(self, node: Node) -> StepDraft | None:
        """Return a step; that of a shared step tells its expected result within its text."""
        do, expected = plain_testrail(node.value("content")), plain_testrail(node.value("expected"))
        parts = _EXPECTED.split(do)
        if not expected and len(parts) == 2:
            do, expected = (part.strip("\n ") for part in parts)
        elif not expected and len(parts) > 2:
            self.work.warn(
                f'A shared step of "{name_of(self.node.value("title"))}" tells several expected '
                "results in one text: it was kept as one step."
            )
        return step_of(node, do, plain_testrail(node.value("additional_info")), expected)

    def blocks(self) -> list[tuple[str, str]]:
        """Return what to do as (heading, text): steps and result, a charter, or scenarios."""
        pairs = [("", self.custom("steps")), ("Expected result", self.custom("expected"))]
        pairs += [("Mission", self.custom("mission")), ("Goals", self.custom("goals"))]
        pairs.append(("", self.scenarios()))
        return [(name, text) for name, text in pairs if text]

    def scenarios(self) -> str:
        """Return scenarios, which come as JSON, as text."""
        text = next((t for name in _SCENARIOS if (t := self.raw(name).strip())), "")
        try:
            listed = json.loads(text)
        except ValueError:
            return text
        if not isinstance(listed, list):
            return text
        return joined(str(one.get("content", "")) for one in listed if isinstance(one, dict))

    def raw(self, name: str) -> str:
        """Return the text of a custom field as it stands in the file."""
        custom = self.node.first("custom")
        return custom.value(name) if custom is not None else ""

    def further(self) -> list[tuple[str, str]]:
        """Return the fields that nothing else takes, custom ones too."""
        custom = self.node.first("custom")
        nodes = [n for n in self.node.children if n.tag not in _FIELDS]
        if custom is not None:
            nodes += [n for n in custom.children if n.tag not in {*_TEXTS, *_SCENARIOS}]
        pairs = [(_LABELS.get(node.tag) or label_of(node.tag), _value(node)) for node in nodes]
        pairs.append(("Status", "" if self.node.tag == "test" else self.node.value("status")))
        if minutes_of(self.node.value("estimate")) is None:
            pairs.append(("Estimate", self.node.value("estimate")))
        return [(name, text.strip()) for name, text in pairs if text.strip() not in {"", "None"}]


def _value(node: Node) -> str:
    """Return a field's text; a choice has an id and a value, several choices are items."""
    if node.first("value") is not None:
        return plain_testrail(node.value("value"))
    if node.children:
        return ", ".join(text for child in node.children if (text := _value(child)))
    return plain_testrail(node.text)


RECOGNISER = Recogniser("scripts", SOURCE, knows, read)
