"""Who has not answered: by name where the survey tells who answered, and nowhere else."""

from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.survey.queries import WaveRow
from changedesk.survey.viewing import Told


def missing_people(workspace: Workspace, told: Told, wave: WaveRow) -> dict[int, tuple[str, ...]]:
    """Return the names of those in the groups invited who gave no complete answer, by group.

    Empty for a survey that is not identified: there, nobody is told from anybody else.
    """
    if told.survey.mode != "identified":
        return {}
    groups = {one.group for one in told.invited if one.wave == wave.id and one.group is not None}
    answered = {one.person for one in told.of(wave) if one.person is not None and not one.partial}
    rows = workspace.rows(
        Person.select(Person.id, Person.name, Person.group)
        .where(Person.group.in_(groups))
        .order_by(Person.name, Person.id)
    )
    names: dict[int, list[str]] = {group: [] for group in groups}
    for row in rows:
        if row.id not in answered:
            names[row.group].append(row.name)
    return {group: tuple(found) for group, found in names.items()}
