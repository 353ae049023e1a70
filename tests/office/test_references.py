"""A row reference notices every slip of one sign or of two neighbours."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from changedesk.office.references import bare_reference, check_reference, row_reference

CODES = st.from_regex(r"[A-Z]{2,4}-[0-9]{3}\.[0-9]{2}", fullmatch=True)
SIGNS = string.ascii_uppercase + string.digits + "-."


@given(CODES)
def test_a_reference_says_its_code_and_checks(code):
    reference = row_reference(code)
    assert reference.startswith(f"{code}-")
    assert len(reference) == len(code) + 3
    assert check_reference(reference)
    assert bare_reference(reference) == code


@given(CODES)
def test_case_and_spaces_do_not_count(code):
    assert check_reference(f"  {row_reference(code).lower()} ")


@given(CODES, st.integers(0, 30), st.sampled_from(SIGNS))
def test_any_single_wrong_sign_is_noticed(code, place, sign):
    reference = row_reference(code)
    place %= len(code)
    assume(reference[place] != sign)
    assert not check_reference(reference[:place] + sign + reference[place + 1 :])


@given(CODES, st.integers(0, 30))
def test_any_two_swapped_neighbours_are_noticed(code, place):
    place %= len(code) - 1
    assume(code[place] != code[place + 1])
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert not check_reference(row_reference(code).replace(code, swapped))


def test_misread_letters_of_the_check_are_forgiven():
    reference = next(
        row_reference(f"UAT-{number:03}")
        for number in range(1000)
        if "0" in row_reference(f"UAT-{number:03}")[-2:]
    )
    assert check_reference(reference[:-2] + reference[-2:].replace("0", "O"))


@pytest.mark.parametrize("text", ["", "UAT-014.03", "-AC", "UAT-014.03-!!", "just words"])
def test_other_text_is_no_reference(text):
    assert not check_reference(text)


def test_codes_of_other_scripts_have_references_too():
    assert check_reference(row_reference("ПРИЁМКА-7"))
    assert row_reference("ПРИЁМКА-7") != row_reference("ПРИЕМКА-7")[:9]
