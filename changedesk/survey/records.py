"""Surveys, their waves and answers, adoption measures and benefits as records.

A response is an event and holds all its answers, so that what a person said stays together. In
anonymous mode there is no response: the answers lie sealed outside the journal, and only a batch
of them is told of (see `changedesk.store.sealed`).
"""

from changedesk.people.records import Group, Person, Project
from changedesk.store import fields as f
from changedesk.store.records import About, Record
from changedesk.survey import words


class Survey(Record):
    """What is asked, of whom, and what is promised to those who answer."""

    about = About("survey", "Survey", code_prefix="SV", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=34, required=True)
    purpose = f.long_text("Purpose", "What is decided with its answers.", width=36)
    mode = f.choice("Mode", words.MODES, default="confidential", width=13)
    min_cell = f.integer(
        "Smallest group shown", "3 to 10; empty for 5.", unit="people", width=9, least=3, most=10
    )
    welcome = f.long_text("Welcome", "Read before the first question.", width=36)
    thanks = f.long_text("Thanks", "Read after the last question.", width=36)
    layout = f.choice("Shown", words.LAYOUTS, default="one", width=20)
    linked = f.yes_no("Linked by a code", "People make a code of their own that pairs their waves.")
    status = f.choice("Status", words.STATUS, default="planned", width=10)
    owner = f.text("Owner", width=16)
    remark = f.long_text("Remark", width=26)
    ready = f.text("Ready survey", "Which of our own it was made from.", hidden=True)
    source_key = f.text("Source key", hidden=True, searched=False)


class Question(Record):
    """One thing that is asked. Its key stays the same over all waves."""

    about = About("question", "Question", title_field="text")
    survey = f.reference("Survey", Survey, required=True, owner=True, hidden=True)
    survey_id: int
    position = f.integer("No.", "Its place in the order.", width=5, read_only=True)
    key = f.text("Key", "Stays the same over all waves.", width=12, required=True)
    kind = f.choice("Kind", words.KINDS, default="likert", width=20)
    text = f.long_text("Question", width=44, required=True)
    help = f.long_text("Help", width=26)
    block = f.text("Grid", "What the rows of one grid have in common.", width=24)
    scale = f.text("Scale", "Questions of one scale share their answers.", width=14)
    required = f.yes_no("Required")
    relevant = f.text("Only if", "Such as ${used} = 'yes'.", width=22, searched=False)
    reverse = f.yes_no("Reversed", "Agreeing is bad news.")
    element = f.choice("ADKAR", words.ELEMENTS, width=14)
    construct = f.text("Measures", "Items of one construct make a score.", width=16)
    least = f.integer("Least", width=7)
    most = f.integer("Most", width=7)

    class Meta:
        indexes = ((("survey", "key"), False),)


class QuestionOption(Record):
    """One answer that a question offers."""

    about = About("question_option", "Answer offered", plural="Answers offered",
                  title_field="label")  # fmt: skip
    question = f.reference("Question", Question, required=True, owner=True, hidden=True)
    question_id: int
    position = f.integer("No.", "Its place in the order.", width=5, read_only=True)
    value = f.text("Value", "What is kept.", width=10, required=True)
    label = f.text("Answer", width=28)
    number = f.integer("Counts as", "Its place on the scale; empty where there is none.", width=9)
    meaning = f.choice("Means no answer", words.OPTION_MEANINGS, width=14)
    other = f.yes_no("Asks for words")


class Wave(Record):
    """One time at which a survey is asked."""

    about = About("wave", "Wave", code_prefix="WV", code_digits=2)
    survey = f.reference("Survey", Survey, required=True, owner=True, hidden=True)
    survey_id: int
    code = f.code()
    title = f.text("Title", width=24, required=True)
    occasion = f.choice("Occasion", words.OCCASIONS, default="other", width=20)
    opens = f.date("Opens")
    closes = f.date("Closes")
    status = f.choice("Status", words.STATUS, default="planned", width=10, read_only=True)
    margin = f.integer("Error allowed", "Empty for 5.", unit="points", width=9, least=1, most=50)
    remark = f.long_text("Remark", width=26)
    source_key = f.text("Source key", hidden=True, searched=False)


class Invitation(Record):
    """How many people of a group were asked in a wave, as it was then."""

    about = About("invitation", "Invitation", title_field="invited")
    wave = f.reference("Wave", Wave, required=True, owner=True, hidden=True)
    wave_id: int
    group = f.reference("Group", Group, width=20)
    group_id: int | None
    invited = f.integer("Invited", unit="people", width=9, least=0)
    ineligible = f.integer("Not eligible", "Left, ill, not concerned.", unit="people", width=9,
                           least=0)  # fmt: skip


class Reminder(Record):
    """That people were reminded of a wave: an event."""

    about = About("reminder", "Reminder", title_field="sent", event=True)
    wave = f.reference("Wave", Wave, required=True)
    wave_id: int
    sent = f.date("Sent", required=True)
    remark = f.text("Remark", width=30)


class Response(Record):
    """What one person answered in a wave: an event, with all answers.

    `answers` is JSON: for each key of a question its value, a list of values, or an object
    {"missing": reason}; words beside a value stand under "key/other". A response that goes on
    from an interrupted one names it, and that one no longer counts.
    """

    about = About("response", "Response", title_field="channel", event=True)
    wave = f.reference("Wave", Wave, required=True)
    wave_id: int
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    person = f.reference("Person", Person, personal=True, width=18)
    person_id: int | None
    site = f.text("Site", width=14, searched=False)
    role = f.text("Role", width=14, searched=False)
    channel = f.choice("Came by", words.CHANNELS, default="import", width=11)
    submitted = f.moment("Submitted")
    seconds = f.integer("Took", unit="s", width=8)
    partial = f.yes_no("Partial")
    continues = f.reference("Goes on from", "self", hidden=True)
    continues_id: int | None
    answered = f.integer("Answered", unit="questions", width=9)
    link_code = f.text("Link code", hidden=True, searched=False, private=True)
    source_id = f.text("Source id", hidden=True, searched=False)
    answers = f.long_text("Answers", hidden=True, searched=False, personal=True)

    class Meta:
        indexes = ((("wave", "source_id"), False),)


