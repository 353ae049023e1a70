"""The driver for PostgreSQL: loaded when a team database is opened, not at every start.

Peewee imports it wherever it is installed, which takes a quarter of the time until the window is
there; most people have a file. So Peewee is imported without it, and told of it when it is needed.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_DRIVER = "psycopg"


class _NoDriverForPeewee:
    """Hides the driver as long as Peewee is being imported, and from nobody else."""

    @staticmethod
    def find_spec(
        name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse the driver where Peewee asks for it; leave all else to the other finders."""
        peewee = sys.modules.get("peewee")
        if name == _DRIVER and peewee is not None and not hasattr(peewee, "Database"):
            raise ModuleNotFoundError(f"{_DRIVER} is loaded when it is needed", name=name)
        return None


def hold_back_the_driver() -> None:
    """Let the first import of Peewee, wherever it comes from, go without the driver."""
    if not any(isinstance(finder, _NoDriverForPeewee) for finder in sys.meta_path):
        sys.meta_path.insert(0, _NoDriverForPeewee())


def load_driver() -> None:
    """Let Peewee have the driver for PostgreSQL; raises ImportError where none is installed."""
    import psycopg  # noqa: PLC0415

    peewee: Any = import_module("peewee")
    if peewee.psycopg is not None:
        return
    from psycopg.pq import TransactionStatus  # noqa: PLC0415
    from psycopg.types.json import Json, Jsonb  # noqa: PLC0415

    # What Peewee itself does where its import of the driver succeeds.
    peewee.TransactionStatus, peewee.Json_pg3, peewee.Jsonb_pg3 = TransactionStatus, Json, Jsonb
    adapter = peewee.Psycopg3Adapter
    adapter.txn_idle = TransactionStatus.IDLE
    adapter.txn_inerror = TransactionStatus.INERROR
    adapter.txn_unknown = TransactionStatus.UNKNOWN
    peewee.psycopg = psycopg
