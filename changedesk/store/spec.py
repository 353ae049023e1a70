"""What a record type looks like from outside: all that screens and sheets are made from."""

from dataclasses import dataclass
from functools import cache, cached_property

from peewee import ForeignKeyField

from changedesk.store.fields import Choice, Facts, Kind, Rule, facts_of
from changedesk.store.records import Record

LARGEST_INTEGER = 2**31 - 1
LARGEST_MOMENT = 2**47 - 1


@dataclass(frozen=True)
class FieldSpec:
    """One field of a record type, in the words of the field."""

    name: str
    label: str
    about: str
    facts: Facts
    target: str = ""

    @cached_property
    def kind(self) -> Kind:
        """Return the sort of value."""
        return self.facts.kind

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the allowed values, empty for a free field."""
        return self.facts.choices

    @cached_property
    def codes(self) -> frozenset[str]:
        """Return the codes of the choices, empty for a free field."""
        return frozenset(choice.code for choice in self.facts.choices)

    @cached_property
    def free(self) -> bool:
        """Tell a text of which any is allowed, unless one is required and there is none."""
        facts = self.facts
        texts = facts.kind in (Kind.TEXT, Kind.LONG_TEXT)
        bound = facts.derived or facts.choices or facts.short_code or facts.decimal
        return texts and not bound

    @cached_property
    def given_codes(self) -> frozenset[str]:
        """Return the codes that may be set; none where the field is computed."""
        return frozenset() if self.facts.derived else self.codes

    @cached_property
    def given_numbers(self) -> range:
        """Return the whole numbers that may be set; none where it is no number, or computed."""
        facts = self.facts
        if facts.derived or facts.kind not in (Kind.INTEGER, Kind.MOMENT, Kind.REFERENCE):
            return range(0)
        limit = LARGEST_MOMENT if facts.kind is Kind.MOMENT else LARGEST_INTEGER
        least = -limit if facts.least is None else facts.least
        most = limit if facts.most is None else facts.most
        return range(max(least, -limit), min(most, limit) + 1)

    @property
    def rule(self) -> Rule:
        """Return who decides between concurrent values."""
        return self.facts.rule

    @property
    def editable(self) -> bool:
        """Tell whether a person may type into it."""
        return not (self.facts.read_only or self.facts.derived or self.facts.hidden)


@dataclass(frozen=True)
class RecordSpec:
    """One record type: its names, its code prefix and its fields in the order of declaration."""

    type_name: str
    label: str
    plural: str
    code_prefix: str
    title_field: str
    event: bool
    fields: tuple[FieldSpec, ...]

    def field(self, name: str) -> FieldSpec:
        """Return the field called `name`; raises KeyError if the type has none of that name."""
        if name not in self.by_name:
            raise KeyError(f"{self.type_name} has no field {name}")
        return self.by_name[name]

    @cached_property
    def by_name(self) -> dict[str, FieldSpec]:
        """Return the fields by their names."""
        return {field.name: field for field in self.fields}

    @cached_property
    def references(self) -> frozenset[str]:
        """Return the names of the fields that refer to other records."""
        return frozenset(field.name for field in self.fields if field.target)

    @cached_property
    def shown(self) -> tuple[FieldSpec, ...]:
        """Return the fields that a table or a sheet shows."""
        return tuple(field for field in self.fields if not field.facts.hidden)

    @cached_property
    def has_name(self) -> bool:
        """Tell whether a record has a title of its own; a day or a number is none."""
        title = self.by_name.get(self.title_field)
        return title is not None and title.kind in (Kind.TEXT, Kind.LONG_TEXT)

    @cached_property
    def required(self) -> tuple[FieldSpec, ...]:
        """Return the fields without which there is no record."""
        return tuple(field for field in self.fields if field.facts.required)

    @cached_property
    def journalled(self) -> tuple[FieldSpec, ...]:
        """Return the fields whose values the journal keeps (the others are computed)."""
        return tuple(field for field in self.fields if not field.facts.derived)


@cache
def spec_of(record_type: type[Record]) -> RecordSpec:
    """Read the specification off a declared record type."""
    about = record_type.about
    fields = []
    for field in record_type._meta.sorted_fields:
        facts = facts_of(field)
        if facts is None:
            continue
        target = field.rel_model.about.type_name if isinstance(field, ForeignKeyField) else ""
        label = field.verbose_name or field.name.replace("_", " ").capitalize()
        fields.append(FieldSpec(field.name, label, field.help_text or "", facts, target))
    return RecordSpec(
        about.type_name,
        about.label,
        about.plural or f"{about.label}s",
        about.code_prefix,
        about.title_field,
        about.event,
        tuple(fields),
    )
