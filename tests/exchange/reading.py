"""Reads scripts without a process of their own, and holds that every row is accounted for."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from changedesk.exchange.child import messages
from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.reader import assemble
from changedesk.exchange.scripts import scripts_of

Maker = Callable[..., Path]


def read(path: Path, **options: Any) -> ScriptImport:
    """Read the scripts of a file; a test fails where its account of rows does not balance."""
    answer = "\n".join(json.dumps(message) for message in messages(path))
    found = scripts_of(assemble(path, answer.encode()), **options)
    assert found.account.balanced, found.account
    assert found.account.made == len(found.scripts)
    assert len({script.source_key for script in found.scripts}) == len(found.scripts)
    return found
