"""Stakeholders, impacts, readings of readiness, resistance and communications as records.

Where two people rated apart, both values are kept until somebody decides: severities, powers and
attitudes are never overwritten unseen. The journal tells who gave which rating, when and why.
"""

from changedesk.impact import words
from changedesk.people.records import Group, Person, Project
from changedesk.store import fields as f
from changedesk.store.records import About, Record

_SOURCE = "What the file it came from calls it."
_BOTH = f.Rule.EVERY_VALUE


class Stakeholder(Record):
    """A person, a group or an outside party who can help or hinder the change."""

    about = About("stakeholder", "Stakeholder", code_prefix="SH", title_field="name")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    name = f.text("Name", width=24, required=True, personal=True)
    role = f.text("Role", width=20)
    organisation = f.text("Organisation", width=18)
    kind = f.choice("Kind", words.STAKEHOLDER_KINDS, default="person", width=12)
    group = f.reference("Group", Group, width=16)
    group_id: int | None
    person = f.reference("Person", Person, width=16)
    person_id: int | None
    power = f.integer("Power", "1 to 5.", least=1, most=5, rule=_BOTH)
    interest = f.integer("Interest", "1 to 5.", least=1, most=5, rule=_BOTH)
    influence = f.integer("Influence", "1 to 5.", least=1, most=5, rule=_BOTH)
    impact = f.integer("Impact", "How hard it hits them, 1 to 5.", least=1, most=5, rule=_BOTH)
    power_said = f.text("Power, as said", width=12, read_only=True)
    interest_said = f.text("Interest, as said", width=12, read_only=True)
    influence_said = f.text("Influence, as said", width=12, read_only=True)
    impact_said = f.text("Impact, as said", width=12, read_only=True)
    quadrant = f.choice(
        "Stated quadrant", words.QUADRANTS, "What its author decided; shown beside ours.", width=16
    )
    legitimate = f.yes_no("Legitimate", "They have a right to be heard.")
    urgent = f.yes_no("Urgent", "They cannot wait.")
    current = f.choice("Current", words.ENGAGEMENTS, "How engaged they are.", width=12, rule=_BOTH)
    desired = f.choice("Desired", words.ENGAGEMENTS, "How engaged they must be.", width=12)
    attitude = f.text("Attitude", "In words, with the reason.", width=20)
    expectations = f.long_text("Expectations", width=28)
    requirements = f.long_text("Requirements", width=28)
    concerns = f.long_text("Concerns", width=28)
    gain = f.long_text("What is in it for them", width=28)
    strategy = f.long_text("Strategy", "How they are brought along.", width=28)
    channel = f.text("Preferred channel", width=16)
    frequency = f.text("How often", width=12)
    raci = f.choice("RACI", words.RACI, width=12)
    manager = f.text("Manager", width=16)
    location = f.text("Location, hours", width=16)
    contact = f.text("Contact", width=22, personal=True)
    owner = f.text("Owner", width=16)
    private_note = f.long_text(
        "Private note", "Stays here: exported only when that is asked for.",
        private=True, searched=False,
    )  # fmt: skip
    source_id = f.text("Source id", _SOURCE, width=10, read_only=True)
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


class Impact(Record):
    """What changes for a group in one aspect, seen by the project and by the group itself."""

    about = About("impact", "Impact", code_prefix="CI")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=34, required=True)
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    aspect = f.choice("Aspect", words.ASPECTS, default="processes", width=18)
    system = f.text("System or process", width=16)
    as_is = f.long_text("Today", width=30)
    to_be = f.long_text("Tomorrow", width=30)
    differs = f.long_text("Stops, starts, continues", width=26)
    direction = f.choice("Direction", words.DIRECTIONS, default="burden", width=11)
    severity = f.integer(
        "Severity", f"The project's view. {words.SEVERITY_HELP}", least=0, most=5, rule=_BOTH
    )
    group_severity = f.integer(
        "Group's view", f"The group's own view. {words.SEVERITY_HELP}",
        least=0, most=5, rule=_BOTH,
    )  # fmt: skip
    reason = f.text("Why this severity", width=24)
    people = f.integer(
        "People", "How many it hits; empty for the whole group.", least=0, unit="people"
    )
    starts = f.date("From")
    ends = f.date("To")
    phase = f.choice("Phase", words.PHASES, width=14)
    minutes = f.integer("Time each", "To learn and to attend.", unit="min", least=0)
    frequency = f.text("How often", "How often the task is done.", width=12)
    confidence = f.choice("Confidence", words.CONFIDENCES, default="medium", width=11)
    validated_by = f.text("Validated by", width=16)
    validated_on = f.date("Validated on")
    residual = f.integer(
        "Residual", "The severity that is left after what is done.", least=0, most=5, rule=_BOTH
    )
    status = f.choice("Status", words.IMPACT_STATUS, default="draft", width=12, rule=_BOTH)
    owner = f.text("Owner", width=16)
    remark = f.long_text("Remark", width=26)
    source_id = f.text("Source id", _SOURCE, width=10, read_only=True)
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


class Mitigation(Record):
    """One thing that is done about an impact."""

    about = About("mitigation", "Mitigation", title_field="what")
    impact = f.reference("Impact", Impact, required=True, owner=True, width=12)
    impact_id: int
    kind = f.choice("Kind", words.MITIGATIONS, default="comms", width=16)
    what = f.text("What", width=36)
    owner = f.text("Owner", width=16)
    due = f.date("Due")
    status = f.choice("Status", words.STEP_STATUS, default="open", width=10)


