"""Results that TestLink takes in and gives out as XML, for test cases known by their ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from changedesk.exchange import outcomes
from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import (
    Account,
    Outcome,
    Place,
    Question,
    ResultDraft,
    ResultImport,
)
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.grid import Ledger
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.tree_rows import decimal, name_of, place, root_of, rounded_up
from changedesk.exchange.trees import Node

SOURCE = "TestLink results"
_OUTCOMES: Mapping[str, Outcome | None] = {"p": "pass", "f": "fail", "b": "blocked", "n": None}
_UNKNOWN = "TestLink's own letters are p, f, b and n; say what this one means"


def knows(file: ForeignFile) -> bool:
    """Tell a file of results by test cases with a result."""
    root = root_of(file, "results")
    return root is not None and any(case.first("result") for case in root.of("testcase"))


def read(file: ForeignFile, asked: Asked) -> ResultImport:
    """Return the results of test cases and of their steps."""
    work = _Results(asked)
    root = file.tree or Node("results")
    cycle, build = _named(root, "testplan"), _named(root, "build")
    for case in root.of("testcase"):
        work.take(case, cycle, build)
    warnings = list(file.notes)
    if not work.results:
        warnings.insert(0, f"{file.path.name} makes no result: no test case in it has one.")
    return ResultImport(
        file=file.path.name,
        source=SOURCE,
        results=tuple(work.results),
        account=Account(
            work.ledger.read,
            work.ledger.made,
            work.ledger.continuation,
            tuple(work.ledger.skipped),
            tuple(work.ledger.rejected),
        ),
        system="testlink",
        questions=tuple(
            Question("outcome", word, tuple(places), _UNKNOWN, outcomes.suggest(word))
            for word, places in work.asked_words.items()
        ),
        warnings=tuple(warnings),
    )


def _named(root: Node, tag: str) -> str:
    node = root.first(tag)
    return name_of(node.get("name") or node.text) if node is not None else ""


@dataclass(slots=True)
class _Results:
    """The results of one file."""

    asked: Asked
    ledger: Ledger = field(default_factory=Ledger)
    results: list[ResultDraft] = field(default_factory=list)
    asked_words: dict[str, list[Place]] = field(default_factory=dict)

    def take(self, case: Node, cycle: str, build: str) -> None:
        """Take the results of one test case."""
        script = case.get("external_id") or case.get("fullexternalid") or case.get("id")
        if not script:
            self.ledger.reject(place(case), "the test case has no id, so it cannot be found again")
            return
        made = list(self.of_case(case, script, cycle, build))
        self.results += made
        verdict = any(result.step is None for result in made)
        if verdict:
            self.ledger.read += 1
            self.ledger.made += 1
        else:
            self.ledger.skip(place(case), "it has no result")

    def of_case(self, case: Node, script: str, cycle: str, build: str) -> Iterator[ResultDraft]:
        outcome = self.outcome(case)
        at, told = _moment(case.value("timestamp"))
        minutes = decimal(case.value("execution_duration"))
        notes = [plain_text(case.value("notes")), f"Time: {told}" if told else ""]
        bugs = (plain_text(bug.text) for bug in case.of("bug_id"))
        if outcome is not None:
            yield ResultDraft(
                script=script,
                outcome=outcome,
                where=place(case),
                comment="\n".join(filter(None, notes)),
                tester=name_of(case.value("tester")),
                at=at,
                seconds=rounded_up(minutes * 60 if minutes else None),
                build=build,
                cycle=cycle,
                defects=tuple(dict.fromkeys(filter(None, bugs))),
            )
        for position, step in enumerate(case.under("steps", "step"), 1):
            yield from self.of_step(step, position, script, cycle, build)

    def of_step(
        self, step: Node, position: int, script: str, cycle: str, build: str
    ) -> Iterator[ResultDraft]:
        number = step.value("step_number").strip()
        outcome = self.outcome(step)
        if outcome is None:
            self.ledger.skip(place(step), "the step has no result")
            return
        self.ledger.read += 1
        self.ledger.continuation += 1
        yield ResultDraft(
            script=script,
            outcome=outcome,
            where=place(step),
            step=int(number) if number.isdecimal() and int(number) else position,
            comment=plain_text(step.value("notes")),
            build=build,
            cycle=cycle,
        )

    def outcome(self, node: Node) -> Outcome | None:
        """Return what a letter means; ask about one that TestLink does not define."""
        word = node.value("result").strip()
        if not word or word.lower() in _OUTCOMES:
            return _OUTCOMES.get(word.lower())
        answers = {outcomes.fold(key): value for key, value in self.asked.answers.items()}
        if outcomes.fold(word) in answers:
            return answers[outcomes.fold(word)]
        self.asked_words.setdefault(word, []).append(place(node))
        return None


def _moment(text: str) -> tuple[str, str]:
    """Return a time as ISO text, or as it stands where it is none."""
    text = text.strip()
    try:
        return (datetime.fromisoformat(text).isoformat() if text else ""), ""
    except ValueError:
        return "", text


RECOGNISER = Recogniser("results", SOURCE, knows, read)
