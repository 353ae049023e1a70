"""The pictures of a result: kept with it, carried on, and replaced where one was edited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import refuse_closed
from changedesk.uat.records import Evidence, Run, StepResult


@dataclass(frozen=True)
class Picture:
    """A picture or file to be kept with a result."""

    data: bytes
    name: str = "screenshot.png"
    media_type: str = "image/png"
    caption: str = ""


def carry_pictures(workspace: Workspace, change: Change, old: int, fresh: int) -> None:
    """Keep the pictures of a result with another one too, within a change."""
    kept = workspace.rows(
        Evidence.select(
            Evidence.content, Evidence.media_type, Evidence.name, Evidence.caption, Evidence.size
        ).where(Evidence.result == old)
    )
    change.add_many(Evidence, [{"result": fresh, **row._asdict()} for row in kept])


def add_pictures(
    workspace: Workspace, result: int, pictures: Sequence[Picture], *, initiator: object = None
) -> list[int]:
    """Keep pictures with a result that was recorded; return their keys.

    Where the result was recorded anew with the same outcome meanwhile, they go to that one. Raises
    UserError in a closed cycle.
    """
    _refuse_closed(workspace, [result])
    label = "Add a picture" if len(pictures) == 1 else "Add pictures"
    with workspace.change(label, initiator=initiator) as change:
        result = _as_it_stands(workspace, result)
        return [keep_picture(change, result, picture) for picture in pictures]


def _as_it_stands(workspace: Workspace, result: int) -> int:
    old = workspace.get(StepResult, result)
    uid = workspace.uid_of(result)
    later = StepResult.select(StepResult.id, StepResult.replaces).where(
        (StepResult.run == old.run_id)
        & (StepResult.step == old.step_id if old.step_id else StepResult.step.is_null())
        & (StepResult.outcome == old.outcome)
        & (StepResult.id > result)
    )
    for row in workspace.rows(later.order_by(StepResult.id)):
        if uid in row.replaces.split():
            return _as_it_stands(workspace, row.id)
    return result


def keep_picture(change: Change, result: int, picture: Picture) -> int:
    """Keep a picture or file with a result within a change; return its key."""
    content = change.content(picture.data)
    kept = change.add(
        Evidence(
            result=result,
            content=content,
            media_type=picture.media_type,
            name=picture.name,
            caption=picture.caption,
            size=len(picture.data),
        )
    )
    return int(kept.id)


def replace_picture(
    workspace: Workspace, content: str, picture: Picture, *, initiator: object = None
) -> str:
    """Put an edited picture in place of a kept one, wherever that was kept; return its SHA-256.

    The original is removed for good, from the journal too: what was made unrecognisable must not
    come back, so the change has no undo. Raises UserError for a picture that is not there (any
    more), and where it is evidence in a closed cycle.
    """
    rows = workspace.rows(
        Evidence.select(Evidence.id, Evidence.result, Evidence.caption)
        .where(Evidence.content == content)
        .order_by(Evidence.id)
    )
    if not rows:
        raise UserError("This picture is not there any more.")
    _refuse_closed(workspace, {row.result for row in rows})
    with workspace.change(f"Replace picture “{picture.name}”", initiator=initiator) as change:
        fresh = change.content(picture.data)
        if fresh == content:
            return fresh
        change.erase_content(content)
        change.delete_many(Evidence, [row.id for row in rows])
        for row in rows:
            caption = ". ".join(filter(None, (row.caption, picture.caption)))
            keep_picture(change, row.result, replace(picture, caption=caption))
    return fresh


def _refuse_closed(workspace: Workspace, results: Iterable[int]) -> None:
    runs = StepResult.select(StepResult.run).where(StepResult.id.in_(list(results)))
    for row in workspace.rows(Run.select(Run.cycle).where(Run.id.in_(runs)).distinct()):
        refuse_closed(workspace, row.cycle)
