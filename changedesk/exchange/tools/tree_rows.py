"""What the readers of XML and Gherkin share: places, steps, and the account of elements."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from changedesk.exchange.drafts import Place, RequirementDraft, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.trees import Node

Plain = Callable[[str], str]


def root_of(file: ForeignFile, *tags: str) -> Node | None:
    """Return the root of an XML file that has one of these tags."""
    root = file.tree
    return root if root is not None and file.kind == "xml" and root.tag in tags else None


@dataclass(slots=True)
class Wanted:
    """The requirements that test cases name, each once with all the tests that name it."""

    found: dict[str, RequirementDraft] = field(default_factory=dict)
    tests: dict[str, dict[str, None]] = field(default_factory=dict)

    def note(self, requirement: RequirementDraft, test: str) -> None:
        """Note that a test names a requirement; one without an id is none."""
        ident = requirement.source_id
        if not ident:
            return
        known = self.found.setdefault(ident, requirement)
        if not known.title or not known.area:
            title, area = known.title or requirement.title, known.area or requirement.area
            self.found[ident] = replace(known, title=title, area=area)
        if test:
            self.tests.setdefault(ident, {})[test] = None

    def all(self) -> tuple[RequirementDraft, ...]:
        """Return the requirements in the order in which they were first named."""
        return tuple(
            replace(draft, tests=tuple(self.tests.get(ident, ())))
            for ident, draft in self.found.items()
        )


def place(node: Node) -> Place:
    """Return where an element stands."""
    return Place("", node.line)


def name_of(text: str) -> str:
    """Return a title or the name of a folder on one line."""
    return " ".join(plain_text(text).split())


def label_of(tag: str) -> str:
    """Return the name of an element in words: `automation_type` is "Automation Type"."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", tag).replace("_", " ").replace("-", " ").split()
    return " ".join(word[0].upper() + word[1:] for word in words)


def count_case(work: Gathering) -> None:
    """Count an element that makes a script."""
    work.ledger.read += 1
    work.ledger.made += 1


def count_part(work: Gathering) -> None:
    """Count an element that goes on with a script: a step, a row of data."""
    work.ledger.read += 1
    work.ledger.continuation += 1


def step_of(node: Node, do: str, data: str, expected: str) -> StepDraft | None:
    """Return a step; its first text that says something is what to do; None where none does."""
    if do:
        return StepDraft(do, data, expected, where=place(node))
    if expected:
        return StepDraft(expected, data, where=place(node))
    return StepDraft(data, where=place(node)) if data else None


def taken_steps(
    work: Gathering, made: Iterable[tuple[Node, StepDraft | None]], why: str
) -> tuple[StepDraft, ...]:
    """Return the steps and count them; an element without any text is noted with the reason."""
    steps = []
    for node, step in made:
        if step is None:
            work.ledger.skip(place(node), why)
        else:
            count_part(work)
            steps.append(step)
    return tuple(steps)


def in_order(nodes: Iterable[Node], number: Callable[[Node], str]) -> list[Node]:
    """Return elements by their numbers where all have one, else as the file has them."""
    listed = list(nodes)
    numbers = [number(node).strip() for node in listed]
    if not all(re.fullmatch(r"\d{1,9}", text) for text in numbers):
        return listed
    order = sorted(range(len(listed)), key=lambda index: int(numbers[index]))
    return [listed[index] for index in order]


def decimal(text: str) -> float | None:
    """Return a figure above zero such as "1.50"; None for any other text."""
    if not re.fullmatch(r"\d{1,9}(?:[.,]\d{1,9})?", text.strip()):
        return None
    return float(text.strip().replace(",", ".")) or None


def rounded_up(figure: float | None) -> int | None:
    """Return a figure as a whole number, not below 1."""
    return None if figure is None else max(1, math.ceil(figure))


def left_out(work: Gathering, count: int, what: str) -> None:
    """Say what the file holds that nothing here takes; `what` is in the plural."""
    if count:
        work.warn(f"{count} {what} in {work.file.path.name} have no field here and were left out.")
