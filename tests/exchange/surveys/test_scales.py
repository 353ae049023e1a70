"""Scales in words: labels of many languages in order, and options joined in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.surveys.joined import joint_of
from changedesk.exchange.surveys.scale_words import LADDERS, PATTERNS
from changedesk.exchange.surveys.scales import (
    known_ladder,
    label_key,
    ladders_of,
    numbered,
    suggested,
)

FIVE = {
    "en": "Strongly disagree, Disagree, Neither agree nor disagree, Agree, Strongly agree",
    "de": "Stimme gar nicht zu, Stimme eher nicht zu, Teils-teils, Stimme eher zu, Stimme voll zu",
    "fr": "Pas du tout d'accord, Pas d'accord, Neutre, D'accord, Tout à fait d’accord",
    "es": "Muy en desacuerdo, En desacuerdo, Indiferente, De acuerdo, Muy de acuerdo",
    "pt": "Discordo totalmente, Discordo, Neutro, Concordo, Concordo totalmente",
    "it": "Per niente d'accordo, Non d'accordo, Neutrale, D'accordo, Molto d'accordo",
    "nl": "Helemaal mee oneens, Mee oneens, Neutraal, Mee eens, Helemaal mee eens",
    "pl": "Zdecydowanie nie, Raczej nie, Trudno powiedzieć, Raczej tak, Zdecydowanie tak",
    "ja": "全くそう思わない, そう思わない, どちらともいえない, そう思う, とてもそう思う",
}
KNOWN = [
    (name, language, {int(rung.partition(" ")[0]): rung.partition(" ")[2].split(", ")[0]
                      for rung in text.split("; ")})
    for name, languages in LADDERS.items() for language, text in languages.items()
]  # fmt: skip


@pytest.mark.parametrize("language", FIVE)
@pytest.mark.parametrize("turned", [False, True])
def test_five_labels_of_agreement_are_put_in_order(language: str, turned: bool) -> None:
    labels = FIVE[language].split(", ")
    found = known_ladder(labels[::-1] if turned else labels, ())
    assert found is not None
    assert (found.labels, found.sure) == (tuple(labels), True)
    assert [found.place(label.upper()) for label in labels] == [1, 2, 3, 4, 5]


@given(st.sampled_from(KNOWN), st.data())
def test_whatever_was_chosen_the_order_of_the_labels_stays(
    known: tuple[str, str, dict[int, str]], data: st.DataObject
) -> None:
    _, _, words = known
    pattern = data.draw(
        st.sampled_from([one for one in PATTERNS if set(one) <= set(words)] or [()])
    )
    chosen = data.draw(st.lists(st.sampled_from(pattern or tuple(words)), min_size=2, unique=True))
    labels = [words[place] for place in chosen]
    found = known_ladder(labels, ())
    assert found is not None
    places = [found.place(label) for label in labels]
    assert None not in places
    assert sorted(zip(chosen, places, strict=True)) == list(
        zip(sorted(chosen), sorted(place or 0 for place in places), strict=True)
    )


def test_seven_and_four_labels_are_scales_too() -> None:
    seven = ["Strongly disagree", "Disagree", "Somewhat disagree", "Neutral", "Somewhat agree",
             "Agree", "Strongly agree"]  # fmt: skip
    found = known_ladder(sorted(seven), ())
    assert found is not None
    assert found.labels == tuple(seven)
    four = known_ladder(["Agree", "Strongly agree", "Disagree", "Strongly disagree"], ())
    assert four is not None
    assert (four.labels[1:3], four.sure) == (("Disagree", "Agree"), False)


def test_a_label_that_nobody_chose_keeps_its_place() -> None:
    found = known_ladder(["Agree", "Disagree", "Strongly disagree"], ())
    assert found is not None
    assert found.labels == ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
    assert not found.sure
    assert "nobody chose “Neutral”" in found.why
    shared = known_ladder(["Agree", "Disagree"], ["Neither agree nor disagree", "Strongly agree"])
    assert shared is not None
    assert shared.place("neither agree nor disagree") == 3


def test_answers_that_are_no_scale_are_none() -> None:
    assert ladders_of(["Yes", "No"]) == []
    assert known_ladder(["Excel", "R", "Stata"], ()) is None
    assert known_ladder(["Agree", "Banana"], ()) is None
    assert known_ladder(["Agree"], ()) is None


def test_labels_with_figures_are_read_by_their_figure_and_bands_of_age_are_not() -> None:
    assert numbered(["1 = never", "5: always", "3"]) == {"1 = never": 1, "5: always": 5, "3": 3}
    assert numbered(["4 (agree)", "5 (agree fully)"]) == {"4 (agree)": 4, "5 (agree fully)": 5}
    assert numbered(["18-29", "30-44"]) is None
    assert numbered(["1 yes", "1 no"]) is None
    assert numbered(["6'3\"", "5'4\""]) is None


def test_words_of_degree_suggest_an_order_and_others_do_not() -> None:
    rude = ["Yes, very rude", "No, not rude at all", "Yes, somewhat rude"]
    assert suggested(rude) == ("No, not rude at all", "Yes, somewhat rude", "Yes, very rude")
    assert suggested(["Excel", "R", "Stata"]) == ()
    assert label_key(rude) == label_key(rude[::-1])


def test_an_option_that_holds_the_separator_stays_whole() -> None:
    texts = [
        "Mail",
        "Chat, by voice",
        "Mail, Chat, by voice",
        "Phone, Mail",
        "Phone",
        "Mail, Phone",
    ]
    joint = joint_of(texts)
    assert joint is not None
    assert set(joint.options) == {"Mail", "Chat, by voice", "Phone"}
    assert joint.split("Chat, by voice, Mail") == ["Chat, by voice", "Mail"]
    assert joint.split("Mail, with a pen, slowly, Phone") == ["Mail", "with a pen, slowly", "Phone"]


@given(
    st.lists(
        st.lists(st.sampled_from(["A, b", "A", "C; d", "E"]), min_size=1, unique=True), min_size=1
    )
)
def test_options_that_are_known_are_found_again_in_every_cell(rows: list[list[str]]) -> None:
    offered = ("A", "A, b", "C; d", "E")
    texts = [", ".join(row) for row in rows] + ["A, E"]
    joint = joint_of(
        [text.replace(";", ",") for text in texts], [o.replace(";", ",") for o in offered]
    )
    assert joint is not None
    for row, text in zip(rows, texts, strict=False):
        assert joint.split(text.replace(";", ",")) == [one.replace(";", ",") for one in row]


def test_single_answers_and_free_text_are_not_taken_apart() -> None:
    single = ["No, not at all", "Yes, very much", "Yes, a bit", "No, not at all", "Yes, a bit"]
    assert joint_of(single) is None
    free = [f"It is slow, and {at} times it failed; I wait" for at in range(20)]
    assert joint_of(free) is None
