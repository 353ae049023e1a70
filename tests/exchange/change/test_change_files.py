"""Registers, plans, completions and rosters of any language: what is read, and every row told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.change.people_words import clearly_people
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file

Read = Callable[..., ChangeImport]
Rows = Sequence[Sequence[Any]]


def read(path: Path, kind: str | None = None, **asked: Any) -> ChangeImport:
    file = read_file(path)
    found = recognise_file(file, kind).read(file, Asked(**asked))
    assert isinstance(found, ChangeImport)
    assert found.account.balanced
    return found


STAKEHOLDER_HEADINGS = {
    "en": ("Stakeholder", "Power", "Interest", "Attitude", "Strategy"),
    "de": ("Stakeholder", "Macht", "Interesse", "Einstellung", "Maßnahmen"),
    "fr": ("Nom", "Pouvoir", "Intérêt", "Attitude", "Stratégie"),
    "es": ("Nombre", "Poder", "Interés", "Actitud", "Estrategia"),
    "pt": ("Nome", "Poder", "Interesse", "Atitude", "Estratégia"),
    "ru": ("Имя", "Власть", "Интерес", "Отношение", "Стратегия"),
}


@pytest.mark.parametrize("language", STAKEHOLDER_HEADINGS)
def test_a_register_is_known_by_its_headings_in_any_language(
    book: Callable[..., Path], language: str
) -> None:
    headings = STAKEHOLDER_HEADINGS[language]
    found = read(book([headings, ("Ann", "4", "2", "Neutral", "Talk")]))
    assert found.kind == "stakeholders"
    (one,) = found.drafts
    assert (one.title, one.values["power"], one.values["interest"]) == ("Ann", 4, 2)
    assert one.values["current"] == "N"


IMPACT_HEADINGS = {
    "en": ("Change description", "Impacted groups", "As-is", "To-be", "Severity"),
    "de": ("Änderung", "Betroffene Gruppen", "Ist", "Soll", "Stärke"),
    "fr": ("Changement", "Groupe", "Actuel", "Futur", "Ampleur"),
    "es": ("Descripción", "Grupo", "Actual", "Futuro", "Nivel"),
    "pt": ("Mudança", "Grupo", "Atual", "Futuro", "Grau"),
    "ru": ("Изменение", "Группа", "Сейчас", "Будет", "Степень"),
}


@pytest.mark.parametrize("language", IMPACT_HEADINGS)
def test_a_row_that_names_several_groups_is_an_impact_for_each(
    book: Callable[..., Path], language: str
) -> None:
    rows = [IMPACT_HEADINGS[language], ("New desktop", "Agents, Team leads", "a", "b", "4")]
    found = read(book(rows), "impacts")
    assert [(d.title, d.name("group")) for d in found.drafts] == [
        ("New desktop", "Agents"), ("New desktop", "Team leads"),
    ]  # fmt: skip
    assert len({d.source_key for d in found.drafts}) == 2
    assert {d.values["severity"] for d in found.drafts} == {4}
    assert found.account.made == 1


COMMUNICATION_HEADINGS = {
    "en": ("Audience", "Key message", "Channel", "When", "Owner"),
    "de": ("Zielgruppe", "Botschaft", "Kanal", "Wann", "Verantwortlich"),
    "fr": ("Public", "Message", "Canal", "Quand", "Responsable"),
    "es": ("Audiencia", "Mensaje", "Canal", "Cuándo", "Responsable"),
    "pt": ("Público", "Mensagem", "Canal", "Quando", "Responsável"),
    "ru": ("Аудитория", "Сообщение", "Канал", "Когда", "Ответственный"),
}


@pytest.mark.parametrize("language", COMMUNICATION_HEADINGS)
def test_a_plan_of_communications_keeps_recurrences_as_words(
    book: Callable[..., Path], language: str
) -> None:
    rows = [
        COMMUNICATION_HEADINGS[language],
        ("All", "Go-live is set", "Mail", "Every Wednesday", "Kim"),
        ("All", "It is here", "Mail", "2026-05-04", "Kim"),
    ]
    first, second = read(book(rows)).drafts
    assert first.values["occasion"] == "Every Wednesday"
    assert "planned" not in first.values
    assert second.values["planned"] == "2026-05-04"


def test_marks_in_a_matrix_of_engagement_say_where_somebody_is_and_must_be(
    book: Callable[..., Path],
) -> None:
    rows = [
        ("Stakeholder", "Unaware", "Resistant", "Neutral", "Supportive", "Leading"),
        ("Ann", "C", "", "", "D", ""),
        ("Bo", "", "", "", "", "C D"),
    ]
    told = [(d.values["current"], d.values["desired"]) for d in read(book(rows)).drafts]
    assert told == [("U", "S"), ("L", "L")]


def test_totals_placeholders_headings_again_and_legends_are_left_out(
    book: Callable[..., Path],
) -> None:
    heading = ("Name", "Power", "Interest", "Strategy")
    rows = [
        ("Register", "", "", ""), heading, ("Ann", "H", "L", "x"), ("<name>", "", "", ""), heading,
        ("Bo", "M", "M", "y"), ("Total", "2", "", ""), (), ("Legend", "", "", ""),
        ("H", "High", "", ""),
    ]  # fmt: skip
    found = read(book(rows))
    assert [d.title for d in found.drafts] == ["Ann", "Bo"]
    whys = {note.where.row: note.why for note in found.account.skipped}
    assert set(whys) == {1, 2, 4, 5, 7, 9, 10}


def test_a_blank_row_in_the_middle_is_not_the_end(book: Callable[..., Path]) -> None:
    rows = [("Name", "Power", "Interest", "Strategy"), ("Ann", "H", "L", "x"), (),
            ("Bo", "L", "L", "y")]  # fmt: skip
    assert [d.title for d in read(book(rows)).drafts] == ["Ann", "Bo"]


def test_of_two_columns_for_one_field_the_second_is_kept_and_named(
    book: Callable[..., Path],
) -> None:
    rows = [("Name", "Power", "Interest", "Strategy", "Actions"), ("Ann", "H", "L", "Talk", "Mail")]
    found = read(book(rows))
    (ann,) = found.drafts
    assert ann.values["strategy"] == "Talk"
    assert ("Actions", "Mail") in ann.further
    assert any("“Actions” (column E)" in warning for warning in found.warnings)


def test_an_unknown_word_is_asked_about_and_an_answer_is_kept(book: Callable[..., Path]) -> None:
    rows = [("Name", "Power", "Interest", "Strategy"), ("Ann", "H", "L", "x"),
            ("Bo", "Riesig", "L", "y")]  # fmt: skip
    found = read(book(rows))
    assert [(q.about, q.word) for q in found.questions] == [("level", "Riesig")]
    assert "power" not in found.drafts[1].values
    assert found.drafts[1].values["power_said"] == "Riesig"
    answered = read(book(rows), words={"Riesig": "very_high"})
    assert not answered.questions
    assert answered.drafts[1].values["power"] == 5
    left_open = read(book(rows), words={"Riesig": ""})
    assert not left_open.questions


def test_hostile_text_stays_text(csv: Callable[[str], Path]) -> None:
    text = '=HYPERLINK(""http://x"")\x07<b>'
    path = csv(f'Name,Power,Interest,Strategy\n"{text}",H,L,"{"x" * 5000}"\n')
    (one,) = read(path).drafts
    assert one.title == '=HYPERLINK("http://x")<b>'
    assert len(str(one.values["strategy"])) == 5000


COMPLETIONS = {
    "en": ("Full Name,Email,Course,Status,Score,Date", "Completed", "No-show", "In progress"),
    "de": ("Name,E-Mail,Kurs,Status,Punkte,Datum", "Abgeschlossen", "Nicht erschienen",
           "In Bearbeitung"),
    "fr": ("Nom,Courriel,Formation,Statut,Note,Date", "Terminé", "Absent", "En cours"),
    "es": ("Nombre,Correo,Curso,Estado,Calificación,Fecha", "Completado", "No asistió",
           "En curso"),
    "pt": ("Nome,E-mail,Curso,Situação,Nota,Data", "Concluído", "Faltou", "Em andamento"),
    "ru": ("ФИО,Почта,Курс,Статус,Балл,Дата", "Завершено", "Не явился", "В процессе"),
}  # fmt: skip


@pytest.mark.parametrize("language", COMPLETIONS)
def test_completions_are_read_in_any_language(csv: Callable[[str], Path], language: str) -> None:
    heading, done, missed, begun = COMPLETIONS[language]
    rows = [f"Ann Roy,a@x.org,CRM,{done},91%,2026-02-03", f"Bo Li,b@x.org,CRM,{missed},,",
            f"Cy Do,c@x.org,CRM,{begun},,"]  # fmt: skip
    found = read(csv("\n".join([heading, *rows]) + "\n"))
    assert found.kind == "attendance"
    assert [d.values["outcome"] for d in found.drafts] == ["attended", "no_show", "partial"]
    assert (found.drafts[0].values["score"], found.drafts[0].values["day"]) == (91, "2026-02-03")
    assert found.drafts[0].name("person") == "Ann Roy"


def test_completions_that_cannot_be_read_with_certainty_are_rejected(
    csv: Callable[[str], Path],
) -> None:
    found = read(csv(
        "Last name,First name,Course,Status,Score,Date\n"
        "Roy,Ann,CRM,Passed,80,03/04/2026\n"  # nobody knows the month
        "Li,Bo,CRM,Passed,180,\n"
        "Do,Cy,,Passed,80,\n"
        "Wu,Di,CRM,Whatever,,\n"
        "Ek,Ed,CRM,Failed,,\n"
        "Ek,Ed,CRM,Failed,,\n"
        "Ba,Al,CRM,Passed,,,,extra\n"
    ))  # fmt: skip
    assert [(d.name("person"), d.values["passed"]) for d in found.drafts] == [("Ed Ek", False)]
    assert {note.where.row for note in found.account.rejected} == {2, 3, 4, 5, 8}
    assert [q.word for q in found.questions] == ["Whatever"]


def test_a_status_in_percent_says_how_far_somebody_came(csv: Callable[[str], Path]) -> None:
    rows = "".join(f"P{i},CRM,{text},2026-02-03\n" for i, text in enumerate(
        ("0%", "0 %", "0", "50%", "0.5", "100%", "1")))  # fmt: skip
    found = read(csv(f"Name,Course,Status,Completion date\n{rows}"), "attendance")
    assert [draft.values["outcome"] for draft in found.of("completion")] == [
        "invited", "invited", "invited", "partial", "partial", "attended", "attended",
    ]  # fmt: skip
    scored = read(csv("Name,Course,Result,Date\nAnn,CRM,85%,2026-02-03\n"), "attendance")
    assert scored.drafts[0].values["outcome"] == "attended"


def test_a_roster_of_rows_counts_nights_past_midnight(csv: Callable[[str], Path]) -> None:
    found = read(csv(
        "Agent,Team,Date,Start,End,Shift\n"
        "Ann,A,2026-03-02,07:00,15:30,E\n"
        "Ann,A,2026-03-03,22:00,06:00,N\n"
        "Bo,A,2026-03-02,,,OFF\n"
        "Bo,A,2026-03-03,,,ZZ\n"
    ))  # fmt: skip
    assert found.kind == "roster"
    told = [(d.values["kind"], d.values.get("starts"), d.values.get("ends")) for d in found.drafts]
    assert told == [("work", 420, 930), ("work", 1320, 1800), ("away", None, None)]
    assert [q.word for q in found.questions] == ["ZZ"]


def test_a_grid_of_persons_and_days_is_read_with_its_legend(book: Callable[..., Path]) -> None:
    rows = [
        ("Dienstplan März 2026",), ("Name", "Team", *range(1, 8)),
        ("", "", "So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"),
        ("Ann", "A", "F", "F", "", "U", "U", "S", "S"), ("Bo", "A", "S", "X1", "", "", "", "", ""),
        (), ("F = 06:00-14:00",), ("S = 14:00-22:00",),
    ]  # fmt: skip
    found = read(book(rows, "Plan"))
    assert [d.values["day"] for d in found.drafts] == [
        f"2026-03-0{n}" for n in (1, 2, 4, 5, 6, 7)
    ]  # fmt: skip
    assert (found.drafts[0].values["starts"], found.drafts[0].values["ends"]) == (360, 840)
    assert found.drafts[2].values["kind"] == "away"
    assert [note.where.row for note in found.account.rejected] == [5]
    answered = read(book(rows, "Plan"), words={"X1": "work"})
    assert answered.account.made == 2


def test_a_list_of_people_is_known_in_other_languages(csv: Callable[[str], Path]) -> None:
    assert clearly_people(read_file(csv("Nom complet;Courriel;Poste\nAnne;a@x.org;Agent\n")))
    assert not clearly_people(read_file(csv("Titel;Schritte;Erwartet\na;b;c\n")))


def test_a_sheet_of_scripts_is_no_plan(book: Callable[..., Path]) -> None:
    rows = [
        ("Test ID", "Title", "Steps", "Expected", "Status"),
        ("1", "Log in", "Go", "In", "Pass"),
    ]
    assert recognise_file(read_file(book(rows))).kind == "scripts"
