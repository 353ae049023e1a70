"""An Excel form goes out and comes back: every answer, once, in the wave where it belongs."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_project
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import add_survey, survey_from_form
from changedesk.survey.asking import add_wave, open_wave
from changedesk.survey.given import given
from changedesk.survey.queries import questions, wave_row
from changedesk.survey.records import Response
from changedesk.survey.sheet_form import export_survey_form
from changedesk.survey.sheet_form_taking import forms_in, take_forms

OFFICE = shutil.which("soffice")
AGREE = [
    ("1", "No, not at all", 1),
    ("2", "Rather not", 2),
    ("3", "Rather yes", 3),
    ("4", "Yes", 4),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud")
    yield desk
    desk.close()


@pytest.fixture
def waves(desk, ask) -> tuple[int, int]:
    return make_waves(desk, ask, "confidential")


def make_waves(desk, ask, mode) -> tuple[int, int]:
    asked = [
        ask("able", "likert", AGREE, text="I can do it without help", required=True),
        ask("used", "single", [("y", "Yes"), ("n", "No")], text="Have you used it?"),
        ask("how", "text", text="What for?", relevant="${used} = 'y'"),
        ask("what", "multi", [("chat", "Chat"), ("mail", "Mail"), ("tel", "Telephone")],
            text="Which channels do you serve?"),
        ask("first", "rank", [("a", "Speed"), ("b", "Calm"), ("c", "Help")], text="What matters?"),
        ask("rec", "nps", text="Would you recommend it?"),
        ask("days", "number", text="How many days?"),
        ask("since", "date", text="Since when?"),
        ask("more", "text", text="=HYPERLINK(\"http://x\")"),
    ]  # fmt: skip
    survey = survey_from_form(desk, 1, "Pulse", asked, mode=mode)
    made = [add_wave(desk, survey, title) for title in ("Before", "After")]
    for wave in made:
        open_wave(desk, wave)
    return made[0], made[1]


FULL = {
    "able": "Rather yes", "used": "Yes", "how": "Transfers\nand refunds", "what|chat": "Yes",
    "what|tel": "x", "first|a": 2, "first|b": 1, "first|c": 3, "rec": 9, "days": 2.5,
    "since": "2026-03-31", "more": "'=1+1",
}  # fmt: skip


def fill(form: Path, answers: dict[str, Any]) -> Path:
    book = openpyxl.load_workbook(form)
    sheet = book["Questions"]
    for row in sheet.iter_rows(min_row=1):
        name = str(row[3].value)
        if name in answers:
            row[2].value = answers[name]
    book.save(form)
    return form


def filled(desk, wave, path, **changed) -> Path:
    export_survey_form(desk, wave, path)
    return fill(path, {**FULL, **changed})


def only(desk, wave):
    (one,) = given(desk, [wave_row(desk, wave)])
    return one.answers


def test_every_kind_of_answer_comes_back_as_it_was_given(desk, waves, tmp_path) -> None:
    form = filled(desk, waves[0], tmp_path / "form.xlsx")
    account = take_forms(desk, [form])
    (taken,) = account.taken
    assert (taken.wave, taken.answered, taken.remarks) == ("Before", 9, ())
    assert dict(only(desk, waves[0])) == {
        "able": "3", "used": "y", "how": "Transfers\nand refunds", "what": ["chat", "tel"],
        "first": ["b", "a", "c"], "rec": "9", "days": "2.5", "since": "2026-03-31",
        "more": "'=1+1",
    }  # fmt: skip


def test_thirty_forms_in_a_folder_of_which_four_are_not_what_they_seem(
    desk, waves, tmp_path
) -> None:
    folder = tmp_path / "returned"
    folder.mkdir()
    for number in range(26):
        filled(desk, waves[0], folder / f"form {number:02}.xlsx", rec=number % 11)
    shutil.copy(folder / "form 03.xlsx", folder / "form 26 copy.xlsx")
    filled(desk, waves[1], folder / "form 27 other wave.xlsx")
    (folder / "form 28 damaged.xlsx").write_bytes((folder / "form 01.xlsx").read_bytes()[:3000])
    (folder / "form 29 damaged.xlsx").write_bytes(b"no workbook at all")
    (folder / "~$form 01.xlsx").write_bytes(b"Excel holds it")
    account = take_forms(desk, forms_in([folder]))
    assert account.files == 30
    assert len(account.taken) == 27
    assert account.known == ["form 26 copy.xlsx"]
    assert [name for name, _ in account.refused] == [
        "form 28 damaged.xlsx", "form 29 damaged.xlsx",
    ]  # fmt: skip
    assert all(why.endswith(".") for _, why in account.refused)
    assert len(given(desk, [wave_row(desk, waves[0])])) == 26
    assert len(given(desk, [wave_row(desk, waves[1])])) == 1
    again = take_forms(desk, forms_in([folder]))
    assert (len(again.taken), len(again.known)) == (0, 28)


def test_a_form_of_another_wave_is_refused_where_one_is_asked_for(desk, waves, tmp_path) -> None:
    form = filled(desk, waves[1], tmp_path / "form.xlsx")
    account = take_forms(desk, [form], wave=waves[0])
    assert account.refused == [("form.xlsx", "It answers another wave: After.")]


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(desk, waves, tmp_path) -> None:
    form = filled(desk, waves[0], tmp_path / "form.xlsx", able="perhaps", rec=17, **{"first|a": 1})
    (taken,) = take_forms(desk, [form]).taken
    answers = only(desk, waves[0])
    assert answers["able"] == answers["rec"] == {"missing": "skipped"}
    assert answers["used"] == "y"
    told = "\n".join(taken.remarks)
    assert "“perhaps” is none of the answers offered" in told
    assert "Questions!C" in told
    assert "a place was given twice" in told


def test_a_question_with_several_lines_says_how_to_answer_it(desk, waves, tmp_path) -> None:
    export_survey_form(desk, waves[0], tmp_path / "form.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "form.xlsx")["Questions"]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Which channels do you serve? – Yes beside all that apply" in said
    assert "What matters? – 1 beside the first, 2 beside the second, and so on" in said


@pytest.mark.parametrize("no", ["no", "✗", "falsch", "Нет"])
def test_a_no_beside_an_answer_is_no_tick_and_what_is_not_asked_is_told(
    desk, waves, tmp_path, no
) -> None:
    form = filled(
        desk, waves[0], tmp_path / "form.xlsx", used="No", how="Nothing",
        **{"what|chat": " YES ", "what|mail": no, "what|tel": "on Mondays"},
    )  # fmt: skip
    (taken,) = take_forms(desk, [form]).taken
    answers = only(desk, waves[0])
    assert answers["what"] == ["chat", "tel"]
    assert answers["how"] == {"missing": "not_shown"}
    assert taken.answered == 8
    assert "“on Mondays” is taken as a yes to Telephone" in taken.remarks[0]
    assert "“What for?” is not asked of who answers so" in taken.remarks[1]


def test_a_form_saved_once_more_is_told_where_it_holds_words_of_its_own(
    desk, waves, tmp_path
) -> None:
    first = filled(desk, waves[0], tmp_path / "1.xlsx")
    again = Path(shutil.copy(first, tmp_path / "2.xlsx"))
    openpyxl.load_workbook(again).save(again)
    short = {**dict.fromkeys(FULL), "able": "Yes"}
    for name in ("3.xlsx", "4.xlsx"):
        filled(desk, waves[0], tmp_path / name, **short)
    taken = take_forms(desk, forms_in([tmp_path])).taken
    told = [[remark for remark in one.remarks if "word for word" in remark] for one in taken]
    assert [len(one) for one in told] == [0, 1, 0, 0], "two people may choose alike"
    assert "1.xlsx" in told[1][0]


def test_a_column_put_before_the_others_loses_no_answer(desk, waves, tmp_path) -> None:
    form = filled(desk, waves[0], tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(form)
    book["Questions"].insert_cols(1)
    book.save(form)
    (taken,) = take_forms(desk, [form]).taken
    assert (taken.answered, taken.remarks) == (9, ())


def test_an_empty_form_and_a_stripped_one_are_refused_in_a_sentence(desk, waves, tmp_path) -> None:
    export_survey_form(desk, waves[0], tmp_path / "empty.xlsx")
    stripped = openpyxl.Workbook()
    stripped.active.append(["", "Something", "else"])
    stripped.save(tmp_path / "stripped.xlsx")
    account = take_forms(desk, [tmp_path / "empty.xlsx", tmp_path / "stripped.xlsx"])
    whys = dict(account.refused)
    assert whys["empty.xlsx"] == "Nothing is answered in it."
    assert "bears no mark" in whys["stripped.xlsx"]


def test_a_form_that_lost_its_marks_is_read_by_its_numbers_and_words(desk, waves, tmp_path) -> None:
    form = filled(desk, waves[0], tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(form)
    plain = openpyxl.Workbook()
    for row in book["Questions"].iter_rows(max_col=3, values_only=True):
        plain.active.append(row)
        plain.active.cell(plain.active.max_row, 2).data_type = "s"
    plain.save(form)
    (taken,) = take_forms(desk, [form], wave=waves[0]).taken
    assert taken.answered == 9
    assert only(desk, waves[0])["what"] == ["chat", "tel"]


def test_a_form_is_for_one_group_where_that_is_said(desk, waves, tmp_path) -> None:
    group = add_group(desk, "Team Leeds", headcount=8)
    export_survey_form(desk, waves[0], tmp_path / "form.xlsx", group=group)
    take_forms(desk, [fill(tmp_path / "form.xlsx", FULL)])
    row = desk.find(Response)
    assert (row.group_id, row.channel) == (group, "form")


def test_anonymous_forms_come_in_together_or_not_at_all(desk, ask, tmp_path) -> None:
    wave, _ = make_waves(desk, ask, "anonymous")
    forms = [filled(desk, wave, tmp_path / f"{n}.xlsx", rec=n) for n in range(6)]
    few = take_forms(desk, forms[:3])
    assert len(few.taken) == 0
    assert "at least 5 forms at once" in few.refused[0][1]
    assert len(take_forms(desk, forms).taken) == 6
    assert desk.find(Response) is None
    assert len(given(desk, [wave_row(desk, wave)])) == 6
    assert len(take_forms(desk, forms).known) == 6
    desk.undo()
    assert given(desk, [wave_row(desk, wave)]) == []
    assert desk.verify() == []


def test_a_closed_wave_takes_nothing(desk, ask, tmp_path) -> None:
    survey = add_survey(desk, 1, "Other")
    wave = add_wave(desk, survey, "Planned")
    assert questions(desk, survey) == ()
    export_survey_form(desk, wave, tmp_path / "form.xlsx")
    (refused,) = take_forms(desk, [tmp_path / "form.xlsx"]).refused
    assert "is not open" in refused[1]
    with pytest.raises(UserError):
        wave_row(desk, 99_999)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_form_that_libreoffice_saved_again_is_read_whole(desk, waves, tmp_path, ending) -> None:
    form = filled(desk, waves[0], tmp_path / "form.xlsx")
    assert OFFICE is not None
    target = tmp_path / "again"
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
         ending, "--outdir", str(target), str(form)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    (taken,) = take_forms(desk, [target / f"form.{ending}"]).taken
    assert (taken.answered, taken.remarks) == (9, ())
    assert only(desk, waves[0])["first"] == ["b", "a", "c"]
