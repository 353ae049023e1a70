"""Exports of survey tools and usability scores: what they must come to."""

from collections.abc import Callable
from typing import Any

from changedesk.people.shares import Share
from changedesk.survey.columns import columns_of
from changedesk.survey.scoring import SUS, composites, person_scores
from changedesk.survey.statistics.rank_tests import mann_whitney
from changedesk.survey.statistics.scales import alpha_estimate, complete_rows
from changedesk.survey.statistics.shares import share_estimate
from changedesk.survey.statistics.table_tests import chi2
from tests.real_files.survey_figures import (
    FLYING,
    FOLADOR,
    FUNCTION,
    GRID,
    STARWARS,
    TOOLKIT,
    Check,
    Imported,
    full,
)


def _sus_scores(one: Imported) -> list[float]:
    found = next(score for score in composites(one.told.questions) if score.kind == SUS)
    columns = columns_of(one.told.questions, [given.answers for given in one.told.responses])
    return full(person_scores(found, columns))


def _as_answered(one: Imported) -> float:
    found = next(score for score in composites(one.told.questions) if score.kind == SUS)
    columns = columns_of(one.told.questions, [given.answers for given in one.told.responses])
    rows = list(zip(*(columns.scores(part) for part in found.questions), strict=True))
    estimate = alpha_estimate(complete_rows(rows))
    assert estimate is not None
    return estimate.value


def _share(one: Imported, start: str, labels: tuple[str, ...]) -> Share:
    item = one.item(start)
    n = sum(bar["n"] for bar in item["distribution"] if bar["label"].startswith(labels))
    return Share(n, item["base"])


RUDE = ("Yes, somewhat rude", "Yes, very rude")
EPISODES = ("Episode I ", "Episode II ", "Episode III ", "Episode IV ", "Episode V ", "Episode VI ")


def _episode(one: Imported, start: str, episode: str) -> int:
    bars = one.item(start)["distribution"]
    return int(next(bar["n"] for bar in bars if episode in f"{bar['label']} "))


def _seen_share(start: str, episode: str) -> Callable[[Imported], float]:
    return lambda one: 100 * _episode(one, start, episode) / float(one.item(start)["base"])


def _first_among_all_six(one: Imported) -> list[int]:
    """Return how often each film was put first by those who saw all six."""
    seen = next(q for q in one.told.questions if q.text.startswith("Which of the following"))
    rank = next(q for q in one.told.questions if q.text.startswith("Please rank"))
    firsts = [
        given.answers[rank.key][0]
        for given in one.told.responses
        if len(given.answers[seen.key]) == 6 and isinstance(given.answers[seen.key], list)
    ]
    return [firsts.count(option.value) for option in rank.options]


def _starwars() -> list[Check]:
    seen, rank = "Which of the following", "Please rank"
    shares = dict(zip(EPISODES, (80.6, 68.4, 65.9, 72.7, 90.8, 88.4), strict=True))
    shot = "Which character shot first"
    return [
        Check(STARWARS, "respondents", 1186, lambda one: one.wave()["responses"]),
        Check(STARWARS, "seen any: yes", 936, lambda one: one.n("Have you seen any", "Yes")),
        Check(STARWARS, "seen any: no", 250, lambda one: one.n("Have you seen any", "No")),
        Check(STARWARS, "at least one film ticked", 835, lambda one: one.item(seen)["base"]),
        *(
            Check(
                STARWARS, f"{episode}seen, % of 835", share,
                _seen_share(seen, episode), 1,
            )
            for episode, share in shares.items()
        ),
        Check(
            STARWARS, "ranked first by those who saw all six", [47, 18, 27, 128, 169, 82],
            _first_among_all_six, how=FUNCTION,
        ),
        Check(STARWARS, "shot first: Han", 325, lambda one: one.n(shot, "Han")),
        Check(STARWARS, "shot first: Greedo", 197, lambda one: one.n(shot, "Greedo")),
        Check(STARWARS, "shot first: not understood", 306, lambda one: one.n(shot, "I don")),
        Check(STARWARS, "shot first: blank", 358, lambda one: one.item(shot)["missing"]),
        Check(STARWARS, "films ranked", 836, lambda one: one.item(rank)["base"]),
    ]  # fmt: skip


