"""What a person decided about a form of file is kept, and reads the next wave by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.reader import read_file
from changedesk.exchange.surveys.choices import KINDS, USES, Choices, choices_of
from changedesk.exchange.surveys.drafts import Base, MissingReason, SurveyDraft
from changedesk.exchange.surveys.reading import surveys_of
from changedesk.exchange.surveys.remembered import read_as_before, remember
from changedesk.store.errors import UserError

CsvFile = Callable[..., Path]
Reader = Callable[..., SurveyDraft]

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\n"), min_size=1, max_size=12
)
LABELS = st.lists(NAMES, min_size=1, max_size=5, unique=True).map(tuple)


def kept(values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(NAMES, values, max_size=4)


@given(
    st.builds(
        Choices,
        source=st.sampled_from(["own", "kobo", None]),
        header_rows=st.sampled_from([None, 1, 2, 3]),
        uses=kept(st.sampled_from(USES)),
        kinds=kept(st.sampled_from(KINDS)),
        orders=kept(LABELS),
        spans=kept(st.tuples(st.integers(0, 1), st.integers(2, 10))),
        options=kept(LABELS),
        reverse=kept(st.booleans()),
        scales=kept(NAMES),
        bases=kept(st.sampled_from(["answered", "all"])),
        missing=kept(st.sampled_from(get_args(MissingReason))),
        date_order=st.sampled_from([None, "day", "month"]),
    )
)
def test_choices_come_back_from_their_profile(choices: Choices) -> None:
    assert choices_of(choices.profile()) == choices


def test_the_next_wave_is_read_by_the_profile_of_the_first(
    csv_file: CsvFile, read: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path / "home"))
    head = ["Halle", "Macht es Spaß", "Geht es schnell"]
    words = ["nö", "geht so", "jo"]
    first = [head, *(["Nord", words[at % 3], words[(at + 1) % 3]] for at in range(9))]
    second = [head, *(["Süd", words[(at + 2) % 3], words[at % 2]] for at in range(7))]
    path = csv_file(first, "march.csv")
    before = surveys_of(read_file(path), Choices())
    (asked,) = before.drafts[0].asked[:1]
    chosen = Choices(uses={"Halle": "site"}, orders={asked.key: tuple(words)})
    remember(before, chosen)
    remember(before, Choices())
    later = read_file(csv_file(second, "june.csv"))
    draft = read_as_before(later, Choices()).drafts[0]
    assert not draft.asked
    assert [one.site for one in draft.respondents] == ["Süd"] * 7
    assert [answer.number for answer in draft.answers("macht_es_spaß")][:3] == [3, 1, 2]
    assert draft.questions[1].scale == draft.questions[0].scale


def test_a_column_that_is_not_there_is_told(csv_file: CsvFile, read: Reader) -> None:
    path = csv_file([["q1", "q2"], *([1 + at % 5, 2] for at in range(5))])
    with pytest.raises(UserError, match="no column “Crew”"):
        read(path, Choices(uses={"Crew": "group"}))


def test_a_word_that_a_person_calls_no_answer_is_none_and_the_other_way_round(
    csv_file: CsvFile, read: Reader
) -> None:
    said = [1, 2, 3, 4, 5, 77]
    path = csv_file(
        [["item_1", "Why"], *([said[at % 6], ["N/A", "as"][at % 2]] for at in range(12))]
    )
    draft = read(path, Choices(missing={"N/A": "", "as": "dont_know"}))
    assert [answer.missing for answer in draft.answers("Why")][:2] == ["", "dont_know"]
    assert draft.answers("item_1")[5].missing == "na"


@pytest.mark.parametrize(("base", "counted"), [("answered", 8), ("all", 12)])
def test_who_ticked_nothing_counts_where_a_person_says_so(
    csv_file: CsvFile, read: Reader, base: Base, counted: int
) -> None:
    rows = [["Team", "Pick", "p_a", "p_b", "Rate", "Why"],
            *(["N", ["a;b", "a", ""][at % 3], ["x", "", ""][at % 3], ["", "x", ""][at % 3],
               1 + at % 5, f"So {at}"]
              for at in range(12))]  # fmt: skip
    draft = read(csv_file(rows), Choices(bases={"Pick": base, "p": base}))
    assert [question.kind for question in draft.questions][:2] == ["multi"] * 2
    for question in draft.questions[:2]:
        real = [answer for answer in draft.answers(question.key) if not answer.missing]
        assert len(real) == counted
