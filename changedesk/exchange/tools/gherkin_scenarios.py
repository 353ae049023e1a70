"""Scenarios of a Gherkin feature: each is a script, its examples are sets of data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.cells import clean_cell
from changedesk.exchange.drafts import DataSetDraft, ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.gherkin_text import ROOT
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, joined, told
from changedesk.exchange.tools.tree_rows import count_case, count_part, place
from changedesk.exchange.trees import Node
from changedesk.store.errors import UserError

SOURCE = "Gherkin feature"
_ID_TAG = re.compile(r"@(?:TEST_|TestCaseKey=|TestCase=)(\S+)", re.IGNORECASE)
_REQUIREMENT_TAG = re.compile(r"@(?:REQ_|Requirement=)(\S+)", re.IGNORECASE)


def knows(file: ForeignFile) -> bool:
    """Tell a feature by its first keyword."""
    return file.tree is not None and file.tree.tag == ROOT


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the scenarios; raise `UserError` where the grammar is broken."""
    work = Gathering(file, asked, "gherkin", SOURCE)
    root = file.tree or Node(ROOT)
    if why := root.get("error"):
        raise UserError(
            f"{file.path.name} was not read, because {why}; mend it in the program that runs it."
        )
    for feature in root.of("feature"):
        _Part(work, feature, feature, (), "").take()
    return work.finish()


@dataclass(frozen=True, slots=True)
class _Part:
    """A feature, or a rule in it, with the tags and the background that it inherits."""

    work: Gathering
    feature: Node
    node: Node
    outer_tags: tuple[str, ...]
    outer_background: str

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that hold for everything in this part."""
        return (*self.outer_tags, *(tag.text for tag in self.node.of("tag")))

    def take(self) -> None:
        """Take the scenarios in the order of the file."""
        background = joined([self.outer_background, *self.backgrounds()])
        for child in self.node.of("scenario", "rule"):
            if child.tag == "rule":
                _Part(self.work, self.feature, child, self.tags, background).take()
            else:
                self.work.add(self.script(child, background))

    def backgrounds(self) -> Iterator[str]:
        for node in self.node.of("background"):
            lines = []
            for step in node.of("step"):
                count_part(self.work)
                lines.append(joined([_told(step), _data(step)], "\n"))
            yield "\n".join(lines)

    def script(self, scenario: Node, background: str) -> ScriptDraft:
        count_case(self.work)
        tags = (*self.tags, *(tag.text for tag in scenario.of("tag")))
        idents = [found[1] for tag in tags if (found := _ID_TAG.fullmatch(tag))]
        wanted = [found[1] for tag in tags if (found := _REQUIREMENT_TAG.fullmatch(tag))]
        steps = []
        for step in scenario.of("step"):
            count_part(self.work)
            steps.append(StepDraft(_told(step), _data(step), where=place(step)))
        names = (clean_cell(self.feature.get("name")), clean_cell(self.node.get("name")))
        more = [
            ("Type", scenario.get("keyword")),
            ("Tags", " ".join(dict.fromkeys(tags))),
            ("Description", clean_cell(scenario.text)),
            ("Feature", clean_cell(self.feature.text)),
            ("Rule", clean_cell(self.node.text) if self.node.tag == "rule" else ""),
        ]
        return ScriptDraft(
            source_id=idents[-1] if idents else "",
            source_key="",
            title=clean_cell(scenario.get("name")),
            where=place(scenario),
            area=" / ".join(dict.fromkeys(filter(None, names))),
            preconditions=background,
            requirements=tuple(dict.fromkeys(wanted)),
            steps=tuple(steps),
            data_sets=tuple(self.examples(scenario)),
            further=told(more),
            pairing="one line for each step",
        )

    def examples(self, scenario: Node) -> Iterator[DataSetDraft]:
        """Yield one set of data for each row of examples."""
        for table in scenario.of("examples"):
            names: list[str] | None = None
            for row in table.of("row"):
                cells = [clean_cell(cell.text) for cell in row.of("cell")]
                if names is None:
                    names = cells
                    continue
                count_part(self.work)
                values = tuple(zip(names, cells, strict=True))
                yield DataSetDraft(values, clean_cell(table.get("name")))


def _told(step: Node) -> str:
    return clean_cell(f"{step.attributes.get('keyword', '')}{step.text}")


def _data(step: Node) -> str:
    """Return what is given to a step: a table as "a | b", or a text."""
    rows = [" | ".join(clean_cell(cell.text) for cell in row.of("cell")) for row in step.of("row")]
    return "\n".join([*rows, *(clean_cell(text.text) for text in step.of("string"))])


RECOGNISER = Recogniser("scripts", SOURCE, knows, read)
