"""What a cell says is taken as a whole: a denied or coming state is never read as its opposite."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeDraft, ChangeImport
from changedesk.exchange.change.engagement import engagement
from changedesk.exchange.change.scales import Span, of_severity, read_level
from changedesk.exchange.change.states import IMPACTS, MESSAGES, state
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file

Table = Callable[..., ChangeImport]
MESSAGE = ("ID", "Audience", "Message", "Sender", "Channel", "Date", "Status")
IMPACT = ("ID", "Group", "Change", "As-is", "To-be", "Severity (0-5)", "Status", "Mitigation")


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Return a reader of a table: headings and rows."""

    def make(headings: Sequence[str], rows: Sequence[Sequence[str]], **words: str) -> ChangeImport:
        book = openpyxl.Workbook()
        assert book.active is not None
        for row in (headings, *rows):
            book.active.append(list(row))
        path = tmp_path / "table.xlsx"
        book.save(path)
        file = read_file(path)
        found = recognise_file(file, None).read(file, Asked(words=words))
        assert isinstance(found, ChangeImport)
        assert found.account.balanced
        return found

    return make


def message(status: str) -> tuple[str, ...]:
    return ("C1", "Agents", "Why we move", "CEO", "Email", "2026-05-04", status)


def impact(*, severity: str = "4", status: str = "", mitigation: str = "") -> tuple[str, ...]:
    return ("1", "Agents", "New desktop", "a", "b", severity, status, mitigation)


def only(found: ChangeImport) -> ChangeDraft:
    (one,) = found.drafts
    return one


@pytest.mark.parametrize("text", [
    "Not sent", "To be sent", "Not yet sent", "Not delivered", "Not completed", "No enviado",
    "Noch nicht versendet", "Pas encore envoyé", "Não enviado", "Не отправлено", "Geplant",
    "Pendiente de envío",
])  # fmt: skip
def test_a_message_that_was_not_sent_is_a_draft(table: Table, text: str) -> None:
    found = table(MESSAGE, [message(text)])
    assert only(found).values["status"] == "draft"
    assert not found.questions


@pytest.mark.parametrize("text", [
    "Ready to be sent", "Incomplete", "Not approved", "Unapproved", "On hold", "Rejected",
    "Pending", "Sent?", "Sent, but not to the night shift", "Done (except voice)",
    "Approved, not sent", "nicht freigegeben", "Undelivered", "No longer approved",
])  # fmt: skip
def test_a_state_that_is_not_certain_is_asked_about_and_left_open(table: Table, text: str) -> None:
    found = table(MESSAGE, [message(text)])
    assert "status" not in only(found).values
    assert [(one.about, one.word) for one in found.questions] == [("message_state", text)]
    assert ("Status", text) in only(found).further


@pytest.mark.parametrize(("text", "code"), [
    ("Sent", "sent"), ("Sent on 12.05.2026", "sent"), ("SENT (intranet)", "sent"),
    ("Versendet", "sent"), ("Verschickt", "sent"), ("Envoyé", "sent"), ("Отправлено", "sent"),
    ("Storniert", "cancelled"), ("Abgesagt", "cancelled"), ("Annulé", "cancelled"),
    ("Awaiting approval", "review"), ("In Prüfung", "review"), ("Freigegeben", "approved"),
    ("Approved - by the sponsor", "approved"), ("TBD", ""), ("-", ""), ("n/a", ""),
])  # fmt: skip
def test_the_clear_states_of_messages_are_taken(text: str, code: str) -> None:
    assert state(text, MESSAGES, {}) == code


@pytest.mark.parametrize(("text", "code"), [
    ("Geschlossen", "closed"), ("abgeschlossen", "closed"), ("Clôturé", "closed"),
    ("Storniert", "cancelled"), ("Rejected", "cancelled"), ("Validiert", "validated"),
    ("In Arbeit", "planned"), ("En cours", "planned"), ("Umgesetzt", "mitigated"),
    ("Not validated", "draft"), ("To be validated", "draft"), ("не подтверждено", "draft"),
    ("To be mitigated", None), ("Not complete", None), ("Not yet closed", None),
    ("Unplanned", None), ("On hold", None), ("Superseded", None), ("nicht geschlossen", None),
])  # fmt: skip
def test_the_clear_states_of_impacts_are_taken_and_the_others_asked(
    text: str, code: str | None
) -> None:
    assert state(text, IMPACTS, {}) == code


