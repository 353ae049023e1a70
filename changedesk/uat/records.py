"""Scripts, cycles, runs, results, evidence and defects as records.

A script's steps belong to a version of it. Once a run has started on a version its steps never
change: editing makes the next version, so every result keeps the text it was recorded against.
"""

from changedesk.people.records import Person, Project
from changedesk.store import fields as f
from changedesk.store.records import About, Derivation, Guard, Record, Rivals
from changedesk.uat import closed_cycles, words
from changedesk.uat.run_states import refresh_runs


class Requirement(Record):
    """What the new way of working must be able to do; a link says which scripts test it."""

    about = About("requirement", "Requirement", code_prefix="REQ")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=40, required=True)
    area = f.text("Area", "Folder or feature; “/” separates levels.", width=18)
    priority = f.choice("Priority", words.MOSCOW, default="must", width=10)
    description = f.long_text("Description")
    acceptance = f.long_text("Acceptance criteria", "How one sees that it is fulfilled.")
    source = f.text("Raised in", "Where it comes from: a workshop, a contract, a law.", width=16)
    source_system = f.text("Source", hidden=True, searched=False)
    source_id = f.text(
        "Source id", "What the file it came from calls it.", width=12, read_only=True
    )
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


class Script(Record):
    """A test script: what somebody does, step by step, to see whether the system serves people."""

    about = About("script", "Script", code_prefix="UAT")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=36, required=True)
    area = f.text("Area", "Folder or feature; “/” separates levels.", width=18)
    preconditions = f.long_text("Preconditions")
    test_data = f.long_text("Test data")
    priority = f.choice("Priority", words.PRIORITIES, default="medium", width=12)
    text = f.long_text(
        "Text", "What to do where it is not split into steps; then the whole is passed or failed."
    )
    minutes = f.integer("Estimate", unit="min", width=9)
    status = f.choice("Status", words.SCRIPT_STATUS, default="draft", width=10)
    requirements = f.text("Requirements", "References as the source wrote them.", width=16)
    source_system = f.text("Source", hidden=True, searched=False)
    source_id = f.text(
        "Source id", "What the file it came from calls it.", width=10, read_only=True
    )
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)
    version = f.integer("Version", width=8, read_only=True)


class ScriptVersion(Record):
    """The steps of a script as they were at one time."""

    about = About("script_version", "Script version", title_field="number")
    script = f.reference("Script", Script, required=True, owner=True)
    script_id: int
    number = f.integer("Number", read_only=True)


class Step(Record):
    """One step: what to do, with which data, and what to expect."""

    about = About("step", "Step", title_field="do")
    version = f.reference("Version", ScriptVersion, required=True, owner=True, hidden=True)
    version_id: int
    position = f.integer("No.", "Its place in the order.", width=5, read_only=True)
    do = f.long_text("Do", width=44)
    data = f.long_text("Data", width=22)
    expected = f.long_text("Expect", width=44)
    trials = f.integer("Tries", "How often it is tried; empty for a step done once.", width=7)
    threshold = f.integer("Pass at", "Share of tries that must pass.", unit="%", width=8)


class DataSet(Record):
    """One set of values of a data-driven script: it is run once with each."""

    about = About("data_set", "Data set", title_field="name")
    version = f.reference("Version", ScriptVersion, required=True, owner=True, hidden=True)
    version_id: int
    position = f.integer("No.", "Its place in the order.", width=5, read_only=True)
    name = f.text("Name", width=18)
    values = f.long_text("Values", "A line for each: name = value.", width=40)


class Cycle(Record):
    """One round of testing on one build."""

    about = About("cycle", "Cycle", code_prefix="CYC", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=28, required=True)
    purpose = f.long_text("Purpose", width=36)
    environment = f.text("Environment", width=16)
    build = f.text("Build", width=12)
    starts = f.date("Starts")
    ends = f.date("Ends")
    status = f.choice("Status", words.CYCLE_STATUS, default="planned", width=10)


