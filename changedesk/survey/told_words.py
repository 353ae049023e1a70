"""What a survey says in sentences: where it stands, what moved, and what cannot be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from changedesk.office.layout import Figure
from changedesk.office.palette import Tone
from changedesk.people.shares import Share
from changedesk.survey.comparing import LINKED, MAY_REPEAT
from changedesk.survey.contrasts import Contrast
from changedesk.survey.figure_words import (
    counted,
    full_share,
    hidden_words,
    interval,
    is_good,
    listed,
    more_words,
    nps_words,
    number,
    percent,
    signed,
)
from changedesk.survey.figures import ItemFigures, levels_of
from changedesk.survey.results import WaveFigures
from changedesk.survey.scoring import ADKAR, SUS, ScaleFigures
from changedesk.survey.told import SurveyTold
from changedesk.survey.two_answers import counted_answer
from changedesk.survey.verdicts import DOWN, SAME, TOO_FEW, UP
from changedesk.survey.viewing import Slice

BARRIER = 3
"""An ADKAR element that is this or below holds the next ones back."""
_LISTED = 6
_FIGURES = 4


@dataclass(frozen=True)
class Judgement:
    """The verdict of a survey: its sentence, what it rests on, and its tone."""

    text: str
    detail: str
    tone: Tone


def judgement(told: SurveyTold) -> Judgement:
    """Return the sentence that a reader takes away."""
    last = told.last
    if last is None:
        return Judgement("Nobody has answered yet", "There is nothing to be told.", "quiet")
    if last.suppressed:
        detail = f"Figures are shown from {told.least} answers on."
        return Judgement("Too few answers to show anything", detail, "quiet")
    if told.latest:
        return _moved(told, told.latest)
    sus = next((one for one in last.scales if one.grade and one.mean is not None), None)
    if sus is not None:
        text = f"Usability is {number(sus.mean, 0)} of 100: grade {sus.grade}"
        detail = f"From {counted(sus.n or 0, 'person', 'people')}; 68 is what systems reach on "
        detail += "average."
        if spread := interval(sus.low, sus.high, 0):
            detail += f" The true mean is likely between {spread.replace(' to ', ' and ')}."
        return Judgement(text, detail, "info")
    return Judgement(
        "A first measurement: there is nothing to compare it with",
        f"{_who(last)} The next wave will tell what moves.",
        "info",
    )


def _moved(told: SurveyTold, latest: Sequence[Contrast]) -> Judgement:
    news = [is_good(one, told.reversed) for one in latest]
    good, bad = news.count(True), news.count(False)
    before = told.wave_title(latest[0].between[0])
    of = f"of {counted(len(latest), 'score')}"
    since = f"since “{before}”"
    if good and bad:
        text, tone = f"Mixed {since}: {good} better, {bad} worse, {of}", "warning"
    elif good:
        text, tone = f"Better {since}: {good} {of} improved", "good"
    elif bad:
        text, tone = f"Worse {since}: {bad} {of} fell", "bad"
    elif all(one.comparison.verdict == TOO_FEW for one in latest):
        text, tone = f"Too few answers to tell whether anything changed {since}", "quiet"
    else:
        text, tone = f"No detectable change {since}", "quiet"
    last = told.answered[-1]
    barrier = barrier_of(last)
    parts = [_who(last)]
    if barrier is not None:
        parts.append(
            f"{barrier.composite.name} is the first ADKAR element that is not above {BARRIER} "
            f"({number(barrier.mean)} of 5)."
        )
    return Judgement(text, " ".join(parts), tone)  # type: ignore[arg-type]


def _who(wave: WaveFigures) -> str:
    rate = wave.rate
    if rate is None or rate.rate is None:
        return f"{counted(wave.responses, 'person', 'people')} answered “{wave.wave.title}”."
    share = rate.rate
    return f"{share.n:,} of {share.base:,} people invited answered “{wave.wave.title}”."


def barrier_of(wave: WaveFigures) -> ScaleFigures | None:
    """Return the first ADKAR element that is not above the barrier, by its mean."""
    for one in wave.scales:
        if one.composite.kind == ADKAR and one.mean is not None and one.mean <= BARRIER:
            return one
    return None


# -- large figures --------------------------------------------------------------------------------


def figures_of(told: SurveyTold) -> tuple[Figure, ...]:
    """Return the three to five figures of the first page."""
    last = told.last
    if last is None or last.suppressed:
        return ()
    return (_rate_figure(last), *list(_level_figures(last))[:_FIGURES])


def _rate_figure(wave: WaveFigures) -> Figure:
    rate = wave.rate
    if rate is None or rate.rate is None:
        return Figure(f"{wave.responses:,}", "people answered", "nobody counted who was asked")
    enough = wave.needed is None or rate.complete >= wave.needed
    note = f"{rate.complete:,} of {rate.asked:,} invited"
    return Figure(percent(rate.rate), "answered", note, None if enough else "warning")


def _level_figures(wave: WaveFigures) -> Iterable[Figure]:
    scales = [one for one in wave.scales if one.mean is not None]
    for one in scales:
        if one.composite.kind == SUS:
            grade = f"usability, grade {one.grade}"
            yield Figure(number(one.mean, 0), grade, _spread(one, "100", 0))
    for item in wave.items:
        if item.nps is not None and item.nps.base:
            note = f"net promoter score · n {item.nps.base}"
            yield Figure(signed(item.nps.value or 0), "would recommend", note)
    own = [one for one in scales if one.composite.kind != SUS]
    if own:
        for one in own if len(own) <= _FIGURES else _ends(own, wave):
            yield _score_figure(one, wave)
        return
    tops = [one for one in wave.items if one.top2 is not None and one.question.kind != "sus"]
    tops.sort(key=lambda one: -((one.top2.value or 0) if one.top2 else 0))
    for item in tops if len(tops) <= 2 else (tops[0], tops[-1]):
        note = f"top two answers · n {item.base}"
        yield Figure(percent(item.top2), _short(item.question.text), note)


def _ends(scores: Sequence[ScaleFigures], wave: WaveFigures) -> list[ScaleFigures]:
    """Return the highest, the barrier and the lowest of many scores."""
    ordered = sorted(scores, key=lambda one: -(one.mean or 0))
    wanted = (ordered[0], barrier_of(wave), ordered[-1])
    return [one for at, one in enumerate(wanted) if one is not None and one not in wanted[:at]]


def _score_figure(one: ScaleFigures, wave: WaveFigures) -> Figure:
    ends = ends_of(one)
    note = _spread(one, str(ends[1]) if ends else "")
    return Figure(number(one.mean), one.composite.name, note,
                  "warning" if one is barrier_of(wave) else None)  # fmt: skip


def _spread(one: ScaleFigures, most: str, places: int = 1) -> str:
    """Return what belongs beside a mean: the highest it can be, its interval if any, its base."""
    told = (f"of {most}" if most else "", interval(one.low, one.high, places))
    return f"{', '.join(filter(None, told))} · n {one.n}".removeprefix(" · ")


def ends_of(one: ScaleFigures) -> tuple[int, int] | None:
    """Return the lowest and the highest that a score can be; None where it has no scale."""
    if one.composite.kind == SUS:
        return 0, 100
    levels = levels_of(one.composite.questions[0])
    return (levels[0], levels[-1]) if levels else None


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:47].rstrip()}…"


# -- sentences ------------------------------------------------------------------------------------


def level_at(wave: WaveFigures, item: str, least: int) -> str:
    """Return how high something stood in a wave, in words."""
    for scale in wave.scales:
        if scale.composite.name == item:
            return hidden_words(least) if scale.suppressed else number(scale.mean)
    for one in wave.items:
        if one.question.key == item:
            return item_level(one, least)
    return ""


def item_level(one: ItemFigures, least: int) -> str:
    """Return the one figure that stands for a question, in words."""
    if one.suppressed:
        return hidden_words(least)
    if not one.base:
        return "no answers"
    if one.nps is not None:
        return nps_words(one.nps)
    if one.top2 is not None:
        return f"mean {number(one.mean)}, top two {full_share(one.top2)}"
    if one.mean is not None:
        return number(one.mean)
    answer = counted_answer(one.question)
    if answer is not None:
        chosen = sum(bar.n for bar in one.distribution if bar.value == answer.value)
        return f"{answer.label} {full_share(Share(chosen, one.base))}"
    return counted(one.base, "answer")


def moved(told: SurveyTold) -> list[str]:
    """Return a sentence for each score that moved in the last wave, good news first."""
    found = [one for one in told.latest if one.comparison.verdict in (UP, DOWN)]
    found.sort(key=lambda one: not is_good(one, told.reversed))
    return [_sentence(told, one) for one in found]


def _sentence(told: SurveyTold, one: Contrast) -> str:
    before, after = (
        next(wave for wave in told.answered if wave.wave.code == code) for code in one.between
    )
    way = "up" if one.comparison.verdict == UP else "down"
    turned = " (agreeing is bad news)" if one.item in told.reversed else ""
    levels = [level_at(wave, one.item, told.least) for wave in (before, after)]
    return f"{_named(one)} is {way}: {levels[0]} → {levels[1]}{turned}"


def _named(one: Contrast) -> str:
    """Return what was compared: a score by its name, a question in its own words."""
    return one.name if one.name == one.item else f"“{one.name}”"


def untold(told: SurveyTold) -> list[str]:
    """Return what cannot be told, and why."""
    last = told.last
    if last is None:
        return []
    found = [*_too_few(told), *_unanswered(last)]
    same = [_named(one) for one in told.latest if one.comparison.verdict == SAME]
    if same:
        names = listed(same) if len(same) <= _LISTED else counted(len(same), "score")
        found.append(f"No change can be detected in {names}; that is no proof of none.")
    if last.waiting:
        found.append("Groups and comments are shown once the wave is closed.")
    else:
        hidden = [part.label or "those of no group" for part in _hidden(told)]
        if hidden:
            found.append(f"{listed(hidden)}: {hidden_words(told.least)}.")
    notes = {note for one in told.latest for note in one.comparison.notes}
    if MAY_REPEAT in notes:
        found.append("The waves are not linked: who answered twice counts as two people.")
    linked = [one.comparison.n[0] for one in told.latest if one.comparison.design == LINKED]
    if linked:
        found.append(
            f"What changed rests on the up to {counted(max(linked), 'person', 'people')} whose own "
            "code pairs both waves, the levels on all who answered."
        )
    return found


def _hidden(told: SurveyTold) -> list[Slice]:
    return [part for part in (told.grouped.by if told.grouped else ()) if part.suppressed]


def _too_few(told: SurveyTold) -> Iterable[str]:
    few = [one for one in told.latest if one.comparison.verdict == TOO_FEW]
    for one in few[:_LISTED]:
        more = more_words(one.comparison)
        yield f"{_named(one)}: too few to tell{f' ({more})' if more else ''}."
    if len(few) > _LISTED:
        yield f"{counted(len(few) - _LISTED, 'more score')} with too few answers to tell."


def _unanswered(wave: WaveFigures) -> Iterable[str]:
    rate = wave.rate
    if rate is None:
        yield "Nobody counted who was asked: how many of them answered cannot be told."
        return
    if wave.suppressed or rate.rate is None or not rate.missing:
        return
    short = (wave.needed or 0) - rate.complete
    text = f"{rate.missing:,} of {rate.asked:,} did not answer and may think otherwise"
    if short > 0:
        text += (
            f"; {counted(short, 'more complete answer')} would bring a share to within "
            f"±{wave.wave.margin} points"
        )
    yield f"{text}."
