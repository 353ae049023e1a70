"""What comes from another copy is looked at sign by sign, however it is spelled."""

import pytest

from changedesk.store.wirecheck import first_texts


@pytest.mark.parametrize("text", ["", "Plain", "Größe · 10 %", 'a "quoted" \\ one', "two\\nlines"])
def test_first_values_that_are_clean_are_read(text: str) -> None:
    written = text.replace("\\", "\\\\").replace('"', '\\"')
    assert first_texts(f'{{"title":"{written}"}}') == {"title": text}


@pytest.mark.parametrize(
    "val",
    [
        '{"title":"a\x7fb"}',
        '{"title":"a\x00b"}',
        '{"title":"a\\u0000b"}',
        '{"title":"a\\bb"}',
        '{"title":"é\x7f"}',
        '{"title":"é\ufffe"}',
        '{"title":"\\ud800"}',
        '{"title":1}',
        '{"title":"a"} ',
        ' {"title":"a"}',
        '["a"]',
        "{",
        "",
    ],
)
def test_first_values_that_no_program_of_ours_writes_are_not(val: str) -> None:
    assert first_texts(val) is None
