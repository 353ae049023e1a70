"""What an import dialog says: what a file makes, the account of its rows, what was made."""

from PySide6.QtCore import QCoreApplication

from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.making import Taken
from ui.i18n import QT_TRANSLATE_NOOP
from ui.uat.import_change import change_counted, drafts_counted
from ui.uat.import_reading import Reading, record_count, result_count, step_count

_KINDS = {
    "scripts": QT_TRANSLATE_NOOP("ImportDialog", "Scripts"),
    "results": QT_TRANSLATE_NOOP("ImportDialog", "Results"),
    "requirements": QT_TRANSLATE_NOOP("ImportDialog", "Requirements"),
    "traceability": QT_TRANSLATE_NOOP("ImportDialog", "Traceability matrix"),
    "defects": QT_TRANSLATE_NOOP("ImportDialog", "Defects"),
    "stakeholders": QT_TRANSLATE_NOOP("ImportDialog", "Stakeholders"),
    "impacts": QT_TRANSLATE_NOOP("ImportDialog", "Impacts"),
    "communications": QT_TRANSLATE_NOOP("ImportDialog", "Communications"),
    "training": QT_TRANSLATE_NOOP("ImportDialog", "Training"),
    "attendance": QT_TRANSLATE_NOOP("ImportDialog", "Attendance"),
    "roster": QT_TRANSLATE_NOOP("ImportDialog", "Roster"),
}


def kind_word(kind: str) -> str:
    """Return the word of a kind of records that a file can be read as."""
    return QCoreApplication.translate("ImportDialog", str(_KINDS.get(kind, kind)))


def what_it_makes(reading: Reading) -> str:
    """Return the file's name and what it holds."""
    say = QCoreApplication.translate
    found, count = reading.found, record_count(reading)
    if found.kind == "scripts":
        steps = say("ImportDialog", "%n step(s)", "", step_count(found))
        scripts = say("ImportDialog", "%n script(s)", "", count)
        results = result_count(found)
        if not results:
            return say("ImportDialog", "{0}: {1}, {2}").format(found.file, scripts, steps)
        told = say("ImportDialog", "%n result(s)", "", results)
        return say("ImportDialog", "{0}: {1}, {2}, {3}").format(found.file, scripts, steps, told)
    if isinstance(found, ChangeImport):
        return say("ImportDialog", "{0}: {1}").format(found.file, ", ".join(drafts_counted(found)))
    match found.kind:
        case "results":
            told = say("ImportDialog", "%n result(s)", "", count)
        case "defects":
            told = say("ImportDialog", "%n defect(s)", "", count)
        case _:
            told = say("ImportDialog", "%n requirement(s)", "", count)
    return say("ImportDialog", "{0}: {1}").format(found.file, told)


def account(reading: Reading) -> str:
    """Return what became of every row, in one line."""
    say = QCoreApplication.translate
    rows = reading.found.account
    homeless = sum(note.rows for note in reading.homeless)
    skipped = sum(note.rows for note in rows.skipped)
    rejected = sum(note.rows for note in rows.rejected) + homeless
    begun = (
        say("ImportDialog", "{0} begin a script")
        if reading.found.kind == "scripts"
        else say("ImportDialog", "{0} make a record")
    )
    parts = [
        begun.format(rows.made - homeless),
        say("ImportDialog", "{0} go on with one").format(rows.continuation),
        say("ImportDialog", "{0} left out").format(skipped),
        say("ImportDialog", "{0} rejected").format(rejected),
    ]
    source = reading.found.source
    told = say("ImportDialog", "{0}. {1} rows read = {2}").format(
        source[:1].upper() + source[1:], rows.read, " + ".join(parts)
    )
    if reading.left_rows:
        further = say("ImportDialog", "{0} rows in sheets without a tick")
        told = f"{told} · {further.format(reading.left_rows)}"
    return told


def what_was_made(taken: Taken) -> str:
    """Return what an import did, and how to take it back."""
    say = QCoreApplication.translate
    made, updated = taken.created, taken.updated
    parts = change_counted(made, updated)
    if count := made.get("script", 0):
        parts.append(say("ImportDialog", "Imported %n script(s)", "", count))
    if count := made.get("requirement", 0):
        parts.append(say("ImportDialog", "%n requirement(s)", "", count))
    if count := made.get("link", 0):
        parts.append(say("ImportDialog", "%n link(s)", "", count))
    if count := made.get("defect", 0):
        parts.append(say("ImportDialog", "%n defect(s)", "", count))
    if count := updated.get("script", 0):
        parts.append(say("ImportDialog", "%n script(s) brought up to date", "", count))
    if count := updated.get("requirement", 0):
        parts.append(say("ImportDialog", "%n requirement(s) brought up to date", "", count))
    if count := updated.get("defect", 0):
        parts.append(say("ImportDialog", "%n defect(s) brought up to date", "", count))
    if count := made.get("result", 0):
        told = say("ImportDialog", "%n result(s) in {0}", "", count)
        parts.append(told.format(taken.cycle))
    if not parts:
        return say("ImportDialog", "Everything in this file is here already: nothing was added.")
    done = ", ".join(parts)
    return say("ImportDialog", "{0}. Ctrl+Z takes it back.").format(done[:1].upper() + done[1:])
