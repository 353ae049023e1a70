"""Survey forms among what came back: each is one answer to a wave."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from changedesk.cli.output import one_line
from changedesk.store.errors import ChangeDeskError
from changedesk.store.workspace import Workspace

if TYPE_CHECKING:
    from changedesk.survey.sheet_form_taking import FormsAccount


def is_form(file: Path) -> bool:
    """Tell whether a file says that it is a survey form of ours."""
    from changedesk.exchange.guard import inspect
    from changedesk.office.carriers import read_identity
    from changedesk.survey.sheet_form import KIND

    try:
        if inspect(file).kind != "xlsx":
            return False
        identity = read_identity(file)
    except (ChangeDeskError, OSError):
        return False  # what is wrong with it is said when it is taken for a workbook
    return identity is not None and identity.kind == KIND


def receive_forms(workspace: Workspace, files: Sequence[Path], *, only_try: bool) -> "FormsAccount":
    """Take survey forms in, or only say what that would do."""
    from changedesk.survey.sheet_form_taking import take_forms

    return take_forms(workspace, files, only_try=only_try)


def forms_facts(account: "FormsAccount") -> dict[str, Any]:
    """Return the account of forms by the keys of the contract."""
    return {
        "kind": "survey-form",
        "created": {"response": len(account.taken)} if account.taken else {},
        "updated": {},
        "unchanged": len(account.known),
        "skipped": [],
        "rejected": [
            *({"where": name, "why": why} for name, why in account.refused),
            *({"where": one.file, "why": why} for one in account.taken for why in one.left_out),
        ],
        "conflicts": [],
        "warnings": [
            f"{one.file}: {remark}"
            for one in account.taken
            for remark in one.remarks
            if remark not in one.left_out
        ],
        "taken": sum(one.answered for one in account.taken),
        "filled": sum(one.answered for one in account.taken),
        "returned_by": "",
        "document": "",
    }


def forms_need_a_person(account: "FormsAccount") -> bool:
    """Tell whether a form was refused, or something that was filled in was not taken."""
    return bool(account.refused) or any(one.left_out for one in account.taken)


def forms_words(account: "FormsAccount", *, dry_run: bool) -> Iterator[str]:
    """Yield what became of forms, for people."""
    would = "would take in" if dry_run else "took in"
    yield (
        f"Survey forms: {would} {len(account.taken):,}, {len(account.known):,} there already, "
        f"{len(account.refused):,} refused"
    )
    for name, why in account.refused:
        yield f"  {one_line(name)}: {one_line(why)}"
    for one in account.taken:
        for remark in one.remarks:
            yield f"  note: {one_line(one.file)}: {one_line(remark)}"
