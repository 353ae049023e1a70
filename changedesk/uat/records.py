"""Scripts, cycles, runs, results, evidence and defects as records.

A script's steps belong to a version of it. Once a run has started on a version its steps never
change: editing makes the next version, so every result keeps the text it was recorded against.
"""

from changedesk.people.records import Person, Project
from changedesk.store import fields as f
from changedesk.store.records import About, Derivation, Record
from changedesk.uat import words
from changedesk.uat.run_states import refresh_runs


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
    minutes = f.integer("Estimate", unit="min", width=9)
    status = f.choice("Status", words.SCRIPT_STATUS, default="draft", width=10)
    requirements = f.text("Requirements", "References as the source wrote them.", width=16)
    source_system = f.text("Source", hidden=True, searched=False)
    source_id = f.text(
        "Source id", "What the file it came from calls it.", width=10, read_only=True
    )
    source_key = f.text("Source key", hidden=True, searched=False)
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
    attempt = f.integer("Attempt", width=8, read_only=True)
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

    about = About("step_result", "Result", title_field="outcome", event=True)
    run = f.reference("Run", Run, required=True)
    run_id: int
    step = f.reference("Step", Step)
    step_id: int | None
    outcome = f.choice("Outcome", words.OUTCOMES, required=True, width=14)
    actual = f.long_text("What happened", width=40)
    comment = f.long_text("Comment", width=30)
    tester = f.reference("Tester", Person)
    tester_id: int | None
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


RECORDS: tuple[type[Record], ...] = (
    Script, ScriptVersion, Step, Cycle, Run, StepResult, Evidence, Defect,
)  # fmt: skip

DERIVATIONS = (
    Derivation(StepResult, "run", Run, refresh_runs),
    Derivation(Run, "id", Run, refresh_runs),
)
