"""XLSForms: what is taken, what is refused with its place, and that writing loses nothing."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.cells import clean_cell
from changedesk.exchange.child import messages
from changedesk.exchange.reader import assemble, read_file
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.xlsform.columns import KINDS, SELECTS
from changedesk.exchange.xlsform.form import (
    Choice,
    FormDraft,
    FormGroup,
    FormItem,
    FormQuestion,
    Refused,
)
from changedesk.exchange.xlsform.reading import form_of, is_xlsform, read_xlsform
from changedesk.exchange.xlsform.writing import write_xlsform
from changedesk.store.errors import UserError

Rows = Sequence[Sequence[str]]
YES_NO = (("list_name", "name", "label"), ("yn", "yes", "Yes"), ("yn", "no", "No"))


def sheet(name: str, rows: Rows) -> SheetData:
    return SheetData(name, tuple(tuple(row) for row in rows))


def form(survey: Rows, choices: Rows = YES_NO, options: Rows = ()) -> FormDraft:
    sheets = (sheet("survey", survey), sheet("choices", choices), sheet("settings", options))
    return form_of(ForeignFile(Path("form.xlsx"), "xlsx", sheets))


def refusals(draft: FormDraft) -> list[tuple[str, int, str]]:
    return [(one.sheet, one.row, one.why) for one in draft.refused]


def test_every_column_of_a_question_is_taken() -> None:
    head = (
        "type", "name", "label::English (en)", "label::Deutsch (de)", "hint", "required",
        "relevant", "constraint", "constraint_message", "default", "appearance", "choice_filter",
        "calculation", "parameters", "changedesk_reverse",
    )  # fmt: skip
    draft = form(
        [
            head,
            ("select_one yn or_other", "q", "Used?", "Genutzt?", "A hint", "Yes", "${a} = 1",
             ". != ''", "No", "yes", "minimal", "cf = 'x'", "1 + 1", "randomize=true", "yes"),
        ]
    )  # fmt: skip
    assert draft.items == (
        FormQuestion(
            "select_one", "q", {"English (en)": "Used?", "Deutsch (de)": "Genutzt?"},
            {"": "A hint"}, "yn", True, "yes", "${a} = 1", ". != ''", {"": "No"}, "yes", "minimal",
            "cf = 'x'", "1 + 1", "randomize=true", {"reverse": "yes"},
        ),
    )  # fmt: skip
    assert draft.languages == ("English (en)", "Deutsch (de)")
    assert draft.refused == ()


@pytest.mark.parametrize(
    ("written", "kind", "list_name", "other"),
    [
        ("TEXT", "text", "", False),
        ("datetime", "dateTime", "", False),
        ("dateTime", "dateTime", "", False),
        ("int", "integer", "", False),
        ("select one yn", "select_one", "yn", False),
        ("Select_One  yn", "select_one", "yn", False),
        ("select one from yn", "select_one", "yn", False),
        ("select all that apply from yn or specify other", "select_multiple", "yn", True),
        ("select_multiple yn or_other", "select_multiple", "yn", True),
        ("rank yn", "rank", "yn", False),
    ],
)
def test_types_are_read_as_people_write_them(
    written: str, kind: str, list_name: str, other: bool
) -> None:
    (one,) = form([("Type ", " NAME", "Label"), (written, "q", "?")]).items
    assert isinstance(one, FormQuestion)
    assert (one.kind, one.list_name, one.or_other) == (kind, list_name, other)


def test_headings_are_read_in_any_case_with_spaces_and_older_names() -> None:
    draft = form(
        [("TYPE", "name ", "Label : English", "Relevance"), ("text", "q", "Why?", "1 = 1")],
        [("List Name", " Name", "LABEL"), ("yn", "yes", "Yes")],
        [("Title", "Form_ID", "version"), ("Pulse", "pulse", "3")],
    )
    (one,) = draft.items
    assert isinstance(one, FormQuestion)
    assert (one.labels, one.relevant) == ({"English": "Why?"}, "1 = 1")
    assert draft.lists == {"yn": (Choice("yes", {"": "Yes"}),)}
    assert (draft.title, draft.form_id, draft.version) == ("Pulse", "pulse", "3")


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("geopoint", "place on a map"),
        ("image", "picture"),
        ("select_one_from_file x.csv", "another file"),
        ("select_multiple_from_file x.csv", "another file"),
        ("select_one_external x", "another file"),
        ("deviceid", "device or the person"),
        ("uri:deviceid", "device or the person"),
        ("select_one", "which list"),
        ("select_one missing", "no list “missing”"),
        ("wizardry", "“wizardry” is no type"),
        ("", "no type"),
    ],
)
def test_what_is_not_taken_is_told_with_sheet_and_row(kind: str, why: str) -> None:
    draft = form([("type", "name", "label"), ("text", "a", "?"), (kind, "b", "?")])
    assert [(one.sheet, one.row, one.what) for one in draft.refused] == [("survey", 3, "“b”")]
    assert why in draft.refused[0].why
    assert draft.refused[0].sentence.startswith("Sheet survey, row 3: “b” was not taken, because ")
    assert [one.name for one, _ in draft.questions()] == ["a"]


def test_a_repeat_goes_with_all_that_is_in_it() -> None:
    draft = form(
        [
            ("type", "name", "label"),
            ("begin repeat", "child", "Child"),
            ("text", "a", "?"),
            ("begin group", "g", "?"),
            ("geopoint", "b", "?"),
            ("end group", "", ""),
            ("end repeat", "", ""),
            ("text", "c", "?"),
        ]
    )
    assert refusals(draft) == [("survey", 2, "repeated questions have no place in a survey")]
    assert [one.name for one, _ in draft.questions()] == ["c"]


def test_names_and_lookups_that_cannot_be_are_told() -> None:
    draft = form(
        [
            ("type", "name", "calculation", "disabled", "rows", "media::image"),
            ("text", "a", "", "", "4", "x.png"),
            ("text", "a"),
            ("text", ""),
            ("text", "2b"),
            ("calculate", "c", "pulldata ('x', 'y', 'z', 1)"),
            ("text", "d", "", "yes"),
            ("# a remark", "e"),
            (),
        ],
        [("list_name", "name", "label", "image"), ("", "yes"), ("yn",), ("yn", "a b"),
         ("yn", "no"), ("yn", "no")],
    )  # fmt: skip
    assert [(one.sheet, one.row) for one in draft.refused] == [
        *(("survey", row) for row in (3, 4, 5, 6, 7, 1, 1)),
        *(("choices", row) for row in (2, 3, 4, 6, 1)),
    ]
    told = " ".join(one.sentence for one in draft.refused)
    for words in ("row 2 has that name already", "pulldata()", "switched off", "“2b” cannot be"):
        assert words in told


def test_the_same_choice_twice_is_taken_where_the_form_allows_it() -> None:
    rows = [("list_name", "name", "cf"), ("yn", "king", "a"), ("yn", "king", "b")]
    settings_rows = [("allow_choice_duplicates",), ("yes",)]
    draft = form([("type", "name")], rows, settings_rows)
    assert draft.lists["yn"] == (
        Choice("king", {}, {"cf": "a"}),
        Choice("king", {}, {"cf": "b"}),
    )
    assert len(form([("type", "name")], rows).refused) == 1


@pytest.mark.parametrize(
    ("survey", "told"),
    [
        ([("type", "name", "label", "Label ")], "row 1, two columns are called “Label”"),
        ([("type", "name", "hint::en", "hint:EN")], "two columns are called “hint:EN”"),
        ([("type", "name"), ("begin group", "g")], "row 2, a group begins that never ends"),
        ([("type", "name"), ("end group", "g")], "row 2, a group ends that did not begin"),
        (
            [("type", "name"), ("begin group", "g"), ("end repeat", "")],
            "row 3, a repeat ends that did not begin",
        ),
        ([("type", "name"), *[("begin_group", "g")] * 30], "nested more than 20 deep"),
        ([("name", "label")], "is no XLSForm"),
        ([()], "is no XLSForm"),
    ],
)
def test_half_a_form_is_refused_whole(survey: Rows, told: str) -> None:
    with pytest.raises(UserError, match=r"form\.xlsx was not read") as refusal:
        form(survey)
    assert told in str(refusal.value)


def test_two_columns_of_choices_are_refused_by_name() -> None:
    with pytest.raises(UserError, match="sheet choices, row 1, two columns are called “list name”"):
        form([("type", "name")], [("list_name", "list name", "name")])


def test_a_form_is_told_from_other_workbooks(workbook: Callable[..., Path]) -> None:
    made = workbook({"Survey": [["Type", "Name"], ["text", "q"]]}, name="a.xlsx")
    assert is_xlsform(read_file(made))
    assert [one.name for one, _ in read_xlsform(made).questions()] == ["q"]
    assert not is_xlsform(read_file(workbook({"Survey": [["Name"]]}, name="b.xlsx")))
    assert not is_xlsform(read_file(workbook({"Tests": [["type", "name"]]}, name="c.xlsx")))


def test_groups_hold_their_questions() -> None:
    draft = form(
        [
            ("type", "name", "label", "relevant", "appearance"),
            ("begin_group", "outer", "Outer", "${a} = 1", "field-list"),
            ("begin group", "inner"),
            ("text", "q"),
            ("END GROUP",),
            ("end_group", "something"),
        ]
    )
    ((question, groups),) = draft.questions()
    assert question.name == "q"
    assert [group.name for group in groups] == ["outer", "inner"]
    assert (groups[0].relevant, groups[0].appearance) == ("${a} = 1", "field-list")


def test_a_refusal_does_not_make_two_forms_differ() -> None:
    assert FormDraft("a") == FormDraft("a", refused=(Refused("survey", 2, "x", "y"),))


def test_what_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    draft = FormDraft("=1+1", items=(FormQuestion("text", "q", {"": "=HYPERLINK(1)"}),))
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_xlsform(draft))
    book = openpyxl.load_workbook(path)
    assert {cell.data_type for row in book["survey"].iter_rows() for cell in row} <= {"s", "n"}
    assert book["survey"]["C2"].quotePrefix
    assert read_xlsform(path) == draft


def test_a_text_that_no_cell_holds_is_refused() -> None:
    with pytest.raises(UserError, match="column label is longer than a cell"):
        write_xlsform(FormDraft(items=(FormQuestion("text", "q", {"": "x" * 40_000}),)))


# --- reading and writing back means the same ------------------------------------------------


def trimmed(text: str) -> str:
    return clean_cell(text).strip()


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).map(trimmed).filter(bool)
LINE = st.text("abc =<>$'\"{}.,Ä1_x0041_", min_size=1, max_size=12).map(trimmed).filter(bool)
NAME = st.from_regex(r"[a-zA-Z_ä][a-zA-Z0-9_.\-]{0,5}", fullmatch=True)
LANGUAGE = st.sampled_from(["English (en)", "Deutsch (de)", "ไทย", "zz"])


@st.composite
def forms(draw: st.DrawFn) -> FormDraft:
    languages = tuple(draw(st.lists(LANGUAGE, unique=True, max_size=3)))
    texts = st.dictionaries(st.sampled_from(["", *languages]), TEXT, max_size=3)
    further = st.dictionaries(st.sampled_from(["cf", "Region", "order_2"]), TEXT, max_size=2)
    lists = {
        name: tuple(
            Choice(one, draw(texts), draw(further))
            for one in draw(st.lists(NAME, min_size=1, max_size=3, unique=True))
        )
        for name in draw(st.lists(NAME, max_size=2, unique=True))
    }
    names = iter(draw(st.lists(NAME, min_size=8, max_size=8, unique=True)))

    def line() -> str:
        return draw(st.one_of(st.just(""), LINE))

    def question() -> FormQuestion:
        kind = draw(st.sampled_from([one for one in KINDS if lists or one not in SELECTS]))
        select = kind in SELECTS
        return FormQuestion(
            kind,
            next(names),
            draw(texts),
            draw(texts),
            draw(st.sampled_from(sorted(lists))) if select else "",
            select and draw(st.booleans()),
            draw(st.sampled_from(["", "yes", "${a} = 'b'"])),
            *(line(), line(), draw(texts), line(), line(), line(), line(), line()),
            draw(st.dictionaries(st.sampled_from(["reverse", "element"]), LINE, max_size=2)),
        )

    def items(depth: int) -> tuple[FormItem, ...]:
        made: list[FormItem] = []
        for _ in range(draw(st.integers(0, 2))):
            if depth and draw(st.booleans()):
                group = FormGroup(draw(NAME), draw(texts), draw(texts), line(), line())
                made.append(
                    FormGroup(
                        group.name, group.labels, group.hints, group.relevant, group.appearance,
                        items(depth - 1),
                    )
                )  # fmt: skip
            else:
                made.append(question())
        return tuple(made)

    heads = [line() for _ in range(3)]
    return FormDraft(
        heads[0], heads[1], heads[2], draw(st.sampled_from(["", *languages])), languages,
        items(2), lists, draw(st.booleans()),
    )  # fmt: skip


def read_here(path: Path) -> FormDraft:
    """What the child process tells, without a process for every example."""
    told = "\n".join(json.dumps(message) for message in messages(path))
    return form_of(assemble(path, told.encode()))


@given(forms())
def test_a_form_written_and_read_back_means_the_same(
    tmp_path_factory: pytest.TempPathFactory, draft: FormDraft
) -> None:
    path = tmp_path_factory.mktemp("forms") / "form.xlsx"
    path.write_bytes(write_xlsform(draft))
    again = read_here(path)
    assert again == draft
    assert again.refused == ()


CELL: Any = st.one_of(
    st.sampled_from(
        ["type", "name", "label", "text", "select_one yn", "yn", "begin group", "end group", "q",
         "begin repeat", "end repeat", "", "label::en", "pulldata(", "rank", "list_name"]
    ),
    st.text(max_size=6),
)  # fmt: skip
TABLE = st.lists(st.lists(CELL, max_size=5), max_size=8)


@given(TABLE, TABLE, TABLE)
def test_any_sheets_are_a_form_or_refused_in_a_sentence(
    survey: list[list[str]], choices: list[list[str]], options: list[list[str]]
) -> None:
    try:
        draft = form([("type", "name", "label"), *survey], choices, options)
    except UserError as refusal:
        told = str(refusal)
    else:
        told = "form.xlsx was not read"
        for one in draft.refused:
            assert one.sentence.endswith(".")
    assert "form.xlsx was not read" in told
