"""TestLink's requirements as CSV without headings: known by their shape, or when asked for."""

from collections.abc import Callable
from pathlib import Path

from changedesk.exchange.drafts import RequirementImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import OWN_SHEET, read_any, recognise_file

Maker = Callable[..., Path]


def read(path: Path, kind: str | None = None) -> RequirementImport:
    found = read_any(path, kind)
    assert isinstance(found, RequirementImport)
    assert found.account.balanced
    return found


def test_rows_of_the_shape_are_known_without_comments(text_file: Maker) -> None:
    found = read(text_file("R-1,One,<p>Must&nbsp;do</p>,2,V,1,1\nR-2,Two,,3,D,0,2\n"))
    assert [(r.source_id, r.description) for r in found.requirements] == [
        ("R-1", "Must do"),
        ("R-2", ""),
    ]
    assert ("Status", "Valid") in found.requirements[0].further
    assert found.system == "testlink"


def test_short_rows_below_comments_are_read_when_asked_for(text_file: Maker) -> None:
    path = text_file("# docid, title\nR-1,One\nR-2,Two\n")
    assert [r.title for r in read(path, "requirements").requirements] == ["One", "Two"]


def test_a_row_with_an_unquoted_comma_is_rejected_when_asked_for(text_file: Maker) -> None:
    path = text_file("# docid\nR-1,One,Do this, and that,2,V,1,1\nR-2,Two,,2,V,1,1\n")
    found = read(path, "requirements")
    assert [r.source_id for r in found.requirements] == ["R-2"]
    assert [note.where.row for note in found.account.rejected] == [2]


def test_ids_that_come_again_are_kept_and_reported(text_file: Maker) -> None:
    found = read(text_file("R-1,One,,2,V,1,1\nR-1,Two,,2,V,1,2\n"))
    assert [r.source_key for r in found.requirements] == ["R-1", "R-1#2"]
    assert "more than once" in found.warnings[0]


def test_a_sheet_of_scripts_is_not_taken_for_requirements(text_file: Maker) -> None:
    path = text_file("ID,Title,Steps,Expected,Status\nT-1,One,Go,Gone,Pass\n")
    assert recognise_file(read_file(path)) is OWN_SHEET
