"""What a person decided about a form of file, kept for the next file of that form.

It is kept with this installation, by the fingerprint of the headings, and holds no word of any
file but headings and the words that were asked about.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from changedesk.store.installation import home

_MOST = 200


@dataclass(frozen=True)
class Profile:
    """Columns ("heading" → field), answers to unknown words ("" for no result), and date order."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    date_order: str = ""


def kept_profile(fingerprint: str) -> Profile | None:
    """Return what was decided about files of this form; None where nothing was."""
    found = _read().get(fingerprint)
    return Profile(**found) if found else None


def keep_profile(fingerprint: str, profile: Profile) -> None:
    """Keep what was decided about files of this form; nothing decided is forgotten."""
    known = _read()
    known.pop(fingerprint, None)
    if profile != Profile():
        known[fingerprint] = asdict(profile)
    newest = dict(list(known.items())[-_MOST:])
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(newest, ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(path)


def _path() -> Path:
    return home() / "import-profiles.json"


def _read() -> dict[str, dict[str, Any]]:
    # A profile is a convenience: one that cannot be read any more is as good as none.
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(key): one for key, one in kept.items() if _is_profile(one)}


def _is_profile(one: object) -> bool:
    if not isinstance(one, dict) or set(one) != {"mapping", "answers", "date_order"}:
        return False
    pairs = (one["mapping"], one["answers"])
    if not all(isinstance(some, dict) for some in pairs):
        return False
    words = (one["date_order"], *(word for some in pairs for word in some.values()))
    return all(isinstance(word, str) for word in words)