class AnswerBatch(Record):
    """That a number of anonymous answers came in: an event that commits to what they say.

    `digest` covers all of them in the order of their random keys. `sources` are keyed hashes of
    the rows of the file they came from, sorted, so that the same file adds nothing twice.
    """

    about = About("answer_batch", "Batch of answers", plural="Batches of answers",
                  title_field="size", event=True)  # fmt: skip
    wave = f.reference("Wave", Wave, required=True)
    wave_id: int
    size = f.integer("Answers", width=9)
    digest = f.text("Digest", hidden=True, searched=False, required=True)
    sources = f.long_text("Sources", hidden=True, searched=False)


class CommentCode(Record):
    """One subject of a codebook: what comments are sorted by."""

    about = About("comment_code", "Code of comments", plural="Codes of comments",
                  title_field="name")  # fmt: skip
    survey = f.reference("Survey", Survey, required=True, owner=True, hidden=True)
    survey_id: int
    name = f.text("Code", width=20, required=True)
    definition = f.long_text("Definition", width=36)
    example = f.long_text("Example", width=36)


class CommentMark(Record):
    """What a reader decided about one comment: an event; the newest of a reader counts.

    `comment` names it without naming a person: the wave, the question's key, and the key under
    which the answers are kept.
    """

    about = About("comment_mark", "Mark of a comment", plural="Marks of comments",
                  title_field="kind", event=True)  # fmt: skip
    wave = f.reference("Wave", Wave, required=True)
    wave_id: int
    comment = f.text("Comment", hidden=True, searched=False, required=True)
    kind = f.choice("Kind", words.MARKS, default="code", required=True)
    code = f.reference("Code", CommentCode)
    code_id: int | None
    value = f.text("Value", width=10)
    reader = f.text("Reader", width=16)
    at = f.moment("Time")


class Measure(Record):
    """A behaviour that shows whether a change is lived: facts beside the opinions."""

    about = About("measure", "Adoption measure", code_prefix="AM", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=30, required=True)
    behaviour = f.long_text("Behaviour", "What one would see somebody do.", width=34)
    kind = f.choice("Kind", words.MEASURE_KINDS, default="utilisation", width=18)
    group = f.reference("Group", Group, "Empty for everybody.", width=18)
    group_id: int | None
    population = f.text("Population", "Who could show it.", width=22)
    window = f.text("Window", "Over which time it is counted.", width=16)
    source = f.text("Source", "Where the figure is read.", width=20)
    unit = f.text("Unit", width=10)
    target = f.decimal("Target", "Of a share in percent.", width=9)
    target_day = f.date("Target on")
    direction = f.choice("Direction", words.DIRECTIONS, default="up", width=15)
    go_live = f.date("Live since", "Empty for that of the project.")
    owner = f.text("Owner", width=16)
    remark = f.long_text("Remark", width=26)


class MeasureReading(Record):
    """One reading of a measure: an event. A share has a count and a base, a number a value."""

    about = About("measure_reading", "Reading", title_field="taken", event=True)
    measure = f.reference("Measure", Measure, required=True)
    measure_id: int
    taken = f.date("Taken", required=True)
    group = f.reference("Group", Group, width=18)
    group_id: int | None
    count = f.integer("Show it", unit="people", width=9, least=0)
    base = f.integer("Of", unit="people", width=9, least=0)
    value = f.decimal("Value", width=10)
    source = f.text("Source", width=20)
    remark = f.text("Remark", width=26)
    source_key = f.text("Source key", hidden=True, searched=False)


class Benefit(Record):
    """What the change is worth, with where it started and where it must come to."""

    about = About("benefit", "Benefit", code_prefix="BN", code_digits=2)
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=30, required=True)
    description = f.long_text("Description", width=30)
    unit = f.text("Unit", width=10)
    direction = f.choice("Direction", words.DIRECTIONS, default="up", width=15)
    baseline = f.decimal("Baseline", "Empty while nobody measured it.", width=10)
    baseline_day = f.date("Measured on")
    target = f.decimal("Target", width=10)
    target_day = f.date("Target on")
    dependent = f.integer(
        "Depends on people", "The share that comes only if people change.",
        unit="%", width=9, least=0, most=100,
    )  # fmt: skip
    source = f.text("Source", width=20)
    cadence = f.choice("Read", words.CADENCES, default="monthly", width=11)
    owner = f.text("Owner", width=16)
    remark = f.long_text("Remark", width=26)


class BenefitReading(Record):
    """What a benefit had come to on a day: an event."""

    about = About("benefit_reading", "Benefit reading", title_field="taken", event=True)
    benefit = f.reference("Benefit", Benefit, required=True)
    benefit_id: int
    taken = f.date("Taken", required=True)
    value = f.decimal("Actual", width=10, required=True)
    source = f.text("Source", width=20)
    remark = f.text("Remark", width=26)


RECORDS: tuple[type[Record], ...] = (
    Survey,
    Question,
    QuestionOption,
    Wave,
    Invitation,
    Reminder,
    Response,
    AnswerBatch,
    CommentCode,
    CommentMark,
    Measure,
    MeasureReading,
    Benefit,
    BenefitReading,
)
