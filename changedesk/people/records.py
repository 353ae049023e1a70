"""Projects, groups and people as records."""

from changedesk.store import fields as f
from changedesk.store.records import About, Record

PROJECT_STATUS = (
    f.Choice("planned", "Planned", "○"),
    f.Choice("running", "Running", "◐"),
    f.Choice("live", "Live", "✔"),
    f.Choice("stopped", "Stopped", "✖"),
)


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
    """People who are hit alike: a team, a shift, a site."""

    about = About("group", "Group", code_prefix="G", code_digits=2, title_field="name")
    code = f.code()
    name = f.text("Name", width=24, required=True)
    site = f.text("Site", width=14)
    headcount = f.integer("Headcount", unit="people", width=10)
    lead = f.text("Lead", width=18)

    class Meta:
        table_name = "people_group"


class Person(Record):
    """Somebody who tests, learns, answers or signs."""

    about = About("person", "Person", plural="People", title_field="name")
    name = f.text("Name", width=22, required=True, personal=True)
    email = f.text("E-mail", width=26, personal=True)
    role = f.text("Role", width=18)
    site = f.text("Site", width=14)
    group = f.reference("Group", Group, width=18)
    group_id: int | None
