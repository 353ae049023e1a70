"""All groups together: each person counts once, however many groups ask something of them.

A group and its sub-groups share their people, and somebody may work in two teams: the sum over
groups would count them twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from changedesk.people.group_counts import counted_once
from changedesk.people.shares import Share
from changedesk.training.members import groups_of
from changedesk.training.readiness import Evidence, NeedFact, asked_of, standing_of_group


@dataclass(frozen=True)
class Together:
    """The people of all groups trained, and expected by go-live, of those required."""

    trained: Share
    expected: Share


@dataclass(frozen=True)
class AskedOf:
    """What is asked of a group, and of whom; `members` are those known by name."""

    needs: Sequence[NeedFact]
    members: frozenset[int]

    @property
    def wanted(self) -> int:
        """Return how many of the group must be trained."""
        return max((need.wanted for need in self.needs), default=0)


@dataclass(frozen=True)
class _Counted:
    required: int = 0
    trained: int = 0
    expected: int = 0

    def __add__(self, other: "_Counted") -> "_Counted":
        return _Counted(
            self.required + other.required,
            self.trained + other.trained,
            self.expected + other.expected,
        )


def all_together(
    groups: Mapping[int, AskedOf], parents: Mapping[int, int | None], known: Evidence
) -> Together:
    """Return where all groups stand together.

    Somebody of whom several groups ask something counts once, and as trained when all of it is
    done. What a group asks beyond these, of some of its people or of more than are known by name,
    is added, of a group and its sub-groups the greater.
    """
    whole = {key: needs for key, group in groups.items() if (needs := _of_everybody(group))}
    named = groups_of({key: groups[key].members for key in whole})
    counted = sum(_of_named(whole, named, known), _Counted())
    rest = {key: _beyond(group, named, known) for key, group in groups.items()}
    required = {key: one.required for key, one in rest.items()}
    counted = sum((rest[key] for key in counted_once(required, parents)), counted)
    return Together(
        Share(counted.trained, counted.required), Share(counted.expected, counted.required)
    )


def _of_everybody(group: AskedOf) -> list[NeedFact]:
    needs, every = asked_of(group.needs)
    return needs if every and group.wanted >= len(group.members) else []


def _of_named(
    whole: Mapping[int, list[NeedFact]], named: Mapping[int, frozenset[int]], known: Evidence
) -> Iterable[_Counted]:
    # People of whom the same groups ask something are judged at once.
    alike: dict[frozenset[int], set[int]] = defaultdict(set)
    for person, own in named.items():
        alike[own].add(person)
    facts = known.split({person: (own,) for person, own in named.items()})
    for own, people in alike.items():
        needs = [need for key in sorted(own) for need in whole[key]]
        standing = standing_of_group(needs, people, facts[own])
        yield _Counted(len(people), len(standing.attended), int(standing.forecast))


def _beyond(group: AskedOf, named: Collection[int], known: Evidence) -> _Counted:
    others = frozenset(one for one in group.members if one not in named)
    required = max(0, group.wanted - len(group.members) + len(others))
    if not (required and others):
        return _Counted(required)
    standing = standing_of_group(group.needs, others, known)
    return _Counted(
        required, min(len(standing.attended), required), min(int(standing.forecast), required)
    )