class Criterion(Record):
    """A rule that a cycle must fulfil before it begins, or before it may end well."""

    about = About("criterion", "Criterion", plural="Criteria", title_field="wording")
    cycle = f.reference("Cycle", Cycle, required=True, owner=True, hidden=True)
    cycle_id: int
    kind = f.choice("Kind", words.CRITERION_KINDS, default="exit", width=9)
    wording = f.text("Criterion", width=44, required=True)
    measure = f.choice("Measure", words.MEASURES, default="checked", width=26)
    operator = f.choice("Compare", words.OPERATORS, default="at_least", width=10)
    target = f.integer("Target", width=8)
    scope = f.text("Only", "Priorities or severities that count, such as critical, high.", width=18)
    owner = f.text("Owner", width=16)
    met = f.yes_no("Ticked", "For what a person has to see to.")
    waiver = f.text("Waived because", width=30)
    waived_by = f.text("Waived by", width=16)
    waived_until = f.date("Waived until")


class Condition(Record):
    """What must still be done after a cycle was accepted with conditions."""

    about = About("condition", "Condition", title_field="wording")
    cycle = f.reference("Cycle", Cycle, required=True, owner=True, hidden=True)
    cycle_id: int
    wording = f.text("Condition", width=44, required=True)
    owner = f.text("Owner", width=16)
    due = f.date("Until")


class UatSession(Record):
    """People in a room (or a call) at a time, to run scripts of a cycle."""

    about = About("uat_session", "Session", title_field="site")
    cycle = f.reference("Cycle", Cycle, required=True, owner=True)
    cycle_id: int
    site = f.text("Site", width=18)
    starts = f.moment("Starts")
    minutes = f.integer("Length", unit="min", width=9)
    facilitator = f.reference("Facilitator", Person, width=18)
    facilitator_id: int | None
    remark = f.long_text("Remark", width=30)


class SessionTester(Record):
    """Somebody who is expected at a session, and whether he came."""

    about = About(
        "session_tester", "Tester of a session", plural="Testers of sessions",
        title_field="attendance",
    )  # fmt: skip
    session = f.reference("Session", UatSession, required=True, owner=True, hidden=True)
    session_id: int
    person = f.reference("Person", Person, required=True, width=20)
    person_id: int
    attendance = f.choice("Attendance", words.ATTENDANCE, default="expected", width=12)


class Run(Record):
    """A script in the hands of a tester in a cycle; each attempt is a run of its own."""

    about = About("run", "Run", title_field="attempt")
    cycle = f.reference("Cycle", Cycle, required=True)
    cycle_id: int
    script = f.reference("Script", Script, required=True)
    script_id: int
    version = f.reference("Version", ScriptVersion, required=True, hidden=True)
    version_id: int
    tester = f.reference("Tester", Person)
    tester_id: int | None
    data_set = f.reference("Data set", DataSet, width=14)
    data_set_id: int | None
    attempt = f.integer("Attempt", width=8, read_only=True)
    repeats = f.reference("Retest of", "self", hidden=True)
    repeats_id: int | None
    build = f.text("Build", width=12)
    started = f.moment("Started", read_only=True)
    ended = f.moment("Ended", "When the tester ended it before its last step.", read_only=True)
    state = f.choice("State", words.STATES, default="not_run", derived=True, width=18)
    steps = f.integer("Steps", derived=True)
    passed = f.integer("Passed", derived=True)
    failed = f.integer("Failed", derived=True)
    blocked = f.integer("Blocked", derived=True)
    skipped = f.integer("Skipped", derived=True)
    not_applicable = f.integer("Not applicable", derived=True)
    final = f.yes_no("Executed", derived=True)

    class Meta:
        indexes = ((("cycle", "state"), False), (("script", "cycle"), False))


