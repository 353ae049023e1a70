"""Is an operation that came from elsewhere one that this program could have written?

Its hash says that nobody changed it after it was written, not that an honest program wrote it.
"""

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from changedesk.store.digest import HASH_BYTES
from changedesk.store.journal import CHANGE, ERASED, MADE, NO_ENTITY, RESTATED, WITHDRAWN
from changedesk.store.text import is_clean, is_plain

if TYPE_CHECKING:
    from changedesk.store.merge import WireOp

NOT_UNDERSTOOD = "says what this ChangeDesk does not understand"
LARGEST = 2**63 - 1
LONGEST = 16_000_000
_UID_BYTES = 16
_NAME = re.compile(r"[+!=]?[a-z][a-z0-9_]{0,62}")
_BY_NUMBER = re.compile(r"\\[ubf]")
_TEXTS = frozenset({str})
_READ = json.JSONDecoder().raw_decode
_DEVICE = re.compile(r"[0-9a-f]{32}")


def fault_of(op: "WireOp") -> str:
    """Return what is wrong with an operation, as the end of a sentence; empty if nothing is.

    What an operation of creation holds is looked at by `first_texts`.
    """
    if not (0 < op.txn <= op.seq <= LARGEST and 0 < op.hlc <= LARGEST):
        return "has numbers that no ChangeDesk gives"
    if (
        len(op.device) != _UID_BYTES
        or len(op.entity) != _UID_BYTES
        or len(op.base) % HASH_BYTES
        or len(op.prev) != HASH_BYTES
    ):
        return "names something that is no identity"
    name, val = op.field, op.val
    if not _is_person(op.actor):
        return "holds text that no ChangeDesk writes"
    if val is not None and name[:1] != MADE and not _is_text(val):
        return "holds text that no ChangeDesk writes"
    if name == CHANGE:
        well = op.entity == NO_ENTITY and (val is None or _is_header(val))
    elif op.entity == NO_ENTITY:
        well = False
    elif name == WITHDRAWN:
        well = val is None or _is_vector(val)
    elif not _is_name(name):
        well = False
    elif name[0] in (MADE, ERASED, RESTATED):
        well = True
    else:
        well = op.base != b""
    return "" if well else NOT_UNDERSTOOD


def _is_text(val: str) -> bool:
    return (val.isascii() and is_plain(val)) or (len(val) <= LONGEST and is_clean(val))


_is_person = lru_cache(maxsize=1024)(is_clean)


@lru_cache(maxsize=1024)  # a hundred thousand operations are about a few hundred fields
def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def first_texts(val: str) -> dict[str, str | None] | None:
    """Return the encoded fields that an operation of creation holds; None if they cannot be."""
    try:
        facts, end = _READ(val)
    except (ValueError, RecursionError):
        return None
    if (
        end != len(val)
        or type(facts) is not dict
        or not _TEXTS.issuperset(map(type, facts.values()))
    ):
        return None
    # What was read holds no control character but one: of plain letters, only that is looked for.
    if not (val.isascii() and "\x7f" not in val) and not _is_text(val):
        return None
    # What is clean as it stands is clean when read, unless a sign is told by its number.
    if "\\" in val and _BY_NUMBER.search(val) and not all(map(is_clean, facts.values())):
        return None
    return facts


def _is_vector(val: str) -> bool:
    facts = _facts(val)
    return facts is not None and all(
        _DEVICE.fullmatch(device) and type(seq) is int and 0 < seq <= LARGEST
        for device, seq in facts.items()
    )


def _is_header(val: str) -> bool:
    facts = _facts(val)
    if facts is None or type(facts.get("label", "")) is not str:
        return False
    if type(facts.get("lasts", False)) is not bool:
        return False
    taken_back = [facts[name] for name in ("undoes", "redoes") if name in facts]
    return all(type(txn) is int and 0 < txn <= LARGEST for txn in taken_back)


def _facts(val: str) -> dict[str, object] | None:
    try:
        facts = json.loads(val)
    except (ValueError, RecursionError):
        return None
    return facts if isinstance(facts, dict) else None
