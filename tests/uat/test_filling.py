"""The values of a data set stand where a step names them, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from changedesk.uat.filling import filled, values_of


def test_each_line_is_a_name_and_its_value():
    text = "language = Polish\n mail=skargi@example.com \n\nno value here\nsum = 12 = 3 * 4"
    assert values_of(text) == {
        "language": "Polish",
        "mail": "skargi@example.com",
        "sum": "12 = 3 * 4",
    }


def test_a_value_stands_in_each_of_the_three_ways_to_name_it():
    values = {"Language": "Polish"}
    assert filled("Write in <language>, [LANGUAGE] or ${Language}.", values) == (
        "Write in Polish, Polish or Polish."
    )


def test_what_no_data_set_names_stays():
    assert filled("Press [Enter] in <b>bold</b>, ${cost}.", {"mail": "x"}) == (
        "Press [Enter] in <b>bold</b>, ${cost}."
    )


def test_a_value_is_never_looked_into_again():
    assert filled("<a>", {"a": "<b>", "b": "no"}) == "<b>"


@given(st.text(), st.dictionaries(st.text(min_size=1), st.text()))
def test_a_text_without_a_place_is_left_alone(text, values):
    if not set(text) & set("<[{"):
        assert filled(text, values) == text
