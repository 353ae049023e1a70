"""What a person decided about a form of survey export: kept, so that the next wave is one click."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast, get_args

from changedesk.exchange.dates import Order
from changedesk.exchange.drafts import Place
from changedesk.exchange.profiles import Profile
from changedesk.exchange.surveys.drafts import Base, MissingReason, QuestionKind, Source, Use

_T = TypeVar("_T")
USES: tuple[Use, ...] = get_args(Use)
KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
_REASONS: tuple[MissingReason, ...] = get_args(MissingReason)
_SOURCES: tuple[Source, ...] = get_args(Source)


@dataclass(frozen=True, slots=True)
class Choices:
    """What overrides the guesses. Questions are named by key, heading or letter, columns too.

    `orders` gives labels from low to high, by the key of a question or of a `LabelQuestion`; ()
    means that they are no scale. `missing` gives words and codes of the whole file that are no
    answer, "" for one that is. `spans` gives the ends of a scale of figures. `options` are those
    of the survey, where joined answers hold commas. `take` are skipped rows to be taken.
    """

    sheet: str | None = None
    source: Source | None = None
    header_rows: int | None = None
    title: str = ""
    uses: Mapping[str, Use] = field(default_factory=dict)
    kinds: Mapping[str, QuestionKind] = field(default_factory=dict)
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reverse: Mapping[str, bool] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, Base] = field(default_factory=dict)
    missing: Mapping[str, MissingReason] = field(default_factory=dict)
    date_order: Order | None = None
    take: Collection[Place] = ()

    def profile(self) -> Profile:
        """Return what is kept for the next file of this form: all but rows, sheet and title."""
        flat: dict[str, str] = {}
        flat.update({f"use:{name}": use for name, use in self.uses.items()})
        flat.update({f"kind:{key}": kind for key, kind in self.kinds.items()})
        flat.update({f"order:{key}": "\n".join(labels) for key, labels in self.orders.items()})
        flat.update({f"span:{key}": f"{low} {high}" for key, (low, high) in self.spans.items()})
        flat.update({f"options:{key}": "\n".join(texts) for key, texts in self.options.items()})
        flat.update({f"reverse:{key}": "yes" if on else "no" for key, on in self.reverse.items()})
        flat.update({f"scale:{key}": name for key, name in self.scales.items()})
        flat.update({f"base:{key}": base for key, base in self.bases.items()})
        if self.source is not None:
            flat["source:"] = self.source
        if self.header_rows is not None:
            flat["header_rows:"] = str(self.header_rows)
        return Profile(flat, dict(self.missing), self.date_order or "")


def named(kept: Mapping[str, _T], names: Iterable[str]) -> _T | None:
    """Return what is kept under the first of several names of one question; None for none."""
    return next((kept[name] for name in names if name in kept), None)


def choices_of(profile: Profile | None) -> Choices:
    """Return the choices that a profile keeps; what it says in no known word is left out."""
    if profile is None:
        return Choices()
    kept = dict(profile.mapping)
    source, rows = kept.get("source:", ""), kept.get("header_rows:", "")
    return Choices(
        source=source if source in _SOURCES else None,
        header_rows=int(rows) if rows.isdecimal() else None,
        uses=cast(
            "dict[str, Use]", {name: u for name, u in _part(kept, "use").items() if u in USES}
        ),
        kinds=cast(
            "dict[str, QuestionKind]",
            {key: one for key, one in _part(kept, "kind").items() if one in KINDS},
        ),
        orders={key: _lines(text) for key, text in _part(kept, "order").items()},
        spans={
            key: (int(ends[0]), int(ends[1]))
            for key, text in _part(kept, "span").items()
            if len(ends := text.split()) == 2 and all(end.isdecimal() for end in ends)
        },
        options={key: _lines(text) for key, text in _part(kept, "options").items()},
        reverse={key: text == "yes" for key, text in _part(kept, "reverse").items()},
        scales=_part(kept, "scale"),
        bases={key: "all" if text == "all" else "answered"
               for key, text in _part(kept, "base").items()},
        missing={
            word: reason
            for word, reason in profile.answers.items() if reason in _REASONS
        },
        date_order=_order(profile.date_order),
    )  # fmt: skip


def _part(kept: Mapping[str, str], name: str) -> dict[str, str]:
    start = f"{name}:"
    return {key[len(start) :]: text for key, text in kept.items() if key.startswith(start)}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _order(text: str) -> Order | None:
    if text == "day":
        return "day"
    return "month" if text == "month" else None
