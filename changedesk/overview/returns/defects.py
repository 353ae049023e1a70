"""The defects of a UAT workbook: what is to become of them, and remarks."""

from collections.abc import Sequence
from typing import Any

from changedesk.exchange.returns.rows import KnownRows
from changedesk.exchange.returns.values import as_exported
from changedesk.overview.change_report import uids_of
from changedesk.overview.returns.tables import (
    Author,
    Context,
    DecidedRow,
    FillableTable,
    TableState,
    Values,
    Written,
)
from changedesk.store.change import Change
from changedesk.store.past import values_then, written_since
from changedesk.uat.marks import DISPOSITIONS
from changedesk.uat.records import Defect
from changedesk.uat.workbook import DEFECT_COLUMNS

_STATUS = {"fix": "triaged", "accept": "deferred", "defer": "deferred", "none": "rejected"}
"""What a disposition makes of the status of a defect."""
_WORDS = {choice.code: choice.label for choice in DISPOSITIONS}


class DefectTable(FillableTable):
    """Rows are defects. The two columns are asked anew with each export, so they begin empty.

    A disposition gives the defect its status and stands in its description, as a remark does.
    Where the status was changed since the export, or a disposition stands there already, the
    workspace says something of its own; a remark is put beside others, never instead of them.
    """

    key = "defects"
    columns = DEFECT_COLUMNS

    def state(self, context: Context) -> TableState:
        """Read the defects of the project."""
        workspace = context.workspace
        with workspace.snapshot():
            query = Defect.select().where(Defect.project == context.project).order_by(Defect.id)
            rows = {row.id: row for row in workspace.rows(query)}
            uids = uids_of(workspace, rows)
            before: dict[int, dict[str, Any]] = {}
            if context.seen is not None:
                with workspace.connected() as sql:
                    some = [key for key in written_since(sql, context.seen) if key in rows]
                    before = values_then(sql, workspace.schema, some, context.seen)
        now = {
            uids[key]: _now(row, before[key]["status"] if key in before else row.status)
            for key, row in rows.items()
        }
        names = {uids[key]: f"{row.code} {row.title}" for key, row in rows.items()}
        references = {row.code.upper(): uids[key] for key, row in rows.items()}
        exported = [one for (table, _), one in context.file.meta.ids.items() if table == self.key]
        blank = {"disposition": "", "remark": ""}
        return TableState(
            KnownRows(
                names,
                references,
                "ref",
                witness="title",
                texts={uids[key]: as_exported(row.title) for key, row in rows.items()},
            ),
            now,
            dict.fromkeys(now, blank),
            [one for one in exported if one in names],
            {uids[key]: row for key, row in rows.items()},
        )

    def write(
        self,
        context: Context,  # noqa: ARG002
        change: Change,
        state: TableState,
        rows: Sequence[DecidedRow],
        author: Author,
    ) -> Written:
        """Set the status by the disposition, and put what was said under the description."""
        changes: dict[int, dict[str, Any]] = {}
        for row in rows:
            defect = state.handle[row.id]
            values: dict[str, Any] = {}
            code = row.values.get("disposition", "")
            if code and not (code == "fix" and defect.status != "new"):
                values["status"] = _STATUS[code]
            said = [f"{author.name or 'Somebody'}: {_WORDS[code]}."] if code else []
            if remark := row.values.get("remark", ""):
                said.append(_remark_line(author.name, remark))
            lines = [defect.description, *said] if defect.description else said
            values["description"] = "\n".join(lines)
            changes[defect.id] = values
        change.set_many(Defect, changes)
        written = Written()
        written.alter("defect", len(changes))
        return written


def _remark_line(name: str, remark: str) -> str:
    return f"{name or 'Somebody'}: {remark}"


def _now(row: Any, was: str) -> Values:
    told = row.description.split("\n")
    disposition = next(
        (
            code
            for line in reversed(told)
            for code, word in _WORDS.items()
            if line.endswith(f": {word}.")
        ),
        "",
    )
    if not disposition and row.status != was:
        words = {status: code for code, status in _STATUS.items() if code != "accept"}
        disposition = words.get(row.status, f"status: {row.status}")
    return {"disposition": disposition, "remark": ""}
