"""Works, makes a backup, works on, and dies without closing; prints which device it was."""

import os
import sys
from pathlib import Path

from changedesk.desk import open_desk
from changedesk.uat.capture import record_result
from changedesk.uat.records import Run, Step


def main(path: str, backup: str) -> None:
    desk = open_desk(path, actor="Amira")
    run = desk.row(Run.select(Run.id, Run.version).order_by(Run.id))
    step = desk.value(Step.select(Step.id).where(Step.version == run.version))
    for outcome in ("pass", "blocked"):
        record_result(desk, run.id, step, outcome)
    desk.backup(Path(backup))
    for outcome in ("pass", "fail"):
        record_result(desk, run.id, step, outcome)
    print(desk.device_uid.hex(), flush=True)
    os._exit(70)


if __name__ == "__main__":
    main(*sys.argv[1:])
