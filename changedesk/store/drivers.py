"""The driver for PostgreSQL: loaded when a team database is opened, not at every start.

Peewee imports it wherever it is installed, which takes a quarter of the time until the window is
there; most people have a file. So Peewee is imported without it, and told of it when it is needed.
"""

import sys
from typing import Any

_DRIVER = "psycopg"


def _peewee_without_driver() -> Any:
    if "peewee" in sys.modules or _DRIVER in sys.modules:
        import peewee  # noqa: PLC0415

        return peewee
    sys.modules[_DRIVER] = None  # type: ignore[assignment] # an import of it fails
    try:
        import peewee  # noqa: PLC0415
    finally:
        del sys.modules[_DRIVER]
    return peewee


peewee = _peewee_without_driver()


def load_driver() -> None:
    """Let Peewee have the driver for PostgreSQL; raises ImportError where none is installed."""
    import psycopg  # noqa: PLC0415

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
