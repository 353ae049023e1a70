"""Takes in what another copy of the workspace knows, and says so when it is in."""

import sys

from changedesk.desk import open_desk


def main(path: str, other_path: str) -> None:
    desk, other = open_desk(path), open_desk(other_path)
    print("ready", flush=True)
    desk.receive(other.operations(desk.version_vector()))
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
