"""Long texts that several people changed apart: put together by lines from the operations alone.

Every copy that knows the same operations puts them together alike. Where two changed the same
lines, the latest text is shown, and the others are told beside it.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.journal import is_edit
from changedesk.store.text_merge import merged_text
from changedesk.store.values import decode_record

MOST_GENERATIONS = 400
"""How far back the common beginning of texts is looked for."""


class _Version(NamedTuple):
    """One text that a field had: when, by which device, upon which ones, and what it said."""

    rank: tuple[int, bytes]
    base: tuple[bytes, ...]
    text: str | None


class Blender:
    """The versions of one long text, and what some of them come to together."""

    def __init__(self, versions: Mapping[bytes, _Version]) -> None:
        self._versions = versions
        self._blended: dict[frozenset[bytes], str | None] = {}

    def blend(self, heads: Collection[bytes]) -> str | None:
        """Return the text of several versions together; None where they stand against each other.

        None, too, where one of them or what they come from was erased.
        """
        key = frozenset(heads)
        if key not in self._blended:
            self._blended[key] = None  # of what leads back to itself nothing can be told
            self._blended[key] = self._together(sorted(key, key=self._rank))
        return self._blended[key]

    def _rank(self, h: bytes) -> tuple[int, bytes]:
        return self._versions[h].rank

    def _together(self, heads: list[bytes]) -> str | None:
        if not all(h in self._versions for h in heads):
            return None
        text = self._versions[heads[0]].text
        behind = self._behind(heads[0])
        for h in heads[1:]:
            theirs, own = self._versions[h].text, self._behind(h)
            common = behind & own
            base = self._shown(self._newest(common)) if common else None
            if text is None or theirs is None or base is None:
                return None
            text = merged_text(base, text, theirs)
            behind |= own
        return text

    def _shown(self, heads: Collection[bytes]) -> str | None:
        """Return what a person saw who had these versions before him."""
        text = self.blend(heads)
        return text if text is not None else self._versions[max(heads, key=self._rank)].text

    def _behind(self, h: bytes) -> set[bytes]:
        found, waiting = {h}, [h]
        while waiting and len(found) < MOST_GENERATIONS:
            fresh = [b for b in self._versions[waiting.pop()].base if b not in found]
            known = [b for b in fresh if b in self._versions]
            found.update(known)
            waiting += known
        return found

    def _newest(self, common: set[bytes]) -> set[bytes]:
        built_upon = {b for h in common for b in self._versions[h].base}
        return common - built_upon


def blenders(sql: Sql, fields: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Blender]:
    """Return, for fields of records, all that was ever written into them, ready to be blended."""
    wanted = set(fields)
    versions: dict[tuple[int, str], dict[bytes, _Version]] = {key: {} for key in wanted}
    makers: dict[int, tuple[bytes, _Version, dict[str, str] | None]] = {}
    ents = {ent for ent, _ in wanted}
    for ent, field, h, hlc, uid, base, val, salt in sql.by_keys(
        "SELECT o.ent, o.field, o.h, o.hlc, d.uid, o.base, o.val, o.salt FROM op o "
        "JOIN device d ON d.id = o.dev WHERE o.ent IN ({keys})",
        ents,
    ):
        rank = (int(hlc), bytes(uid))
        if (ent, field) in wanted:
            text = None if salt is None else (val or "")
            versions[(ent, field)][bytes(h)] = _Version(rank, tuple(split_hashes(base)), text)
        elif field[:1] == "+":
            firsts = decode_record(val) if salt is not None else None
            makers[ent] = (bytes(h), _Version(rank, (), None), firsts)
    for (ent, field), found in versions.items():
        if ent in makers and is_edit(field):
            h, version, firsts = makers[ent]
            text = None if firsts is None else firsts.get(field, "")
            found[h] = _Version(version.rank, (), text)
    return {key: Blender(found) for key, found in versions.items()}
