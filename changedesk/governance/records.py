"""Decisions about the project as a whole as records."""

from changedesk.people.records import Project
from changedesk.store import fields as f
from changedesk.store.records import About, Record

VALUES = (
    f.Choice("go", "Go", "✔"),
    f.Choice("go_with_conditions", "Go with conditions", "✔*"),
    f.Choice("no_go", "No go", "✖"),
    f.Choice("deferred", "Deferred", "➔"),
)


class GoNoGo(Record):
    """Whether to go live, decided on a day; it is signed like a cycle is."""

    about = About("go_no_go", "Go/no-go decision", code_prefix="GNG", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=34, required=True)
    day = f.date("Day")
    value = f.choice("Decision", VALUES, width=18, rule=f.Rule.EVERY_VALUE)
    reasons = f.long_text("Reasons", width=40)
    conditions = f.long_text("Conditions", width=40)
    owner = f.text("Owner", width=16)


RECORDS: tuple[type[Record], ...] = (GoNoGo,)
