"""What was made, what came back and what was signed as records."""

from changedesk.documents import words
from changedesk.people.records import Project
from changedesk.store import fields as f
from changedesk.store.records import About, Record


class Document(Record):
    """A workbook or document that was made.

    `seen` is how far the journal of each device was known when it was made, so what it shows can
    be read again from the journal; `seal` names its content.
    """

    about = About("document", "Document", code_prefix="DOC")
    project = f.reference("Project", Project, required=True, hidden=True)
    project_id: int
    code = f.code()
    title = f.text("Title", width=34, required=True, read_only=True)
    name = f.text("Kind", width=18, read_only=True)
    subject = f.text("About", width=16, read_only=True)
    made = f.moment("Made", read_only=True)
    made_for = f.text("For", "Who gets it.", width=20)
    due = f.date("Due", "When it must be back.")
    expected = f.yes_no("Expected back")
    file_name = f.text("File", width=26, read_only=True)
    rows = f.integer("Rows", width=8, read_only=True)
    remark = f.text("Remark", width=24)
    export_id = f.text("Export id", hidden=True, read_only=True)
    seal = f.text("Seal", hidden=True, searched=False, read_only=True)
    content = f.text(
        "Content", "SHA-256 of the file as it was made; empty where it is not kept.",
        hidden=True, searched=False, read_only=True, names_content=True,
    )  # fmt: skip
    seen = f.long_text("Seen", hidden=True, searched=False, read_only=True)


class Return(Record):
    """That a document came back and was taken in: an event.

    `account` is JSON: what became of each cell that differed. The file itself is kept.
    """

    about = About("return", "Return", title_field="file_name", event=True)
    project = f.reference("Project", Project, required=True)
    project_id: int
    document = f.reference("Document", Document)
    document_id: int | None
    file_name = f.text("File", width=26)
    returned_by = f.text("Returned by", width=18)
    received = f.moment("Received")
    taken = f.integer("Taken in", width=8)
    conflicts = f.integer("Conflicts", width=8)
    rejected = f.integer("Rejected", width=8)
    content = f.text("Content", hidden=True, searched=False, names_content=True)
    account = f.long_text("Account", hidden=True, searched=False)


class Signature(Record):
    """That somebody put a name under exactly what was seen: an event.

    `digest` names a content: the hashes of the operations that gave what was signed its values.
    `seen` is how far each device's journal was known, and `proof` is the signature of all of it
    by the installation's key.
    """

    about = About("signature", "Signature", title_field="name", event=True)
    project = f.reference("Project", Project, required=True)
    project_id: int
    subject = f.choice("Signed", words.SUBJECTS, required=True, width=18)
    record = f.text("Record", "UUID of what was signed.", hidden=True, searched=False)
    label = f.text("About", width=28)
    name = f.text("Name", width=20, required=True)
    role = f.text("Role", width=18)
    decision = f.choice("Decision", words.DECISIONS, required=True, width=22)
    comment = f.long_text("Comment", width=30)
    manner = f.choice("Manner", words.MANNERS, default="typed", width=16)
    signed = f.moment("Signed")
    document = f.reference("Document", Document)
    document_id: int | None
    picture = f.text("Drawing", hidden=True, searched=False, names_content=True)
    digest = f.text("Digest", hidden=True, searched=False, names_content=True)
    seen = f.long_text("Seen", hidden=True, searched=False)
    key = f.text("Key", hidden=True, searched=False)
    proof = f.text("Proof", hidden=True, searched=False)


RECORDS: tuple[type[Record], ...] = (Document, Return, Signature)
