"""Takes the levels of a matrix of skills in as readings of proficiency."""

from collections.abc import Sequence

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.making import Taken
from changedesk.people.days import today
from changedesk.people.importing import Cast, folded
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.training.records import ProficiencyReading, Skill


def take_skill_levels(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    """Add a reading where somebody's level differs from the newest; skills and people are made."""
    skills = _Skills(workspace, change, project, taken)
    day = today(workspace)
    newest = {
        (row.person, row.skill): row.level
        for row in workspace.rows(
            ProficiencyReading.select()
            .where((ProficiencyReading.project == project) & (ProficiencyReading.taken <= day))
            .order_by(ProficiencyReading.taken, ProficiencyReading.id)
        )
        if row.level is not None
    }
    fresh = []
    for draft in drafts:
        group = cast.group(draft.name("group"))
        person = cast.person(draft.name("person"), draft.values, group)
        if person is None:
            continue
        skill, level = skills.called(draft.name("skill")), draft.values["level"]
        if newest.get((person, skill)) == level:
            taken.unchanged += 1
            continue
        newest[person, skill] = int(level)
        fresh.append({
            "project": project, "taken": day, "kirkpatrick": "2", "person": person,
            "skill": skill, "level": level, "measure": "Matrix of skills",
        })  # fmt: skip
    change.add_many(ProficiencyReading, fresh)
    taken.add("proficiency_reading", len(fresh))
    if fresh:
        taken.warnings.append(
            f"The file gives no day for its {len(fresh)} levels: they stand under {day}."
        )


class _Skills:
    """The skills of a project by title, made where there is none."""

    def __init__(self, workspace: Workspace, change: Change, project: int, taken: Taken) -> None:
        self._change, self._project, self._taken = change, project, taken
        rows = workspace.rows(Skill.select(Skill.id, Skill.title).where(Skill.project == project))
        self._known = {folded(row.title): int(row.id) for row in rows}

    def called(self, title: str) -> int:
        """Return the skill of this title."""
        key = folded(title)
        if key not in self._known:
            self._known[key] = int(self._change.add(Skill(project=self._project, title=title)).id)
            self._taken.add("skill")
        return self._known[key]
