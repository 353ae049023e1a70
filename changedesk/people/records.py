"""Projects, groups and people as records."""

from changedesk.store import fields as f
from changedesk.store.records import About, Record

PROJECT_STATUS = (
    f.Choice("planned", "Planned", "○"),
    f.Choice("running", "Running", "◐"),
    f.Choice("live", "Live", "✔"),
    f.Choice("stopped", "Stopped", "✖"),
)
DUTY_KINDS = (f.Choice("work", "At work", "●"), f.Choice("away", "Away", "—"))


class Project(Record):
    """A change to how a customer-service operation works."""

    about = About("project", "Project", title_field="name")
    code = f.text(
        "Code", "Short, as people say it; unique in this workspace.",
        width=8, required=True, short_code=True,
    )  # fmt: skip
    name = f.text("Name", width=30, required=True)
    kind = f.text("Kind", "CRM migration, chatbot, new QA programme …", width=18)
    sponsor = f.text("Sponsor", width=18)
    manager = f.text("Manager", width=18)
    scope = f.long_text("Scope", "Who and what the change touches, and what it leaves alone.")
    objectives = f.long_text(
        "Objectives", "What must be better afterwards, and how one would notice."
    )
    go_live = f.date("Go-live")
    status = f.choice("Status", PROJECT_STATUS, default="planned")


class Group(Record):
    """People who are hit alike: a team, a shift, a site.

    `headcount` is today's; what it was on other days are HeadcountReadings. A group that was
    merged or split stays, with the day it ended on, so that its past can still be told.
    """

    about = About("group", "Group", code_prefix="G", code_digits=2, title_field="name")
    code = f.code()
    name = f.text("Name", width=24, required=True)
    parent = f.reference("Part of", "self", width=18)
    parent_id: int | None
    site = f.text("Site", width=14)
    shift = f.text("Shift", width=12)
    headcount = f.integer("Headcount", unit="people", width=10, least=0)
    lead = f.text("Lead", width=18)
    systems = f.text("Systems", "What these people work with every day.", width=20)
    adopted_when = f.long_text("Adopted when", "How one sees that they use the new way.", width=30)
    considerations = f.long_text("Considerations", "What is special about this group.", width=30)
    resistance = f.long_text("Expected resistance", width=30)
    tactics = f.long_text("Tactics", width=30)
    capacity = f.integer(
        "Capacity for change", "Hours a person can give to change in a month.",
        unit="hours", width=10, least=0,
    )  # fmt: skip
    off_floor = f.integer(
        "Off the floor at once", "The largest share that may be away from work together.",
        unit="%", width=10, least=0, most=100,
    )  # fmt: skip
    since = f.date("Since")
    until = f.date("Until", "The day it was merged, split or closed.")

    class Meta:
        table_name = "people_group"


class HeadcountReading(Record):
    """How many people a group had on a day."""

    about = About(
        "headcount_reading", "Headcount on a day", plural="Headcounts", title_field="taken",
        event=True,
    )  # fmt: skip
    group = f.reference("Group", Group, required=True, owner=True)
    group_id: int
    taken = f.date("On", required=True)
    people = f.integer("People", required=True, least=0)


class Person(Record):
    """Somebody who tests, learns, answers or signs."""

    about = About("person", "Person", plural="People", title_field="name")
    name = f.text("Name", width=22, required=True, personal=True)
    email = f.text("E-mail", width=26, personal=True)
    role = f.text("Role", width=18)
    site = f.text("Site", width=14)
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    staff_id = f.text("Staff id", "What rosters and training systems call them.", width=12)


class Membership(Record):
    """That somebody was in a group for a time; without an end, until now."""

    about = About("membership", "Membership", title_field="since")
    person = f.reference("Person", Person, required=True, owner=True)
    person_id: int
    group = f.reference("Group", Group, required=True)
    group_id: int
    since = f.date("Since")
    until = f.date("Until")


class Duty(Record):
    """A stretch of one day on which somebody is at work or away, as a roster says."""

    about = About("duty", "Duty", plural="Duties", title_field="day")
    person = f.reference("Person", Person, required=True, owner=True)
    person_id: int
    day = f.date("Day", required=True)
    starts = f.integer("From", "Minutes after midnight.", unit="min", least=0, most=1440)
    ends = f.integer("To", "Minutes after midnight.", unit="min", least=0, most=2880)
    kind = f.choice("Kind", DUTY_KINDS, default="work", width=10)


class BusyPeriod(Record):
    """Days on which little or nothing else can be asked of a group, or of everybody."""

    about = About("busy_period", "Busy period", title_field="why")
    group = f.reference("Group", Group, "Empty for everybody.", width=18)
    group_id: int | None
    starts = f.date("From", required=True)
    ends = f.date("To", required=True)
    why = f.text("Why", "Peak season, stock-taking, a freeze …", width=24)
    capacity = f.integer(
        "Capacity left", "Share of the usual capacity for change; 0 for none.",
        unit="%", least=0, most=100, width=10,
    )  # fmt: skip


RECORDS: tuple[type[Record], ...] = (
    Project, Group, HeadcountReading, Person, Membership, Duty, BusyPeriod,
)  # fmt: skip
