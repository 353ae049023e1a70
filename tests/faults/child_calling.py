"""Does what no part of the program may do: it asks the network, and writes where it likes."""

import socket
import sys
from pathlib import Path


def main(elsewhere: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as caller:
        caller.connect_ex(("127.0.0.1", 9))
    Path(elsewhere).write_text("written elsewhere", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
