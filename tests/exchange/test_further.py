"""What a source says beyond the fields comes back as it went in."""

from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.further import merged, packed, unpacked

PAIRS = st.lists(st.tuples(st.text(), st.text())).map(tuple)


@given(PAIRS)
def test_what_is_packed_comes_back_in_its_order(pairs: tuple[tuple[str, str], ...]) -> None:
    assert unpacked(packed(pairs)) == pairs


@given(st.text(min_size=1))
def test_any_other_text_comes_back_whole(text: str) -> None:
    found = unpacked(text)
    assert found == (("", text),) or packed(found) == text or text.strip() == "[]"


def test_nothing_further_is_an_empty_field() -> None:
    assert packed([]) == ""
    assert unpacked("") == ()


@given(PAIRS)
def test_a_source_that_says_the_same_changes_nothing(pairs: tuple[tuple[str, str], ...]) -> None:
    once = merged("", pairs)
    assert merged(once, pairs) == once
    assert merged(once, ()) == once


def test_what_a_source_leaves_out_stays_and_what_it_says_anew_replaces() -> None:
    before = packed([("Owner", "Ann"), ("Tags", "a"), ("Tags", "b")])
    told = merged(before, [("New", "x"), ("Tags", "c")])
    assert unpacked(told) == (("Owner", "Ann"), ("Tags", "c"), ("New", "x"))


def test_another_order_is_no_difference() -> None:
    before = packed([("Owner", "Ann"), ("Tags", "a")])
    assert merged(before, [("Tags", "a"), ("Owner", "Ann")]) == before
