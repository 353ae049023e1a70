"""A whole walk with a workspace: made, worked in, backed up, checked, exported, restored."""

import sys
from pathlib import Path

from changedesk.desk import SCHEMA, open_desk
from changedesk.store.restoring import restore
from changedesk.uat.capture import record_result
from changedesk.uat.document import export_uat_signoff
from changedesk.uat.records import Cycle
from changedesk.uat.workbook import export_uat_workbook
from tests.faults.conftest import furnish


def main(folder: str) -> None:
    place = Path(folder)
    bench = furnish(place / "desk.changedesk")
    desk = open_desk(bench.path, actor="Amira", window=True)
    record_result(desk, bench.runs[0], bench.steps[0][2], "pass")
    assert desk.undo()
    assert desk.redo()
    assert desk.search("refund")
    cycle = desk.value(Cycle.select(Cycle.id))
    export_uat_workbook(desk, cycle, place / "cycle.xlsx")
    export_uat_signoff(desk, cycle, place / "cycle.docx")
    backup = desk.backup()
    assert desk.verify() == []
    desk.close()
    restore(backup, bench.path, SCHEMA)
    desk = open_desk(bench.path)
    assert desk.verify() == []
    desk.close()
    print("walked")


if __name__ == "__main__":
    main(*sys.argv[1:])
