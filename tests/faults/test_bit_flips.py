"""A single bit that turns over anywhere in the file is noticed, unless nothing reads it."""

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.timeout(3600), pytest.mark.slow]


SEEN_TO = ("refused", "named", "dead")


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_every_bit_that_means_something_is_noticed_when_it_turns(
    tmp_path: Path,
    furnished: Any,
    opened: Any,
    seen: Any,
    fate: Any,
    rounds: Any,
    chance: random.Random,
) -> None:
    bench = furnished(tmp_path / "desk.changedesk", scripts=14, steps=8)
    with opened(bench.path) as desk:
        assert desk.verify() == []
        original = seen(desk)
    content = bench.path.read_bytes()
    image = tmp_path / "flipped.changedesk"
    fates: dict[int, str] = {}
    for bit in chance.sample(range(len(content) * 8), rounds(40, 400)):
        image.write_bytes(flipped(content, bit))
        fates[bit] = fate(image, original)
        image.unlink()
    told = Counter(fates.values())
    print(f"{len(fates)} flips in {len(content)} bytes: {dict(told)}")
    assert [bit for bit, what in fates.items() if what not in SEEN_TO] == []
    # Many a page is half empty, but most of what is in them is read by somebody.
    assert told["named"] + told["refused"] > len(fates) / 8


def test_an_unchanged_file_is_neither_refused_nor_named(
    bench: Any, opened: Any, seen: Any, fate: Any
) -> None:
    with opened(bench.path) as desk:
        original = seen(desk)
    assert fate(bench.path, original) == "dead"
