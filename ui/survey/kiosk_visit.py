"""One person at the kiosk: what was answered so far, and where in the questionnaire that is."""

import time
from collections.abc import Mapping

from changedesk.survey.answer_values import Fault, is_blank
from changedesk.survey.answering import Page, Questionnaire
from changedesk.survey.going_on import HalfDone
from changedesk.survey.queries import Asking
from changedesk.survey.responding import Arrival, Respondent


class Visit:
    """The answers of one person, until they are kept. Nothing of it is written anywhere else."""

    def __init__(self, told: Questionnaire[Asking], *, whole: bool = False) -> None:
        self.told = told
        self.whole = whole
        self.answers: dict[str, object] = {}
        self.group: int | None = None
        self.person: int | None = None
        self.link = ""
        self.continues = ""
        self._at = ""
        self._seen = -1
        self._begun = time.monotonic()
        self._places = {one.key: place for place, one in enumerate(told.questions)}

    @property
    def pages(self) -> tuple[Page[Asking], ...]:
        """Return the pages that these answers let a person see."""
        return self.told.pages(self.answers)

    @property
    def place(self) -> int:
        """Return which page is at hand, from 0."""
        for place, page in enumerate(self.pages):
            if any(one.key == self._at for one in page.questions):
                return place
        return 0

    @property
    def page(self) -> Page[Asking]:
        """Return the page at hand."""
        return self.pages[self.place]

    @property
    def empty(self) -> bool:
        """Tell whether nothing was answered yet."""
        return all(is_blank(answer) for key, answer in self.answers.items() if "/" not in key)

    @property
    def who(self) -> Respondent:
        """Return what is known of the person."""
        return Respondent(group=self.group, person=self.person, link=self.link)

    @property
    def how(self) -> Arrival:
        """Return how the answers came."""
        return Arrival("kiosk", self.continues, seconds=round(time.monotonic() - self._begun))

    @property
    def reached(self) -> str:
        """Return the key of the last question that was seen; on one page, that was answered."""
        if self.whole:
            answered = [one.key for one in self.told.questions if not is_blank(self._of(one.key))]
            return answered[-1] if answered else self.told.questions[0].key
        return self.told.questions[max(self._seen, 0)].key

    def _of(self, key: str) -> object:
        return self.answers.get(key)

    def begin(self) -> None:
        """Go to the first page that has no answer yet, else to the last one."""
        pages = self.pages
        for page in pages:
            if any(one.kind != "note" and is_blank(self._of(one.key)) for one in page.questions):
                self._go(page if self.answers else pages[0])
                return
        if pages:
            self._go(pages[-1])

    def go_on_from(self, half: HalfDone) -> None:
        """Take up what was left half-way."""
        self.answers = self.told.resumed(half.answers)
        self.continues = half.name
        self.group = half.group or self.group
        self.person = half.person or self.person
        self.link = self.link or half.link

    def give(self, key: str, answer: object) -> None:
        """Take an answer."""
        self.answers[key] = answer

    def faults(self) -> Mapping[str, Fault]:
        """Return what is wrong on the page at hand, or everywhere where all is on one page."""
        found = self.told.faults(self.answers)
        if self.whole:
            return found
        here = {one.key for one in self.page.questions}
        return {key: fault for key, fault in found.items() if key in here}

    def forward(self) -> bool:
        """Go to the next page; tell whether there was one."""
        following = self.pages[self.place + 1 : self.place + 2]
        for page in following:
            self._go(page)
        return bool(following) and not self.whole

    def back(self) -> bool:
        """Go to the page before; tell whether there was one."""
        if self.place == 0:
            return False
        self._at = self.pages[self.place - 1].questions[0].key
        return True

    def go_to(self, key: str) -> None:
        """Go to the page of a question."""
        self._at = key

    def _go(self, page: Page[Asking]) -> None:
        self._at = page.questions[0].key
        self._seen = max(self._seen, *(self._places[one.key] for one in page.questions))
