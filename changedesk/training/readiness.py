"""Who of those who must be trained is: distinct people, never seats; pure arithmetic.

Two figures are kept apart: who attended, and who was seen at the required level. Neither of them
is adoption.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TypeVar

from changedesk.people.shares import Share
from changedesk.training.session_count import show_up

K = TypeVar("K")


@dataclass(frozen=True)
class NeedFact:
    """What a need asks: of how many people, and which courses serve it.

    `whole` says that it asks everybody of its group; `level` is None where none was set.
    """

    id: int
    wanted: int
    whole: bool
    courses: frozenset[int] = frozenset()
    skill: int | None = None
    level: int | None = None

    @property
    def measured(self) -> bool:
        """Tell whether it asks a level that somebody can be seen at."""
        return self.skill is not None and self.level is not None


@dataclass(frozen=True)
class Took:
    """That somebody was in a session: `full` when all of it, `passed` None without a test.

    `levels` are the skills that the course gives.
    """

    person: int
    course: int
    day: str
    full: bool = True
    passed: bool | None = None
    levels: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Seen:
    """The level of a skill that somebody was seen to have on a day."""

    person: int
    skill: int
    day: str
    level: int


@dataclass(frozen=True)
class Place:
    """Somebody's place in a session that is still to come; `no_show` in percent."""

    person: int
    session: int
    course: int
    day: str
    no_show: int | None = None


@dataclass(frozen=True)
class Standing:
    """Where a need, or a group with all its needs, stands on a day.

    `missing` are those known by name; `unnamed` are asked for and not known by name. `forecast` is
    how many are expected to have attended by go-live, no-shows taken off.
    """

    wanted: int
    attended: frozenset[int]
    at_level: frozenset[int] | None
    missing: tuple[int, ...]
    unnamed: int
    forecast: Fraction

    @property
    def trained(self) -> Share:
        """Return the distinct people who attended, of those required."""
        return Share(min(len(self.attended), self.wanted), self.wanted)

    @property
    def able(self) -> Share | None:
        """Return the distinct people seen at the required level; None where none is asked."""
        if self.at_level is None:
            return None
        return Share(min(len(self.at_level), self.wanted), self.wanted)

    @property
    def expected(self) -> Share:
        """Return whole people expected to have attended by go-live, of those required."""
        return Share(min(int(self.forecast), self.wanted), self.wanted)


@dataclass(frozen=True)
class Evidence:
    """What happened up to a day, and what is planned from then on until go-live."""

    took: Sequence[Took] = ()
    seen: Sequence[Seen] = ()
    places: Sequence[Place] = ()

    def until(self, day: str) -> "Evidence":
        """Return what was known on a day: what happened later is left out."""
        return Evidence(
            [one for one in self.took if one.day <= day],
            [one for one in self.seen if one.day <= day],
            self.places,
        )

    def planned_until(self, go_live: str) -> "Evidence":
        """Return it without the places after go-live; without a go-live all of them count."""
        kept = [one for one in self.places if not go_live or one.day <= go_live]
        return Evidence(self.took, self.seen, kept)

    def split(self, keys: Mapping[int, Collection[K]]) -> dict[K, "Evidence"]:
        """Return, for each key of people, what is known of its people, in the same order."""
        took: dict[K, list[Took]] = defaultdict(list)
        seen: dict[K, list[Seen]] = defaultdict(list)
        places: dict[K, list[Place]] = defaultdict(list)
        for one in self.took:
            for key in keys.get(one.person, ()):
                took[key].append(one)
        for word in self.seen:
            for key in keys.get(word.person, ()):
                seen[key].append(word)
        for place in self.places:
            for key in keys.get(place.person, ()):
                places[key].append(place)
        wanted = {key for own in keys.values() for key in own}
        return {key: Evidence(took[key], seen[key], places[key]) for key in wanted}


def standing_of_need(need: NeedFact, members: Collection[int], known: Evidence) -> Standing:
    """Return where a need stands; only members of its group count."""
    attended = _attended(need, members, known.took)
    chances = {
        person: _chance(places)
        for person, places in _places(need, members, attended, known.places).items()
    }
    able = _able(need, members, known) if need.measured else None
    return _standing(need.wanted, members, attended, able, chances)


