"""A table made ready to be read: uses of its columns, its responses, its questions laid out."""

from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.exchange.surveys.blocks import Block, blocks_of
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.guessing import Reading
from changedesk.exchange.surveys.naming import name_columns
from changedesk.exchange.surveys.sieve import Sieved, kept_texts, sieve
from changedesk.exchange.surveys.table import AnswerTable
from changedesk.exchange.surveys.uses import Used, uses_of


@dataclass(slots=True)
class Prepared:
    """A table with the uses of its columns, its rows told apart, its questions laid out."""

    table: AnswerTable
    used: list[Used]
    rows: Sieved
    blocks: list[Block]
    reading: Reading


def prepared_table(table: AnswerTable, choices: Choices) -> Prepared:
    """Name the columns, tell responses from other rows, and lay the questions out."""
    name_columns(table)
    used = uses_of(table, choices)
    rows = sieve(table, used, choices)
    for column in table.columns:
        column.texts = kept_texts(column.texts, rows.kept)
    blocks = blocks_of([one.column for one in used if not one.system])
    return Prepared(table, used, rows, blocks, Reading(blocks, table.source, choices))


def share_labels(prepared: Sequence[Prepared]) -> None:
    """Let all sheets know the labels of a scale: a place that nobody chose in one stays a place."""
    pools: dict[tuple[str, str], list[str]] = {}
    for one in prepared:
        for key, labels in one.reading.pools.items():
            pools.setdefault(key, []).extend(labels)
    for one in prepared:
        one.reading.pools.update(pools)
