"""What a source says beyond the fields comes back as it went in."""

from hypothesis import given
from hypothesis import strategies as st

from changedesk.uat.further import packed, unpacked

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