class StepResult(Record):
    """What happened at a step: an event, only ever added, and withdrawn by undo.

    Without a step it is a verdict on the whole run, as files of other tools give it. `replaces`
    names, by UUID, the results of the same step that whoever recorded it had before him: two
    results that do not know of one another and differ make the step disputed.
    """

    about = About(
        "step_result", "Result", title_field="outcome", event=True,
        rivals=Rivals(("run", "step"), says="outcome", replaces="replaces", part="trial"),
    )  # fmt: skip
    run = f.reference("Run", Run, required=True)
    run_id: int
    step = f.reference("Step", Step)
    step_id: int | None
    outcome = f.choice("Outcome", words.OUTCOMES, required=True, width=14)
    actual = f.long_text("What happened", width=40)
    comment = f.long_text("Comment", width=30)
    tester = f.reference("Tester", Person)
    tester_id: int | None
    trial = f.integer("Try", "Which try of a trial step it was.", width=6)
    at = f.moment("Time")
    duration = f.integer("Duration", unit="s", width=9)
    build = f.text("Build", width=12)
    replaces = f.text("Replaces", hidden=True, searched=False)


class Evidence(Record):
    """A picture or file kept with a result; its bytes are kept once in the workspace."""

    about = About("evidence", "Evidence", plural="Evidence", title_field="name", event=True)
    result = f.reference("Result", StepResult, required=True)
    result_id: int
    content = f.text(
        "Content", "SHA-256 of the bytes.",
        hidden=True, searched=False, required=True, names_content=True,
    )  # fmt: skip
    media_type = f.text("Type", width=12, searched=False)
    name = f.text("File name", width=24)
    caption = f.text("Caption", width=30)
    size = f.integer("Size", unit="bytes", width=10)


class Defect(Record):
    """Something that does not do what these people need."""

    about = About("defect", "Defect", code_prefix="D")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=40, required=True)
    description = f.long_text("Description")
    severity = f.choice(
        "Severity", words.SEVERITIES, default="medium", width=12, rule=f.Rule.EVERY_VALUE
    )
    priority = f.choice("Priority", words.PRIORITIES, default="medium", width=12)
    status = f.choice(
        "Status", words.DEFECT_STATUS, default="new", width=16, rule=f.Rule.EVERY_VALUE
    )
    owner = f.text("Owner", width=16)
    vendor = f.text("Vendor", width=14)
    workaround = f.long_text("Workaround", "What people do until it is mended.", width=30)
    external_id = f.text("External id", width=12)
    cycle = f.reference("Cycle", Cycle, width=10)
    cycle_id: int | None
    script = f.reference("Script", Script, width=12)
    script_id: int | None
    result = f.reference("Raised from", StepResult, hidden=True)
    result_id: int | None
    build = f.text("Found in build", width=12)
    fixed_in = f.text("Fixed in build", width=12)
    found_by = f.reference("Found by", Person, width=16)
    found_by_id: int | None
    found = f.moment("Found", read_only=True)
    source_system = f.text("Source", hidden=True, searched=False)
    source_id = f.text("Source id", hidden=True)
    source_key = f.text("Source key", hidden=True, searched=False)
    further = f.long_text("Further", "What its source says beyond these fields.", hidden=True)


RECORDS: tuple[type[Record], ...] = (
    Requirement, Script, ScriptVersion, Step, DataSet, Cycle, Criterion, Condition, UatSession,
    SessionTester, Run, StepResult, Evidence, Defect,
)  # fmt: skip

DERIVATIONS = (
    Derivation(StepResult, "run", Run, refresh_runs),
    Derivation(Run, "id", Run, refresh_runs),
    Derivation(Step, "version", Run, refresh_runs, into="version"),
)

GUARDS = (
    Guard(Run, closed_cycles.refuse_runs),
    Guard(Criterion, closed_cycles.refuse_criteria),
    Guard(Condition, closed_cycles.refuse_conditions),
    Guard(UatSession, closed_cycles.refuse_sessions),
    Guard(SessionTester, closed_cycles.refuse_testers),
)