class AdkarReading(Record):
    """How far a person or a group is on a day: each element 1 to 5."""

    about = About(
        "adkar_reading", "ADKAR reading", title_field="taken", event=True,
    )  # fmt: skip
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    taken = f.date("On", required=True)
    person = f.reference("Person", Person, width=18)
    person_id: int | None
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    wave = f.text("Wave", width=12)
    source = f.choice("Source", words.READING_SOURCES, default="workshop", width=12)
    awareness = f.integer("Awareness", least=1, most=5)
    desire = f.integer("Desire", least=1, most=5)
    knowledge = f.integer("Knowledge", least=1, most=5)
    ability = f.integer("Ability", least=1, most=5)
    reinforcement = f.integer("Reinforcement", least=1, most=5)
    reason = f.long_text("Why", width=30)


class Assessment(Record):
    """A questionnaire about the project, the organisation or a sponsor, answered on a day."""

    about = About("assessment", "Assessment", title_field="taken")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    kind = f.choice("Kind", words.ASSESSMENTS, default="pct", required=True, width=22)
    taken = f.date("On", required=True)
    assessor = f.text("Assessed by", width=18)
    group = f.reference("Group", Group, "Where it is about one group.", width=18)
    group_id: int | None
    subject = f.text("About", "The sponsor, for instance.", width=18)
    remark = f.long_text("Remark", width=30)


class AssessmentAnswer(Record):
    """The answer to one item of an assessment; without a value it was left blank."""

    about = About("assessment_answer", "Answer of an assessment",
                  plural="Answers of assessments", title_field="item")  # fmt: skip
    assessment = f.reference("Assessment", Assessment, required=True, owner=True, hidden=True)
    assessment_id: int
    item = f.text("Item", required=True, width=20)
    value = f.integer("Value", least=1, most=5)
    remark = f.text("Remark", width=30)


class Champion(Record):
    """Somebody who speaks for the change in a group."""

    about = About("champion", "Champion", title_field="since")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    person = f.reference("Person", Person, required=True, width=20)
    person_id: int
    group = f.reference("Group", Group, required=True, width=18)
    group_id: int
    since = f.date("Since")
    until = f.date("Until")
    remark = f.text("Remark", width=26)


class ResistanceEntry(Record):
    """Resistance that was seen or heard, its root, and what is done about it."""

    about = About("resistance_entry", "Resistance", plural="Resistance log", code_prefix="RS")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("What was seen or heard", width=36, required=True)
    raised = f.date("On")
    stakeholder = f.reference("Stakeholder", Stakeholder, width=18)
    stakeholder_id: int | None
    group = f.reference("Group", Group, width=16)
    group_id: int | None
    root = f.choice("Root", words.ADKAR, "The element that is missing.", width=14)
    strength = f.integer("Strength", "1 mild to 5 strong.", least=1, most=5)
    action = f.long_text("What we do", width=30)
    owner = f.text("Owner", width=16)
    due = f.date("Due")
    status = f.choice("Status", words.RESISTANCE_STATUS, default="open", width=11)


class SponsorAction(Record):
    """One thing that a sponsor does for the change: a step of the sponsor roadmap."""

    about = About("sponsor_action", "Sponsor action", title_field="action")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    sponsor = f.text("Sponsor", width=18)
    role = f.choice("Role", words.SPONSOR_ROLES, default="active", width=18)
    action = f.text("Action", width=40, required=True)
    due = f.date("Due")
    done = f.date("Done on")
    status = f.choice("Status", words.STEP_STATUS, default="open", width=10)
    remark = f.text("Remark", width=26)


class Communication(Record):
    """A message: to whom, by whom, about what, through which channel, when.

    `occasion` is what its plan says in words: a recurrence (“Every Wednesday”), an event (“At each
    phase gate”) or nothing where `planned` gives the day.
    """

    about = About("communication", "Communication", code_prefix="COM")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Objective", width=32, required=True)
    audience = f.text("Audience", "In words; the groups it reaches are linked.", width=22)
    element = f.choice("ADKAR element", words.ADKAR, width=14)
    message = f.long_text("Key message", width=36)
    gain = f.long_text("What is in it for them", width=26)
    sender = f.text("Sender", width=16)
    approver = f.text("Approver", width=16)
    channel = f.text("Channel", width=14)
    medium = f.text("Medium", width=14)
    occasion = f.text(
        "When, in words", "Every Monday, every 2 weeks, 15th of every month; or an event.", width=20
    )
    planned = f.date("Planned")
    ends = f.date("Repeats until")
    announces = f.date("Announces", "The day that it speaks of.")
    minutes = f.integer("Time each", "What it takes of each reader.", unit="min", least=0)
    feedback = f.text("Feedback by", width=16)
    check_question = f.text("Check question", "Shows whether it was understood.", width=24)
    escalation = f.text("Escalation", width=16)
    owner = f.text("Owner", width=16)
    status = f.choice("Status", words.COMMUNICATION_STATUS, default="draft", width=12)
    remark = f.long_text("Remark", width=26)
    source_id = f.text("Source id", _SOURCE, width=10, read_only=True)
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


class MessageSent(Record):
    """That a communication went out on a day, and whom it reached."""

    about = About(
        "message_sent", "Message sent", plural="Messages sent", title_field="sent", event=True
    )
    communication = f.reference("Communication", Communication, required=True, owner=True)
    communication_id: int
    sent = f.date("Sent on", required=True)
    recipients = f.integer("Recipients", least=0)
    opened = f.integer("Opened", least=0)
    attended = f.integer("Attended", least=0)
    remark = f.text("Remark", width=26)


RECORDS: tuple[type[Record], ...] = (
    Stakeholder, Impact, Mitigation, AdkarReading, Assessment, AssessmentAnswer, Champion,
    ResistanceEntry, SponsorAction, Communication, MessageSent,
)  # fmt: skip
