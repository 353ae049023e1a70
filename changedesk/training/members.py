"""Who is in which group on a day, people of its sub-groups included."""

from collections import defaultdict
from collections.abc import Mapping

from changedesk.people.days import holds
from changedesk.people.group_counts import lineage
from changedesk.store.engine import Sql


def members_on(sql: Sql, day: str) -> dict[int, frozenset[int]]:
    """Return the people of each group on a day.

    Memberships with their dates decide; of somebody without any, the group that the person names.
    """
    direct: dict[int, set[int]] = defaultdict(set)
    dated = set()
    for person, group, since, until in sql.rows(
        "SELECT person_id, group_id, since, until FROM membership"
    ):
        dated.add(person)
        if holds(since, until, day):
            direct[group].add(person)
    for person, group in sql.rows("SELECT id, group_id FROM person WHERE group_id IS NOT NULL"):
        if person not in dated:
            direct[group].add(person)
    parents = dict(sql.rows("SELECT id, parent_id FROM people_group"))
    found: dict[int, set[int]] = defaultdict(set)
    for group, people in direct.items():
        for above in lineage(parents, group):
            found[above] |= people
    return {group: frozenset(people) for group, people in found.items()}


def groups_of(members: Mapping[int, frozenset[int]]) -> dict[int, frozenset[int]]:
    """Return the groups of each person, turned round from the members of each group."""
    found: dict[int, set[int]] = defaultdict(set)
    for group, people in members.items():
        for person in people:
            found[person].add(group)
    return {person: frozenset(groups) for person, groups in found.items()}
