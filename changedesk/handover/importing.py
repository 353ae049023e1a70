"""Takes in a file of the change side as one change, whichever areas its rows belong to."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from changedesk.exchange.change.drafts import ChangeDraft, ChangeImport, What
from changedesk.exchange.drafts import RowNote
from changedesk.exchange.making import Taken, taking
from changedesk.impact.importing import (
    take_communications,
    take_impacts,
    take_stakeholders,
)
from changedesk.people.importing import Cast, Directory
from changedesk.people.rosters import Stretch, take_duties
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.training.importing import (
    take_completions,
    take_courses,
    take_needs,
    take_ratings,
    take_sessions,
)
from changedesk.training.skill_matrices import take_skill_levels

_OF_PEOPLE: tuple[What, ...] = ("completion", "duty", "skill_level")


def import_change(
    workspace: Workspace, project: int, found: ChangeImport, *, only_try: bool = False
) -> Taken:
    """Take in all that a file says; the same file again adds nothing.

    Groups and people that it names are found or made. With `only_try` nothing is written.
    """
    taken = Taken()
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        cast = Cast(workspace, change)
        where = (workspace, change, project)
        # Impacts and needs make the groups that communications are addressed to.
        if impacts := found.of("impact"):
            take_impacts(*where, impacts, cast, taken)
        if needs := found.of("need"):
            take_needs(*where, needs, cast, taken)
        if stakeholders := [*found.of("stakeholder"), *found.of("role")]:
            take_stakeholders(*where, stakeholders, cast, taken)
        if communications := found.of("communication"):
            take_communications(*where, communications, cast, taken)
        if courses := found.of("course"):
            take_courses(*where, courses, taken)
        if sessions := found.of("session"):
            take_sessions(*where, sessions, taken)
        if ratings := found.of("reading"):
            take_ratings(*where, ratings, taken)
        if levels := found.of("skill_level"):
            take_skill_levels(*where, levels, cast, taken)
        if completions := found.of("completion"):
            take_completions(*where, completions, cast, taken)
        if duties := found.of("duty"):
            _take_roster(workspace, change, duties, cast, taken)
        taken.alter("person", cast.finish())
        taken.add("group", cast.made_groups)
        taken.add("person", cast.made_people)
    return taken


def _take_roster(
    workspace: Workspace,
    change: Change,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    told: dict[tuple[int, str], list[Stretch]] = defaultdict(list)
    for draft in drafts:
        values: dict[str, Any] = dict(draft.values)
        person = cast.person(draft.name("person"), values, cast.group(draft.name("group")))
        if person is not None:
            stretch = (values.get("starts"), values.get("ends"), str(values["kind"]))
            told[person, str(values["day"])].append(stretch)
    made, altered, unchanged = take_duties(workspace, change, told)
    taken.add("duty", made)
    taken.alter("duty", altered)
    taken.unchanged += unchanged


def unclear_people(workspace: Workspace, found: ChangeImport) -> list[RowNote]:
    """Return the rows that name somebody whom several people here may be: they are not taken."""
    people = Directory(workspace)
    unclear: dict[object, RowNote] = {}
    for draft in found.drafts:
        if draft.what not in _OF_PEOPLE or draft.where in unclear:
            continue
        name = draft.name("person")
        if len(people.find(name, draft.values)) > 1:
            unclear[draft.where] = RowNote(
                draft.where,
                f"several people here are called {name}: give the e-mail address or staff id",
            )
    return list(unclear.values())
