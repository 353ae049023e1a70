"""What one person said of something that several did apart, and what stands against what."""

from dataclasses import dataclass, replace

from changedesk.store.spec import FieldSpec

KEEP, TAKE_OUT = "keep", "take_out"


@dataclass(frozen=True)
class Said:
    """One of the things that can be taken: what, by whom, when, on which device.

    `text` is the journal's text (a choice's code), `shown` the same in words; `h` is the operation.
    `key` is the event that says it, where it is one.
    """

    text: str
    shown: str
    who: str
    when_ms: int
    device: str
    h: bytes
    key: int = 0

    def worded(self, shown: str) -> "Said":
        """Return the same with its words."""
        return replace(self, shown=shown)


@dataclass(frozen=True)
class Standing:
    """Things that were said of the record `key` and stand against each other.

    `named` are the operations that tell this conflict from any other, `hashes` all that are part of
    it. `says` is the field whose words the values are; `about` are the records that the event `key`
    is about.
    """

    key: int
    field: str
    label: str
    values: tuple[Said, ...]
    named: frozenset[bytes]
    hashes: frozenset[bytes]
    says: FieldSpec | None = None
    shown: int = 0
    about: tuple[int, ...] = ()
