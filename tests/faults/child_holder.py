"""Holds a workspace as another program would, until its standard input is closed or time is up."""

import select
import sys

from pysqlite3 import dbapi2 as driver

from changedesk.desk import open_desk


def main(how: str, path: str, seconds: str) -> None:
    if how == "locked":
        connection = driver.connect(path, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        held = connection.close
    else:
        held = open_desk(path, window=True).close
    print("ready", flush=True)
    select.select([sys.stdin], [], [], float(seconds))
    held()


if __name__ == "__main__":
    main(*sys.argv[1:])
