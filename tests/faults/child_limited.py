"""Records results in a file that may not grow beyond a limit, then without the limit again."""

import json
import resource
import sys
from pathlib import Path

from changedesk.desk import open_desk
from changedesk.store.errors import EnvironmentProblem
from changedesk.uat.capture import Picture, record_result
from changedesk.uat.records import Run, Step


def main(path: str, room: str) -> None:
    desk = open_desk(path)
    run = desk.row(Run.select(Run.id, Run.version).order_by(Run.id))
    step = desk.value(Step.select(Step.id).where(Step.version == run.version))
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit = Path(path).stat().st_size + int(room)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    acknowledged: list[str] = []
    refusal = ""
    while not refusal:
        pictures = [Picture(b"%d" % len(acknowledged) * 20_000)]
        try:
            result = record_result(desk, run.id, step, "fail", pictures=pictures)
        except EnvironmentProblem as problem:
            refusal = str(problem)
        else:
            acknowledged.append(desk.uid_of(result))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    acknowledged.append(desk.uid_of(record_result(desk, run.id, step, "pass")))
    findings = [finding.where for finding in desk.verify()]
    desk.close()
    print(json.dumps({"refusal": refusal, "acknowledged": acknowledged, "findings": findings}))


if __name__ == "__main__":
    main(*sys.argv[1:])
