"""What a person can ask about stakeholders: where they stand, and how that came about."""

from dataclasses import dataclass

from changedesk.impact import engagement
from changedesk.impact.power_interest import HIGH_FROM, Placing, placing, salience
from changedesk.impact.records import Stakeholder
from changedesk.people.days import today
from changedesk.people.records import Group
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class StakeholderRow:
    """A stakeholder as matrices show one. Numbers are None and levels empty where not rated.

    `people` is the headcount now of the group that a stakeholder stands for; None for everybody
    else and where it is unknown.
    """

    id: int
    code: str
    name: str
    role: str
    kind: str
    group: int | None
    people: int | None
    power: int | None
    interest: int | None
    stated: str
    legitimate: bool
    urgent: bool
    current: str
    desired: str

    @property
    def placing(self) -> Placing:
        """Return the quadrant by the numbers beside the stated one."""
        return placing(self.power, self.interest, self.stated)

    @property
    def salience(self) -> str:
        """Return the class by power, legitimacy and urgency; empty while the power is unknown."""
        if self.power is None:
            return ""
        powerful = self.power >= HIGH_FROM
        return salience(power=powerful, legitimate=self.legitimate, urgent=self.urgent)

    @property
    def gap(self) -> int | None:
        """Return how many levels of engagement are missing, None while it is not rated."""
        return engagement.gap(self.current, self.desired)

    @property
    def needs_action(self) -> bool:
        """Tell whether more engagement is wanted than there is."""
        return engagement.needs_action(self.current, self.desired)


def stakeholders(workspace: Workspace, project: int) -> list[StakeholderRow]:
    """Return the stakeholders of a project by name."""
    s = Stakeholder
    query = (
        s.select(
            s.id, s.code, s.name, s.role, s.kind, s.group, s.power, s.interest, s.quadrant,
            s.legitimate, s.urgent, s.current, s.desired, Group.headcount, Group.until,
        )
        .left_outer_join(Group, on=(s.group == Group.id))
        .where(s.project == project)
        .order_by(s.name, s.id)
    )  # fmt: skip
    day = today(workspace)
    return [
        StakeholderRow(
            row.id, row.code, row.name, row.role, row.kind, row.group,
            _people(row.kind, row.headcount, row.until, day),
            row.power, row.interest, row.quadrant, bool(row.legitimate), bool(row.urgent),
            row.current, row.desired,
        )
        for row in workspace.rows(query)
    ]  # fmt: skip


def _people(kind: str, headcount: int | None, until: str | None, day: str) -> int | None:
    if kind != "group":
        return None
    return 0 if until and until <= day else headcount
