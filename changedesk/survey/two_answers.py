"""Questions with two answers: which of the two is counted, and whether more of it is "up".

Of a yes and a no it is the yes. Of two others, such as two sites, it is the first, and more of it
is neither up nor down.
"""

from dataclasses import dataclass

from changedesk.exchange.yes_and_no import NO, YES
from changedesk.survey.queries import Asking


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """The answer that a share is of; `directed` says that more of it is "up"."""

    value: str
    label: str
    directed: bool


def counted_answer(question: Asking) -> CountedAnswer | None:
    """Return which answer counts of a question with two; None for every other question."""
    offered = [one for one in question.options if not one.meaning]
    if question.kind != "single" or len(offered) != 2:
        return None
    words = [" ".join((one.label or one.value).casefold().split()).rstrip(".!") for one in offered]
    for at in (0, 1):
        if words[at] in YES or words[1 - at] in NO:
            return CountedAnswer(offered[at].value, offered[at].label or offered[at].value, True)
    return CountedAnswer(offered[0].value, offered[0].label or offered[0].value, False)
