# ruff: noqa: E501, PERF401 - rows of exports are shown as they are
"""Exports of the survey tools: each in its own shape, with its traps."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from changedesk.exchange.surveys.drafts import QuestionDraft, SurveyDraft
from changedesk.exchange.surveys.reading import read_surveys

Workbook = Callable[..., Path]
CsvFile = Callable[..., Path]
Reader = Callable[..., SurveyDraft]

LIKERT_DE = ("Stimme überhaupt nicht zu", "Stimme nicht zu", "Neutral", "Stimme zu",
             "Stimme voll und ganz zu")  # fmt: skip


def told(draft: SurveyDraft) -> dict[str, str]:
    return {question.key: question.kind for question in draft.questions}


def labels(question: QuestionDraft) -> list[str]:
    return [option.label for option in question.options]


def picked(draft: SurveyDraft, key: str) -> list[tuple[str, ...]]:
    return [answer.options for answer in draft.answers(key)]


def places(draft: SurveyDraft, key: str) -> list[float | None]:
    return [answer.number for answer in draft.answers(key)]


def ms_forms_rows() -> list[list[object]]:
    head: list[object] = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Uhrzeit der letzten Änderung",
            "Welche Kanäle?\nMehrere möglich", "Ich weiß, was sich ändert", "Ich will es",
            "Reihenfolge", "Name2", "Wie wahrscheinlich ist es, dass Sie es weiterempfehlen?",
            "Punkte - Quiz", "Total points"]  # fmt: skip
    rows: list[list[object]] = [head]
    channels = ["Intranet;", "Intranet;E-Mail;", "E-Mail;Team, Runde;", "Team, Runde;"] * 3
    orders = ["Zeit;Hilfe;Ruhe;", "Hilfe;Zeit;Ruhe;", "Ruhe;Zeit;Hilfe;", "Zeit;Ruhe;Hilfe;"] * 3
    for at in range(12):
        rows.append(
            [at + 1, f"3/{at + 10}/24 9:05:00", f"3/{at + 10}/24 9:09:30", "anonymous",
             "", "", channels[at], LIKERT_DE[at % 5], LIKERT_DE[(at + 2) % 4], orders[at],
             f"Frau {at}", at % 11, 0, 0]
        )  # fmt: skip
    return rows


def test_microsoft_forms(csv_file: CsvFile, read: Reader) -> None:
    draft = read(csv_file(ms_forms_rows()))
    assert draft.source == "ms_forms"
    assert list(told(draft).values()) == ["multi", "likert", "likert", "rank", "text", "nps"]
    first = draft.respondents[0]
    assert (first.source_id, first.email, first.seconds) == ("1", "", 270)
    assert first.submitted == datetime(2024, 3, 10, 9, 9, 30)
    multi, knows, wants, rank, _, nps = draft.questions
    assert set(labels(multi)) == {"Intranet", "E-Mail", "Team, Runde"}
    assert picked(draft, multi.key)[2] == ("E-Mail", "Team, Runde")
    assert labels(knows) == list(LIKERT_DE)
    assert labels(wants) == list(LIKERT_DE)  # nobody chose the last one there
    assert places(draft, knows.key)[:6] == [1, 2, 3, 4, 5, 1]
    answer = draft.answers(rank.key)[2]
    assert (answer.options, answer.ranks) == (("Ruhe", "Zeit", "Hilfe"), (1, 2, 3))
    assert nps.scale is not None
    assert (nps.scale.low, nps.scale.high) == (0, 10)
    left = {column.heading: column.use for column in draft.columns if column.use == "ignore"}
    assert set(left) >= {"Total points", "Punkte - Quiz", "Uhrzeit der letzten Änderung"}


def google_rows() -> list[list[object]]:
    head: list[object] = ["Marca temporal", "Nombre de usuario", "¿Qué herramientas usa?",
            "Opinión [Sé por qué cambiamos]", "Opinión [Quiero que funcione]", "Columna libre",
            "Column1"]  # fmt: skip
    agree = ("Totalmente en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo",
             "De acuerdo", "Totalmente de acuerdo")  # fmt: skip
    tools = ["Correo", "Chat, en el navegador", "Correo, Chat, en el navegador", "Teléfono, Correo",
             "Teléfono"]  # fmt: skip
    rows: list[list[object]] = [head]
    for at in range(10):
        rows.append([f"2024/03/{at + 1:02} 1:05:09 p. m. GMT+1", f"a{at}@firma.es", tools[at % 5],
                     agree[at % 5], agree[(at + 1) % 5], f"Comentario {at} sobre el cambio", ""])  # fmt: skip
    rows.append(
        ["2024/03/11 1:05:09 p. m. GMT+1", "b@firma.es", "Correo", agree[0], agree[0], "test", ""]
    )
    rows.append(["", "", "", "", "", "", ""])
    rows.append(["", "", "", "3.2", "", "", ""])
    rows.append(["", "", "Media", "3.2", "3.4", "", ""])
    return rows


def test_google_forms(workbook: Workbook, read: Reader) -> None:
    draft = read(workbook({"Respuestas de formulario 1": google_rows()}, name="g.xlsx"))
    assert (draft.source, len(draft.respondents)) == ("google_forms", 10)
    assert [note.why.split(":")[0] for note in draft.skipped] == [
        "it looks like a test row",
        "it stands below the answers and is no answer",
        "it tells figures of the answers above",
    ]
    multi, knows, wants, free = draft.questions
    assert (multi.kind, knows.kind, wants.kind, free.kind) == ("multi", "matrix", "matrix", "text")
    assert (knows.block, knows.text) == ("Opinión", "Sé por qué cambiamos")
    assert set(labels(multi)) == {"Correo", "Chat, en el navegador", "Teléfono"}
    assert picked(draft, multi.key)[2] == ("Correo", "Chat, en el navegador")
    assert places(draft, knows.key)[:5] == [1, 2, 3, 4, 5]
    assert draft.respondents[0].submitted == datetime(2024, 3, 1, 13, 5, 9)
    assert draft.respondents[3].email == "a3@firma.es"


def test_a_skipped_row_is_taken_where_somebody_says_so(workbook: Workbook, read: Reader) -> None:
    from changedesk.exchange.surveys.choices import Choices

    path = workbook({"Respuestas de formulario 1": google_rows()}, name="g.xlsx")
    test = read(path).skipped[0]
    draft = read(path, Choices(take=(test.where,)))
    assert len(draft.respondents) == 11
    assert test not in draft.skipped


def surveymonkey_rows() -> list[list[object]]:
    first: list[object] = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
             "First Name", "Last Name", "Custom Data 1", "<b>Which sites?</b>", "", "",
             "Rank these", "", "", "How satisfied &amp; at ease are you?", "", "Anything else?"]  # fmt: skip
    second: list[object] = ["", "", "", "", "", "", "", "", "", "North", "South", "Other (please specify)",
              "Speed", "Price", "Help", "With the tool", "With the help", "Open-Ended Response"]  # fmt: skip
    satisfied = ["Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied",
                 "Satisfied", "Very satisfied", "N/A"]  # fmt: skip
    rows: list[list[object]] = [first, second]
    for at in range(12):
        ranks = [(1, 2, 3), (2, 1, 3), (3, 1, 2)][at % 3] if at != 5 else ("", "", "")
        rows.append([
            11_000_000 + at, 99, f"03/{at + 13}/2024 09:00:00 AM", f"03/{at + 13}/2024 09:04:10 AM",
            f"10.0.0.{at}", "", "", "", "", "North" if at % 2 else "", "South" if at % 3 == 0 else "",
            "At home" if at == 4 else "", *ranks, satisfied[at % 6], satisfied[(at + 1) % 5],
            f"It’s fine – number {at}" if at % 2 else "",
        ])  # fmt: skip
    return rows


def test_surveymonkey_with_two_rows_of_headings(csv_file: CsvFile, read: Reader) -> None:
    draft = read(csv_file(surveymonkey_rows(), encoding="cp1252"))
    assert (draft.source, draft.header_rows, len(draft.respondents)) == ("surveymonkey", 2, 12)
    multi, rank, tool, helped, free = draft.questions
    assert [q.kind for q in draft.questions] == ["multi", "rank", "matrix", "matrix", "text"]
    assert multi.text == "Which sites?"
    assert picked(draft, multi.key)[:5] == [
        ("South",), ("North",), (), ("North", "South"), ("Other (please specify)",)
    ]  # fmt: skip
    assert draft.answers(multi.key)[2].missing == "skipped"
    assert draft.answers(multi.key)[4].other == "At home"
    assert draft.answers(rank.key)[1].options == ("Price", "Speed", "Help")
    assert draft.answers(rank.key)[5].missing == "skipped"
    assert tool.block == helped.block == "How satisfied & at ease are you?"
    assert draft.answers(tool.key)[5].missing == "na"
    assert draft.answers(free.key)[1].text == "It’s fine – number 1"
    assert draft.respondents[0].seconds == 250
    shown = repr(draft)
    assert "10.0.0." not in shown


def qualtrics_rows() -> list[list[object]]:
    names: list[object] = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)",
             "Finished", "RecordedDate", "ResponseId", "RecipientEmail", "LocationLatitude",
             "DistributionChannel", "Q1", "Q2_1", "Q2_2", "Q4_1", "Q4_2", "Q4_3", "Q4_3_TEXT", "Q5"]  # fmt: skip
    texts: list[object] = ["Start Date", "End Date", "Response Type", "IP Address", "Progress",
             "Duration (in seconds)", "Finished", "Recorded Date", "Response ID", "Recipient Email",
             "Location Latitude", "Distribution Channel", "Which team\nare you in?",
             "How much do you agree? - I know why", "How much do you agree? - I can do it",
             "What helps? - Selected Choice - A guide", "What helps? - Selected Choice - A buddy",
             "What helps? - Selected Choice - Other", "What helps? - Other - Text",
             "Anything you want\n\nto add?"]  # fmt: skip
    ids: list[object] = [f'{{"ImportId":"{name}","timeZone":"Z"}}' for name in names]
    agree = ["Strongly disagree", "Somewhat disagree", "Neither agree nor disagree",
             "Somewhat agree", "Strongly agree"]  # fmt: skip
    rows: list[list[object]] = [names, texts, ids]
    for at in range(14):
        status = {3: "Survey Preview", 7: "Spam"}.get(at, "IP Address")
        rows.append([
            "2024-03-01 10:00:00", "2024-03-01 10:05:00", status, "1.2.3.4", 100 if at != 9 else 40,
            300 + at, "True" if at != 9 else "False", "2024-03-01 10:05:02", f"R_{at:03}", "",
            "50.1", "anonymous", ["Desk", "Phone"][at % 2], agree[at % 5], agree[(at + 2) % 5],
            "A guide" if at % 2 else "", "A buddy" if at % 3 == 0 else "", "Other" if at == 5 else "",
            "A film" if at == 5 else "", "Two\nlines" if at == 6 else "",
        ])  # fmt: skip
    return rows


def test_qualtrics_with_three_rows_of_headings(csv_file: CsvFile, read: Reader) -> None:
    draft = read(csv_file(qualtrics_rows(), encoding="utf-8"))
    assert (draft.source, draft.header_rows, len(draft.respondents)) == ("qualtrics", 3, 12)
    assert [note.why for note in draft.skipped] == ["it is a preview", "it is marked as spam"]
    assert told(draft) == {
        "Q2_1": "matrix", "Q2_2": "matrix", "Q4": "multi", "Q5": "text",
    }  # fmt: skip
    assert (draft.columns[12].heading, draft.columns[12].use, draft.columns[12].sure) == (
        "Q1 / Which team are you in?", "group", False
    )  # fmt: skip
    assert [one.group for one in draft.respondents][:2] == ["Desk", "Phone"]
    assert draft.question("Q2_1").block == "How much do you agree?"
    assert draft.question("Q2_1").scale == draft.question("Q2_2").scale
    assert labels(draft.question("Q4")) == ["A guide", "A buddy", "Other"]
    fifth = next(one for one in draft.respondents if one.source_id == "R_005")
    assert fifth.answers["Q4"].options == ("A guide", "Other")
    assert fifth.answers["Q4"].other == "A film"
    assert [one.source_id for one in draft.respondents if not one.complete] == ["R_009"]
    assert draft.respondents[0].seconds == 300
    assert "1.2.3.4" not in repr(draft)


def limesurvey_rows() -> list[list[object]]:
    head: list[object] = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
            "startlanguage. Start language", "seed. Seed", "ipaddr. IP address",
            "sus[SQ001]. Wie geht es? [Ich kenne den Plan]",
            "sus[SQ002]. Wie geht es? [Ich kann damit arbeiten]",
            "ch[A1]. Was nutzen Sie? [Telefon]", "ch[A2]. Was nutzen Sie? [E-Mail]",
            "ch[other]. Was nutzen Sie? [Sonstiges]",
            "r[1]. Reihenfolge [Rang 1]", "r[2]. Reihenfolge [Rang 2]", "r[3]. Reihenfolge [Rang 3]",
            "via. Kanal", "via[other]. Kanal [Sonstiges]"]  # fmt: skip
    agree = ["stimme gar nicht zu", "stimme eher nicht zu", "teils/teils", "stimme eher zu",
             "stimme voll zu"]  # fmt: skip
    things = ["Zeit", "Hilfe", "Ruhe"]
    rows: list[list[object]] = [head]
    for at in range(12):
        ranked = things[at % 3 :] + things[: at % 3]
        rows.append([
            at + 1, "" if at == 4 else f"2024-03-{at + 1:02} 10:00:00", 3, "de", 123456 + at, "9.9.9.9",
            agree[at % 5], agree[(at + 1) % 5], "Ja" if at % 2 else "", "Ja" if at % 3 else "",
            "Funk" if at == 2 else "", *ranked, ["Kiel", "Bonn"][at % 2] if at != 6 else "-oth-",
            "Ulm" if at == 6 else "",
        ])  # fmt: skip
    return rows


def test_limesurvey(csv_file: CsvFile, read: Reader) -> None:
    draft = read(csv_file(limesurvey_rows(), separator=";"))
    assert (draft.source, len(draft.respondents)) == ("limesurvey", 12)
    assert told(draft) == {
        "sus_SQ001": "matrix", "sus_SQ002": "matrix", "ch": "multi", "r": "rank", "via": "single",
    }  # fmt: skip
    assert [one.source_id for one in draft.respondents if not one.complete] == ["5"]
    assert labels(draft.question("sus_SQ001"))[::4] == ["stimme gar nicht zu", "stimme voll zu"]
    assert draft.question("sus_SQ001").block == "Wie geht es?"
    assert draft.respondents[2].answers["ch"].options == ("E-Mail", "Sonstiges")
    assert draft.respondents[2].answers["ch"].other == "Funk"
    assert draft.respondents[1].answers["r"].options == ("Hilfe", "Ruhe", "Zeit")
    assert draft.respondents[6].answers["via"].other == "Ulm"


def kobo_rows(*, split: bool, joined: bool) -> list[list[object]]:
    head: list[object] = ["start", "end", "intro/team", "intro/age"]
    head += ["use/tools"] if joined else []
    head += ["use/tools/phone", "use/tools/mail", "use/tools/chat"] if split else []
    head += [
        "use/why",
        "_id",
        "_uuid",
        "_submission_time",
        "_validation_status",
        "__version__",
        "_index",
    ]
    rows: list[list[object]] = [head]
    for at in range(10):
        ticks = [at % 2, (at + 1) % 2, int(at % 3 == 0)]
        names = [name for name, on in zip(("phone", "mail", "chat"), ticks, strict=True) if on]
        row: list[object] = ["2024-03-01T10:00:00.000+01:00", "2024-03-01T10:04:00.000+01:00",
                             ["north", "south"][at % 2], 30 + at]  # fmt: skip
        row += [" ".join(names)] if joined else []
        row += ticks if split else []
        row += [f"because of reason {at}", 500 + at, f"uuid-{at}", "2024-03-01T10:04:05",
                "validation_status_not_approved" if at == 9 else "", "v1", at + 1]  # fmt: skip
        rows.append(row)
    return rows


def test_kobo_ticks_mean_the_same_joined_and_split(csv_file: CsvFile, read: Reader) -> None:
    drafts = [
        read(csv_file(kobo_rows(split=split, joined=joined), f"{split}{joined}.csv", separator=";"))
        for split, joined in ((True, True), (True, False), (False, True))
    ]
    for draft in drafts:
        assert (draft.source, len(draft.respondents)) == ("kobo", 9)
        assert [note.why for note in draft.skipped] == ["it is not approved by who checked it"]
        multi = next(question for question in draft.questions if question.kind == "multi")
        assert [set(options) for options in picked(draft, multi.key)][:4] == [
            {"mail", "chat"}, {"phone"}, {"mail"}, {"phone", "chat"}
        ]  # fmt: skip
        assert draft.respondents[0].source_id == "uuid-0"
        assert draft.respondents[0].seconds == 240
    marks = [[one.identity for one in draft.respondents] for draft in drafts]
    assert marks[0] == marks[1] == marks[2]


def test_no_sheet_of_answers_is_refused_in_one_sentence(csv_file: CsvFile) -> None:
    import pytest

    from changedesk.store.errors import UserError

    with pytest.raises(UserError, match="one row for each person"):
        read_surveys(csv_file([["1"], ["2"]]))


def test_what_kobo_asks_several_times_lies_with_its_person(
    workbook: Workbook, read: Reader
) -> None:
    main = kobo_rows(split=False, joined=True)
    repeat: list[list[object]] = [["visit/day", "visit/place", "_index", "_parent_table_name",
                                   "_parent_index", "_submission__uuid"]]  # fmt: skip
    for at in range(12):
        repeat.append([f"day {at}", ["shop", "home"][at % 2], at + 1, "main", at // 3 + 1, "u"])
    repeat.append(["day x", "shop", 13, "main", 10, "u"])  # its response was not approved
    repeat.append(["day y", "shop", 14, "main", 77, "u"])
    found = read_surveys(workbook({"main": main, "visits": repeat}, name="k.xlsx"))
    (draft,) = found.drafts
    assert found.account.balanced
    assert (found.account.made, found.account.continuation) == (9, 12)
    assert [note.why for note in draft.skipped][1:] == [
        "the response that it belongs to is left out"
    ]
    assert [note.where.row for note in draft.rejected] == [15]
    day, place = draft.questions[-2:]
    assert (day.kind, place.kind, place.block) == ("text", "multi", "visits")
    first = draft.respondents[0].answers
    assert first[day.key].text == "day 0\nday 1\nday 2"
    assert set(first[place.key].options) == {"shop", "home"}
    assert draft.respondents[8].answers[day.key].missing == "not_shown"


def test_qualtrics_in_figures_with_two_rows_of_headings(csv_file: CsvFile, read: Reader) -> None:
    head: list[object] = [
        "ResponseID",
        "ResponseSet",
        "StartDate",
        "EndDate",
        "Finished",
        "Q1",
        "Q3",
        "Q9",
    ]
    rows: list[list[object]] = [head]
    rows.append(
        [
            "ResponseID",
            "ResponseSet",
            "StartDate",
            "EndDate",
            "Finished",
            "Tick all",
            "Rate it",
            "Why?",
        ]
    )
    ticks = ["1,2", "1", "2,3", "3", "1,2,3", "2"]
    rows += [
        [f"R_{at}", "Default", "2019-03-01 10:00:00", "2019-03-01 10:02:00", 1 if at else 0,
         ticks[at % 6], 1 + at % 5, f"Reason {at}"] for at in range(12)
    ]  # fmt: skip
    draft = read(csv_file(rows))
    assert (draft.source, draft.header_rows, len(draft.respondents)) == ("qualtrics", 2, 12)
    assert told(draft) == {"Q1": "multi", "Q3": "likert", "Q9": "text"}
    assert draft.question("Q1").text == "Tick all"
    assert picked(draft, "Q1")[4] == ("1", "2", "3")
    assert [one.complete for one in draft.respondents][:2] == [False, True]
    assert draft.respondents[0].seconds == 120


def test_limesurvey_in_codes_asks_for_the_order_and_knows_not_shown(
    csv_file: CsvFile, read: Reader
) -> None:
    head: list[object] = ["id", "submitdate", "lastpage", "startlanguage", "seed", "G1[SQ1]", "G1[SQ2]",
                          "M[A]", "M[B]", "Alter"]  # fmt: skip
    rows: list[list[object]] = [head]
    for at in range(12):
        rows.append([at + 1, f"2024-03-{at + 1:02} 10:00:00", 3, "de", at,
                     f"A{1 + at % 5}" if at != 7 else "N/A", f"A{1 + (at + 1) % 5}",
                     "Y" if at % 2 else "", "Y" if at % 3 else "", 30 + at])  # fmt: skip
    draft = read(csv_file(rows))
    assert told(draft) == {"G1_SQ1": "single", "G1_SQ2": "single", "M": "multi", "Alter": "number"}
    (asked,) = draft.asked
    assert asked.suggestion == ("A1", "A2", "A3", "A4", "A5")
    assert draft.answers("G1_SQ1")[7].missing == "not_shown"
    assert picked(draft, "M")[1] == ("A", "B")


def test_sheets_beside_the_answers_are_left_out_and_told(workbook: Workbook) -> None:
    answers: list[list[object]] = [["Team", "item_1", "item_2"]]
    answers += [["NS"[at % 2], 1 + at % 5, 1 + (at + 2) % 5] for at in range(8)]
    figures: list[list[object]] = [["Team", "Mean", "n"], ["N", 3.1, 4], ["S", 2.9, 4]]
    found = read_surveys(workbook({"Answers": answers, "Analysis": figures}, name="pulse.xlsx"))
    assert found.account.balanced
    assert [(note.name, note.taken) for note in found.sheets] == [
        ("Answers", True),
        ("Analysis", False),
    ]
    assert found.drafts[0].title == "pulse"
    assert [note.rows for note in found.account.skipped] == [3]


def test_surveymonkey_in_codes_ticks_by_the_number_of_the_option(
    csv_file: CsvFile, read: Reader
) -> None:
    rows: list[list[object]] = [
        ["Respondent ID", "Which apply?", "", "", "Why?"],
        ["", "Phone", "Mail", "Chat", "Open-Ended Response"],
    ]
    rows += [
        [100 + at, 1 if at % 2 else "", 2 if at % 3 else "", 3 if at % 4 == 0 else "", f"So {at}"]
        for at in range(12)
    ]
    draft = read(csv_file(rows))
    assert [question.kind for question in draft.questions] == ["multi", "text"]
    assert picked(draft, draft.questions[0].key)[:4] == [
        ("Chat",), ("Phone", "Mail"), ("Mail",), ("Phone",)
    ]  # fmt: skip


def test_google_forms_in_french_puts_the_day_first(csv_file: CsvFile, read: Reader) -> None:
    rows: list[list[object]] = [["Horodateur", "Je sais pourquoi", "Service"]]
    said = ["Tout à fait d’accord", "D’accord", "Pas d’accord", "Sans opinion"]
    rows += [[f"0{1 + at}/04/2024 10:00:00", said[at % 4], "RH"] for at in range(8)]
    draft = read(csv_file(rows, encoding="utf-16", separator="\t"))
    assert {one.submitted.month for one in draft.respondents if one.submitted} == {4}
    (question,) = draft.questions
    assert places(draft, question.key)[:4] == [5, 4, 2, None]
    assert draft.answers(question.key)[3].missing == "dont_know"


def test_limesurvey_in_words_says_yes_or_no_of_every_box(csv_file: CsvFile, read: Reader) -> None:
    head: list[object] = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "seed. Seed",
            "Q1[SQ001]. Channels? [Phone]", "Q1[SQ002]. Channels? [Chat]", "Q1[other]. Channels? [Other]",
            "Q2[SQ001]. Did you? [Read it]", "Q2[SQ002]. Did you? [Try it]",
            "groupTime5. Group time: A", "Q1Time. Question time: Q1"]  # fmt: skip
    yes_no = ("No", "Yes")
    rows: list[list[object]] = [head]
    for at in range(12):
        rows.append([at + 1, f"2026-03-{at + 1:02} 10:00:00", 2, 7, yes_no[at % 2], yes_no[at % 3 == 0],
                     "Fax" if at == 4 else "", yes_no[at % 2], yes_no[at % 4 == 0], 60.2, 7.5])  # fmt: skip
    draft = read(csv_file(rows))
    assert told(draft) == {
        "Q1": "multi", "Q2_SQ001": "single", "Q2_SQ002": "single"
    }, "a grid of yes and no stays one; how long it took is no answer"  # fmt: skip
    assert picked(draft, "Q1")[:5] == [("Chat",), ("Phone",), (), ("Phone", "Chat"), ("Other",)]
    assert draft.answers("Q1")[4].other == "Fax"
