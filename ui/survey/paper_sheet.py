"""One paper that is being keyed: what was typed line by line, and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from changedesk.exchange.dates import Order
from changedesk.survey.answer_values import OTHER, fault_of, is_blank, sentence, values_of
from changedesk.survey.answering import Questionnaire
from changedesk.survey.item_codes import ItemCode, item_codes, keyed
from changedesk.survey.queries import Asking
from ui.survey.kiosk_setup import Named

translate = QCoreApplication.translate
GROUP, PERSON, CODE = "/group", "/person", "/code"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line to key: its id, the number on the sheet, what is asked, and the codes."""

    id: str
    number: str
    text: str
    codes: str = ""
    question: Asking | None = None

    @property
    def words(self) -> bool:
        """Tell whether words are typed here rather than a code."""
        typed = self.question is not None and self.question.kind == "text"
        return typed or self.id.endswith(OTHER) or self.id == PERSON


class PaperSheet:
    """The lines of a paper. Lines that the answers before rule out are skipped."""

    def __init__(
        self,
        told: Questionnaire[Asking],
        groups: Sequence[Named] = (),
        people: Sequence[Named] = (),
        *,
        coded: bool = False,
        order: Order | None = None,
    ) -> None:
        self.told, self._order = told, order
        self._groups = {str(place): one for place, one in enumerate(groups, 1)}
        self._people = {name.casefold(): (key, name) for key, name in people}
        self._texts: dict[str, str] = {}
        self._answers: dict[str, object] | None = None
        self._shown: frozenset[str] = frozenset()
        self.rows = (*self._head(groups, people, coded), *self._asked())

    def _head(
        self, groups: Sequence[Named], people: Sequence[Named], coded: bool
    ) -> list[PaperRow]:
        rows = []
        if groups:
            named = [ItemCode(place, place, name) for place, (_, name) in self._groups.items()]
            codes = " · ".join(_told(one) for one in named)
            rows.append(PaperRow(GROUP, "", translate("PaperSheet", "Group"), codes))
        if people:
            rows.append(PaperRow(PERSON, "", translate("PaperSheet", "Name")))
        if coded:
            rows.append(PaperRow(CODE, "", translate("PaperSheet", "Own code")))
        return rows

    def _asked(self) -> list[PaperRow]:
        rows: list[PaperRow] = []
        asked = [one for one in self.told.questions if one.kind != "note"]
        for number, one in enumerate(asked, 1):
            codes = " · ".join(_told(code) for code in item_codes(one))
            if one.kind == "rank":
                codes = translate("PaperSheet", "The places from top to bottom: {0}").format(codes)
            text = f"{one.block} – {one.text}" if one.block else one.text
            rows.append(PaperRow(one.key, str(number), text, codes, one))
            if any(option.other for option in one.options):
                rows.append(
                    PaperRow(
                        one.key + OTHER,
                        f"{number}a",
                        translate("PaperSheet", "In words"),
                        "",
                        one,
                    )
                )
        return rows

    # -- reading ------------------------------------------------------------------------------

    @property
    def texts(self) -> dict[str, str]:
        """Return what was typed, by the id of the line."""
        return dict(self._texts)

    @texts.setter
    def texts(self, texts: dict[str, str]) -> None:
        self._texts, self._answers = dict(texts), None

    def put(self, row: str, text: str) -> None:
        """Take what is typed in a line."""
        self._texts[row], self._answers = text, None

    def answers(self) -> dict[str, object]:
        """Return the answers as they were keyed."""
        if self._answers is None:
            self._answers = self._keyed()
            self._shown = frozenset(one.key for one in self.told.shown(self._answers))
        return self._answers

    def _keyed(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for row in self.rows:
            text = self._texts.get(row.id, "").strip()
            if row.question is None or not text:
                continue
            other = row.id.endswith(OTHER)
            found[row.id] = text if other else keyed(row.question, text, self._order)
        return found

    def skips(self, row: PaperRow) -> bool:
        """Tell whether a line is ruled out by the answers before it."""
        if row.question is None:
            return False
        answers = self.answers()
        if row.question.key not in self._shown:
            return True
        if not row.id.endswith(OTHER):
            return False
        chosen = values_of(answers.get(row.question.key))
        return not any(one.other and one.value in chosen for one in row.question.options)

    def wrong(self, row: PaperRow) -> str:
        """Return what is wrong with a line in a sentence, or ""."""
        text = self._texts.get(row.id, "").strip()
        if not text or self.skips(row):
            return ""
        if row.id == GROUP:
            return (
                "" if text in self._groups else translate("PaperSheet", "No group has this number.")
            )
        if row.id == PERSON:
            return (
                ""
                if text.casefold() in self._people
                else translate("PaperSheet", "Nobody has this name.")
            )
        if row.question is None or row.id.endswith(OTHER):
            return ""
        fault = fault_of(row.question, self.answers().get(row.id))
        return sentence(fault) if fault else ""

    def meaning(self, row: PaperRow) -> str:
        """Return what was understood, in words."""
        text = self._texts.get(row.id, "").strip()
        if row.id == GROUP:
            return self._groups[text][1] if text in self._groups else ""
        if row.question is None or row.words or self.wrong(row):
            return ""
        labels = {one.value: one.label or one.value for one in row.question.options}
        values = values_of(self.answers().get(row.id))
        words = ", ".join(labels.get(one, one) for one in values)
        return "" if words == text else words

    @property
    def lacking(self) -> list[PaperRow]:
        """Return the lines that need an answer and have none."""
        keys = {one.key for one in self.told.lacking(self.answers())}
        return [row for row in self.rows if row.id in keys]

    @property
    def empty(self) -> bool:
        """Tell whether no question was answered."""
        return all(is_blank(answer) for answer in self.answers().values())

    @property
    def group(self) -> int | None:
        """Return the group that was keyed."""
        found = self._groups.get(self._texts.get(GROUP, "").strip())
        return found[0] if found else None

    @property
    def person(self) -> int | None:
        """Return the person that was keyed."""
        found = self._people.get(self._texts.get(PERSON, "").strip().casefold())
        return found[0] if found else None

    @property
    def line(self) -> str:
        """Return what was keyed, on one line."""
        keyed_here = [row for row in self.rows if row.question is not None]
        return " ".join(self._texts.get(row.id, "").strip() or "–" for row in keyed_here)

    def clear(self) -> None:
        """Begin the next paper; papers of one group mostly lie together."""
        group = self._texts.get(GROUP, "")
        self.texts = {GROUP: group} if group else {}


def _told(code: ItemCode) -> str:
    """Return a code with its words on one line, once where the words begin with it."""
    words = code.label if code.label.startswith(code.code) else f"{code.code} {code.label}"
    return words.replace(" ", "\N{NO-BREAK SPACE}") if len(words) < 40 else words