def _flying() -> list[Check]:
    recline = "Is itrude to recline"

    def told(start: str, labels: tuple[str, ...] = RUDE) -> Callable[[Imported], Any]:
        return lambda one: _share(one, start, labels)

    def wilson(one: Imported) -> list[float]:
        found = share_estimate(_share(one, recline, RUDE))
        assert found is not None
        return [found.low, found.high]

    def gender(one: Imported) -> list[float]:
        parts = one.wave(by="Gender")["by"]
        table = []
        for part in parts:
            if part["label"] in ("Female", "Male"):
                item = next(i for i in part["items"] if i["text"].startswith(recline))
                table.append([bar["n"] for bar in item["distribution"]])
        found = chi2(table)
        assert found is not None
        return [found.statistic, found.p]

    return [
        Check(FLYING, "respondents", 1040, lambda one: one.wave()["responses"]),
        Check(FLYING, "rude to recline", Share(352, 854), told(recline)),
        Check(FLYING, "rude to recline, Wilson", [0.3796, 0.4455], wilson, 4),
        Check(FLYING, "gender by recline: chi2, p", [0.6250, 0.7316], gender, 4, FUNCTION),
        Check(FLYING, "unsold seat", Share(165, 855), told("Is itrude to move to an unsold")),
        Check(
            FLYING, "wake to walk", Share(624, 850),
            told("Is itrude to wake a passenger up if you are trying to walk"),
        ),
        Check(
            FLYING, "unruly children", Share(702, 849),
            told("In general, is it rude to knowingly bring unruly"),
        ),
    ]  # fmt: skip


def _usability() -> list[Check]:
    def sus(name: str) -> Callable[[Imported], Any]:
        return lambda one: one.scale("SUS")[name]

    def of(label: str, name: str) -> Callable[[Imported], Any]:
        return lambda one: one.scale("SUS", "group", label)[name]

    def compared(test: str, name: str) -> Callable[[Imported], Any]:
        def get(one: Imported) -> Any:
            found = one.results("--by", "group")["surveys"][0]["comparisons"]
            return next(c[name] for c in found if c["item"] == "SUS" and c["test"] == test)

        return get

    a = [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
    b = [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
    both = [a, b]

    def apart(one: Imported) -> list[list[float]]:
        scores = _sus_scores(one)
        return [scores[:10], scores[10:]]

    return [
        Check(
            GRID, "scores", [50, 50, 55, 55, 62.5, 70, 72.5, 72.5, 77.5, 80, 92.5],
            lambda one: sorted(_sus_scores(one)), how=FUNCTION,
        ),
        Check(GRID, "n", 11, sus("n")),
        Check(GRID, "mean", 67.04545, sus("mean")),
        Check(GRID, "SD", 13.73036, sus("sd")),
        Check(GRID, "median", 70, sus("median")),
        Check(GRID, "interval, low", 57.82, sus("low"), 2),
        Check(GRID, "interval, high", 76.27, sus("high"), 2),
        Check(FOLADOR, "n", 36, sus("n")),
        Check(FOLADOR, "mean", 82.986, sus("mean"), 3),
        Check(FOLADOR, "SD", 13.975, sus("sd"), 3),
        Check(FOLADOR, "median", 86.25, sus("median")),
        Check(FOLADOR, "interval, low", 78.26, sus("low"), 2),
        Check(FOLADOR, "interval, high", 87.71, sus("high"), 2),
        Check(FOLADOR, "alpha as answered", 0.2346, _as_answered, 4, FUNCTION),
        Check(FOLADOR, "alpha, even items turned", 0.8507, sus("alpha"), 4),
        Check(TOOLKIT, "scores of A and B", both, apart, how=FUNCTION),
        Check(TOOLKIT, "mean of A", 85.0, of("Example A", "mean")),
        Check(TOOLKIT, "SD of A", 8.498, of("Example A", "sd"), 3),
        Check(TOOLKIT, "mean of B", 74.75, of("Example B", "mean")),
        Check(TOOLKIT, "SD of B", 11.208, of("Example B", "sd"), 3),
        Check(TOOLKIT, "Welch t", 2.3044, compared("welch", "statistic"), 4),
        Check(TOOLKIT, "Welch p", 0.03427, compared("welch", "p")),
        Check(TOOLKIT, "Mann-Whitney U", 77, compared("mann_whitney_exact", "statistic")),
        Check(TOOLKIT, "Mann-Whitney p, exact", 0.0387, compared("mann_whitney_exact", "p"), 4),
        Check(TOOLKIT, "Cliff's delta", 0.54, compared("mann_whitney_exact", "effect"), 2),
        Check(
            TOOLKIT, "Mann-Whitney p, asymptotic", 0.0426,
            lambda one: mann_whitney(*apart(one), exact=False).p, 4, FUNCTION,
        ),
    ]  # fmt: skip


CHECKS = (*_starwars(), *_flying(), *_usability())
