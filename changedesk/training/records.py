"""Skills, needs, courses, sessions, enrolments, attendance and proficiency as records.

What happened is an event that is only ever added: attendance and readings. What an enrolment or a
person is “now” is computed from them.
"""

from changedesk.people.records import Group, Person, Project
from changedesk.store import fields as f
from changedesk.store.records import About, Derivation, Record
from changedesk.training import words
from changedesk.training.enrolment_states import refresh_enrolments


class Skill(Record):
    """Something that people must be able to do."""

    about = About("skill", "Skill", code_prefix="SK", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Skill", width=30, required=True)
    description = f.long_text("Description", "How one sees that somebody can.", width=36)


class Course(Record):
    """What is taught: a class, a recording to watch, a job aid to read."""

    about = About("course", "Course", code_prefix="CO", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=32, required=True)
    objectives = f.long_text("Objectives", width=34)
    audience = f.text("Audience", width=22)
    minutes = f.integer("Length", unit="min", width=8, least=0)
    mode = f.choice("Mode", words.MODES, default="classroom", width=16)
    trainer = f.text("Trainer", width=16)
    capacity = f.integer("Seats", "Of one session.", width=7, least=1)
    no_show = f.integer(
        "No-shows expected", "Share of those invited who do not come.",
        unit="%", width=9, least=0, most=90,
    )  # fmt: skip
    materials = f.text("Materials", "Their version and where they are.", width=20)
    materials_ready = f.date("Materials ready on")
    pass_score = f.integer("Pass at", unit="%", width=8, least=0, most=100)
    owner = f.text("Owner", width=16)
    status = f.choice("Status", words.COURSE_STATUS, default="draft", width=10)
    remark = f.long_text("Remark", width=26)
    source_id = f.text("Source id", "What its file calls it.", width=10, read_only=True)
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


class CourseSkill(Record):
    """The level of a skill that somebody has after a course."""

    about = About("course_skill", "Skill of a course", plural="Skills of courses",
                  title_field="level")  # fmt: skip
    course = f.reference("Course", Course, required=True, owner=True, hidden=True)
    course_id: int
    skill = f.reference("Skill", Skill, required=True, width=24)
    skill_id: int
    level = f.integer("Level afterwards", words.LEVEL_HELP, least=0, most=4)


class Need(Record):
    """That a group must reach a level of a skill."""

    about = About("need", "Training need", code_prefix="TN", title_field="title")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Need", width=30, required=True)
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    role = f.text("Role", width=16)
    skill = f.reference("Skill", Skill, width=22)
    skill_id: int | None
    required = f.integer("Required", words.LEVEL_HELP, least=0, most=4)
    current = f.integer("Current", words.LEVEL_HELP, least=0, most=4)
    people = f.integer("People", "Empty for the whole group.", unit="people", least=0)
    criticality = f.choice("Criticality", words.CRITICALITIES, default="must", width=11)
    method = f.choice("Method", words.MODES, width=16)
    course = f.reference("Course", Course, width=18)
    course_id: int | None
    owner = f.text("Owner", width=16)
    status = f.choice("Status", words.NEED_STATUS, default="open", width=10)
    remark = f.long_text("Remark", width=26)
    source_id = f.text("Source id", "What its file calls it.", width=10, read_only=True)
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


COMPLETIONS = "completions"
"""The source key of the session that completions without a session of their own go to.

Nobody gave it: it has neither the trainer nor the seats of its course.
"""


class TrainingSession(Record):
    """A course given at a time and a place."""

    about = About("training_session", "Training session", code_prefix="TS", title_field="place")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    course = f.reference("Course", Course, required=True, width=24)
    course_id: int
    code = f.code()
    starts = f.moment("Starts")
    minutes = f.integer("Length", "Empty for that of the course.", unit="min", least=0)
    time_zone = f.text("Time zone", "Such as Europe/London; empty for this computer's.", width=14)
    place = f.text("Place or link", width=20)
    trainer = f.text("Trainer", width=16)
    capacity = f.integer("Seats", "Empty for those of the course.", width=7, least=1)
    cost = f.integer("Cost", "In whole units of the project's currency.", width=8, least=0)
    fixed = f.yes_no("Fixed", "A proposal leaves it alone.")
    status = f.choice("Status", words.SESSION_STATUS, default="planned", width=10)
    remark = f.text("Remark", width=26)
    source_key = f.text("Source key", hidden=True, searched=False)


class Enrolment(Record):
    """A person in a session; what became of it is told by the attendance."""

    about = About("enrolment", "Enrolment", title_field="state")
    session = f.reference("Session", TrainingSession, required=True, owner=True, width=20)
    session_id: int
    person = f.reference("Person", Person, required=True, width=20)
    person_id: int
    invitation = f.choice("Invitation", words.INVITATIONS, default="invited", width=11)
    fixed = f.yes_no("Fixed", "A proposal leaves it alone.")
    walk_in = f.yes_no("Walk-in", "Came without being invited.")
    retrain = f.yes_no("Retrain")
    state = f.choice("State", words.ENROLMENT_STATES, default="invited", derived=True, width=11)

    class Meta:
        indexes = ((("session", "person"), False), (("person", "state"), False))


class Attendance(Record):
    """What became of an enrolment: an event; the newest one counts."""

    about = About("attendance", "Attendance", plural="Attendance", title_field="outcome",
                  event=True)  # fmt: skip
    enrolment = f.reference("Enrolment", Enrolment, required=True)
    enrolment_id: int
    outcome = f.choice("Attendance", words.ATTENDANCES, required=True, width=11)
    minutes = f.integer("Minutes", unit="min", least=0)
    score = f.integer("Score", unit="%", least=0, most=100)
    passed = f.yes_no("Passed")
    at = f.moment("Noted at")
    remark = f.text("Remark", width=26)


class ProficiencyReading(Record):
    """What somebody, or a group, could do on a day: a level of Kirkpatrick with its figure."""

    about = About("proficiency_reading", "Reading of proficiency",
                  plural="Readings of proficiency", title_field="measure", event=True)  # fmt: skip
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    taken = f.date("On", required=True)
    kirkpatrick = f.choice("Level", words.KIRKPATRICK, default="2", required=True, width=12)
    course = f.reference("Course", Course, width=18)
    course_id: int | None
    person = f.reference("Person", Person, width=18)
    person_id: int | None
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    skill = f.reference("Skill", Skill, width=18)
    skill_id: int | None
    occasion = f.choice("When", words.OCCASIONS, width=18)
    measure = f.text("Measure", "A test, a checklist, a score of quality …", width=20)
    value = f.integer("Value", least=0)
    maximum = f.integer("Out of", least=1)
    level = f.integer("Skill level seen", words.LEVEL_HELP, least=0, most=4)
    observer = f.text("Observer", width=16)
    remark = f.text("Remark", width=26)


RECORDS: tuple[type[Record], ...] = (
    Skill, Course, CourseSkill, Need, TrainingSession, Enrolment, Attendance, ProficiencyReading,
)  # fmt: skip

DERIVATIONS = (
    Derivation(Attendance, "enrolment", Enrolment, refresh_enrolments),
    Derivation(Enrolment, "id", Enrolment, refresh_enrolments),
)