def standing_of_group(
    needs: Sequence[NeedFact], members: Collection[int], known: Evidence
) -> Standing:
    """Return where a group stands with its needs together.

    Somebody counts when all that is asked of everybody is done; where nothing is asked of
    everybody, when one of the needs is. Needs that no course serves yet are left out, unless none
    is served: they are to be told apart, nobody could have been trained for them.
    """
    wanted = max((need.wanted for need in needs), default=0)
    needs, all_of = asked_of(needs)
    sets = [_attended(need, members, known.took) for need in needs]
    attended = _together(sets, all_of=all_of)
    measured = [need for need in needs if need.measured]
    able = None
    if measured:
        able = _together([_able(one, members, known) for one in measured], all_of=all_of)
    chances = _chances_of_group(needs, members, known, sets, all_of=all_of)
    return _standing(
        wanted, members, attended, able,
        {person: chance for person, chance in chances.items() if person not in attended},
    )  # fmt: skip


def asked_of(needs: Iterable[NeedFact]) -> tuple[list[NeedFact], bool]:
    """Return the needs that a group is judged by, and whether it must meet all of them."""
    needs = list(needs)
    needs = [need for need in needs if need.courses] or needs
    every = [need for need in needs if need.whole]
    return (every or needs), bool(every)


def _together(sets: Sequence[frozenset[int]], *, all_of: bool) -> frozenset[int]:
    if not sets:
        return frozenset()
    return frozenset.intersection(*sets) if all_of else frozenset().union(*sets)


def _standing(
    wanted: int,
    members: Collection[int],
    attended: frozenset[int],
    able: frozenset[int] | None,
    chances: Mapping[int, Fraction],
) -> Standing:
    missing = tuple(sorted(set(members) - attended))
    unnamed = max(0, wanted - len(members))
    return Standing(
        wanted, attended, able, missing, unnamed, len(attended) + sum(chances.values(), Fraction())
    )


def _attended(need: NeedFact, members: Collection[int], took: Iterable[Took]) -> frozenset[int]:
    inside = set(members)
    return frozenset(
        one.person
        for one in took
        if one.full and one.course in need.courses and one.person in inside
    )


def _able(need: NeedFact, members: Collection[int], known: Evidence) -> frozenset[int]:
    # The newest word counts: a reading says the level, a test that was passed what it gives.
    newest: dict[int, tuple[str, int]] = {}
    words = [(one.person, one.day, one.level) for one in known.seen if one.skill == need.skill]
    words += [
        (one.person, one.day, level)
        for one in known.took
        if one.full and one.passed
        for skill, level in one.levels
        if skill == need.skill
    ]
    for person, day, level in sorted(words):
        newest[person] = (day, level)
    required = need.level or 0
    return frozenset(
        person for person in set(members) & newest.keys() if newest[person][1] >= required
    )


def _places(
    need: NeedFact, members: Collection[int], attended: Collection[int], places: Iterable[Place]
) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    inside = set(members) - set(attended)
    for place in places:
        if place.course in need.courses and place.person in inside:
            found.setdefault(place.person, []).append(place)
    return found


def _chance(places: Iterable[Place]) -> Fraction:
    # Somebody with two places misses the course only by missing both.
    return 1 - prod((1 - show_up(place.no_show) for place in places), start=Fraction(1))


def _chances_of_group(
    needs: Sequence[NeedFact],
    members: Collection[int],
    known: Evidence,
    attended: Sequence[frozenset[int]],
    *,
    all_of: bool,
) -> dict[int, Fraction]:
    ways = [
        _places(need, members, done, known.places)
        for need, done in zip(needs, attended, strict=True)
    ]
    found = {}
    for person in members:
        open_ones = [
            frozenset(way.get(person, ()))
            for way, done in zip(ways, attended, strict=True)
            if person not in done
        ]
        if all_of:
            # Needs that the same places serve are met together.
            chance = prod((_chance(places) for places in set(open_ones)), start=Fraction(1))
        else:
            chance = _chance(frozenset().union(*open_ones))
        if chance:
            found[person] = chance
    return found