def test_an_answer_settles_a_state(table: Table) -> None:
    found = table(IMPACT, [impact(status="Superseded")], Superseded="cancelled")
    assert only(found).values["status"] == "cancelled"
    assert not found.questions


@pytest.mark.parametrize("text", [
    "not supportive", "unsupportive", "does not support", "unterstützt nicht", "pas favorable",
    "no apoya", "não apoia", "не поддерживает", "not opposed", "no longer against",
    "nicht dagegen", "needs support", "supportive but critical",
])  # fmt: skip
def test_an_attitude_that_is_denied_or_of_two_minds_is_none(text: str) -> None:
    assert engagement(text) == ""


@pytest.mark.parametrize(("text", "code"), [
    ("opponent", "R"), ("skeptical", "R"), ("sceptical", "R"), ("Skeptiker", "R"),
    ("unfavourable", "R"), ("not aware", "U"), ("nicht informiert", "U"), ("не определился", "N"),
    ("strongly supportive", "L"), ("supporter", "S"),
])  # fmt: skip
def test_a_plain_attitude_is_understood(text: str, code: str) -> None:
    assert engagement(text) == code


def test_denied_attitudes_are_asked_about_even_where_most_are_denied(table: Table) -> None:
    said = ["not opposed", "unterstützt nicht", "opponent, fears redundancies"]
    said.append("positive about the tool, negative about the time")
    rows = [(f"P{at}", "4", "4", text) for at, text in enumerate(said)]
    found = table(("Stakeholder", "Power (1-5)", "Interest (1-5)", "Attitude"), rows)
    assert [one.values.get("current") for one in found.drafts] == [None, None, "R", None]
    assert {one.word for one in found.questions} == {said[0], said[1], said[3]}
    assert found.drafts[2].notes == (("resistance", "fears redundancies"),)


@pytest.mark.parametrize("text", [
    "TBD", "-", "none", "none planned", "No action", "No mitigation", "No training needed",
    "Not yet defined", "To be defined", "keine", "Noch offen", "aucune", "À définir", "ninguna",
    "не требуется", "FALSE",
])  # fmt: skip
def test_words_that_say_that_nothing_is_done_hide_no_gap(table: Table, text: str) -> None:
    found = table(IMPACT, [impact(mitigation=text)])
    assert only(found).notes == ()
    assert ("Mitigation", text) in only(found).further
    assert [one for one in found.warnings if f"nothing is done yet by “{text}”" in one]


@pytest.mark.parametrize(("text", "notes"), [
    ("Comms and training", (("comms", "Comms"), ("train", "training"))),
    ("Schulung, Kommunikation", (("train", "Schulung"), ("comms", "Kommunikation"))),
    ("Training for agents and leads", (("train", "Training for agents and leads"),)),
    ("Train agents and leads; mail to all",
     (("train", "Train agents and leads"), ("comms", "mail to all"))),
    ("Training", (("train", "Training"),)),
])  # fmt: skip
def test_two_kinds_of_mitigation_in_a_cell_are_two(
    table: Table, text: str, notes: tuple[tuple[str, str], ...]
) -> None:
    assert only(table(IMPACT, [impact(mitigation=text)])).notes == notes


@pytest.mark.parametrize("text", ["3,5", "2.5", "3 - 5", "3 (5)", "3, 4"])
def test_a_severity_between_two_figures_is_asked_about(table: Table, text: str) -> None:
    found = table(IMPACT, [impact(severity="4"), impact(severity=text)])
    assert "severity" not in found.drafts[1].values
    assert [(one.about, one.word) for one in found.questions] == [("level", text)]


@pytest.mark.parametrize("text", ["N/A", "n a", "na", "-", "k. A."])
def test_what_is_not_rated_is_no_severity_of_nought(table: Table, text: str) -> None:
    found = table(IMPACT, [impact(severity=text), impact(severity="0")])
    assert [one.values.get("severity") for one in found.drafts] == [None, 0]
    assert not found.questions
    assert of_severity(read_level(text, Span(0, 5))) is None
