"""Records results as fast as it can and prints each one's UUID once it is acknowledged."""

import sys
from itertools import cycle

from changedesk.desk import open_desk
from changedesk.uat.capture import CODES, Picture, record_result
from changedesk.uat.records import Run, Step


def main(path: str, name: str, count: str) -> None:
    desk = open_desk(path, actor=name)
    places = [
        (run.id, step.id)
        for run in desk.rows(Run.select(Run.id, Run.version))
        for step in desk.rows(Step.select(Step.id).where(Step.version == run.version))
    ]
    print("ready", flush=True)
    for number, (run, step) in zip(range(int(count)), cycle(places), strict=False):
        pictures = [Picture(b"%d" % number * 3000)] if number % 5 == 0 else []
        result = record_result(
            desk, run, step, CODES[number % 3], actual=f"{name} {number}", pictures=pictures
        )
        print(desk.uid_of(result), flush=True)
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
