"""What may be shown of a wave: each question judged by who answered it, after every filter."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from changedesk.survey.figures import is_answer
from changedesk.survey.given import Given
from changedesk.survey.queries import Asking, SurveyRow, WaveRow
from changedesk.survey.suppression import HIDDEN, Counts, Dimension, Suppression, suppress

GROUP, SITE, ROLE = "group", "site", "role"
ATTRIBUTES = (GROUP, SITE, ROLE)
"""What a response is grouped by, beside its answers."""
NOTHING = ""
"""The value of who says nothing of himself."""
TICKED, UNTICKED = "1", "0"


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to tell responses apart: by an attribute, or by what a question was answered.

    `option` is set where the question takes several answers: then it tells who chose that one.
    """

    name: str
    question: Asking | None = None
    option: str = ""

    def value(self, response: Given) -> str:
        """Return the value of a response."""
        if self.question is None:
            return _attribute(self.name, response)
        answer = response.answers.get(self.question.key)
        if not is_answer(answer):
            return NOTHING
        if self.option:
            ticked = isinstance(answer, list) and self.option in answer
            return TICKED if ticked else UNTICKED
        return str(answer)


def _attribute(name: str, response: Given) -> str:
    if name == GROUP:
        return NOTHING if response.group is None else str(response.group)
    return response.site if name == SITE else response.role


def attribute_cuts() -> list[Cut]:
    """Return the cuts by attributes: they are always judged together."""
    return [Cut(name) for name in ATTRIBUTES]


@dataclass
class Shield:
    """Judges what may be shown of the responses to one wave, by the cuts that a reader sees.

    The attributes come first among the cuts, and what is shown of them is the same whatever
    follows. Identified surveys hide nothing: who answers one knows that the name stands beside
    the answer. Of an anonymous wave that is not closed only the whole is shown, because groups of
    two moments would differ by single people.
    """

    survey: SurveyRow
    wave: WaveRow
    responses: Sequence[Given]
    cuts: Sequence[Cut]
    _told: list[tuple[str, ...]] = field(init=False)
    _by_counts: dict[frozenset[tuple[tuple[str, ...], int]], Suppression] = field(
        init=False, default_factory=dict
    )
    _by_name: dict[str, Suppression] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._told = [tuple(cut.value(one) for cut in self.cuts) for one in self.responses]

    @property
    def whole_only(self) -> bool:
        """Tell whether no group, filter or comment may be shown yet."""
        return self.survey.anonymous and self.wave.status != "closed"

    def shows(
        self, name: str, answered: Callable[[], Sequence[bool]], values: Mapping[str, str]
    ) -> bool:
        """Tell whether figures of those who answered something and have these values may be shown.

        Where nobody did there is nobody to protect.
        `name` stands for what was answered; `answered` tells it, once for each name, of each
        response.
        """
        if self.survey.mode == "identified":
            return True
        if values and self.whole_only:
            return False
        if name not in self._by_name:
            counts = Counter(compress(self._told, answered()))
            self._by_name[name] = self._suppression(counts)
        judged = self._by_name[name]
        return judged.state(judged.key(**values)) != HIDDEN

    def _suppression(self, counts: Counts) -> Suppression:
        mark = frozenset(counts.items())
        if mark not in self._by_counts:
            self._by_counts[mark] = suppress(
                counts,
                [Dimension(cut.name) for cut in self.cuts],
                minimum=self.survey.min_cell,
                first=len(ATTRIBUTES),
            )
        return self._by_counts[mark]
