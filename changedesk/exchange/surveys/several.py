"""Questions of several columns: boxes to tick, and the two shapes of a ranking."""

from changedesk.exchange.surveys.blocks import Block
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import AnswerDraft, OptionDraft, QuestionDraft
from changedesk.exchange.surveys.items import SKIPPED, Item, letters
from changedesk.exchange.surveys.keys import Keys
from changedesk.exchange.surveys.missing import NoAnswers
from changedesk.exchange.surveys.naming import OTHER
from changedesk.exchange.surveys.table import Column
from changedesk.exchange.surveys.values import UNTICKED, folded, whole


def boxes(block: Block, keys: Keys, none: NoAnswers, choices: Choices) -> Item:
    """Return the question of boxes to tick, each with a column."""
    title = block.title or block.code
    key = keys.take(block.code, title)
    options = tuple(
        OptionDraft(column.text, column.text, other=_asks_words(column, block))
        for column in block.columns
    )
    typed = _only_typed(block)
    if typed is not None:
        options = (*options, OptionDraft(typed.text, typed.text, other=True))
    columns = [*([block.joined] if block.joined else []), *block.columns, *block.others]
    explicit = any(folded(text) in UNTICKED for c in block.columns for text in c.filled())
    base = choices.bases.get(key, "answered")
    missing = none.among([text for c in block.columns for text in c.filled()], scale=False)
    why = f"{len(options)} boxes to tick, one column each"

    def answer(at: int) -> AnswerDraft:
        cells = [column.texts[at] for column in block.columns]
        cells += [""] if typed is not None else []
        words = " ".join(text for column in block.others if (text := column.texts[at]))
        picked = tuple(
            option.code for option, cell in zip(options, cells, strict=True)
            if (cell and cell not in missing and folded(cell) not in UNTICKED)
            or (option.other and words)
        )  # fmt: skip
        if not picked and not any(cells) and base == "answered":
            return SKIPPED
        if not picked and any(cells) and all(cell in missing for cell in cells if cell):
            return AnswerDraft(missing=missing[next(filter(None, cells))])
        return AnswerDraft(options=picked, other=words)

    question = QuestionDraft(
        key, title, "multi", options=options, base=base, columns=letters(columns),
        missing=tuple(missing.items()),
        guess=why if explicit else f"{why}; who ticked none counts as not asked",
        sure=explicit,
    )  # fmt: skip
    return Item(question, columns, answer)


def ranks(block: Block, keys: Keys) -> Item:
    """Return the ranking whose columns hold the rank of each option."""
    title = block.title or block.code
    key = keys.take(block.code, title)
    options = tuple(OptionDraft(c.text, c.text) for c in block.columns)

    def answer(at: int) -> AnswerDraft:
        ranked = [
            (rank, option.code) for option, column in zip(options, block.columns, strict=True)
            if (rank := whole(column.texts[at])) is not None
        ]  # fmt: skip
        if not ranked:
            return SKIPPED
        ranked.sort(key=lambda one: one[0])
        return AnswerDraft(
            options=tuple(code for _, code in ranked), ranks=tuple(rank for rank, _ in ranked)
        )

    question = QuestionDraft(
        key, title, "rank", options=options, columns=letters(block.columns),
        guess=f"{len(options)} columns that hold ranks, all different in a row",
    )  # fmt: skip
    return Item(question, block.columns, answer)


def places(block: Block, keys: Keys) -> Item:
    """Return the ranking whose columns hold the option put first, second, and so on."""
    title = block.title or block.code
    key = keys.take(block.code, title)
    texts = dict.fromkeys(text for column in block.columns for text in column.filled())
    options = tuple(OptionDraft(text, text) for text in texts)

    def answer(at: int) -> AnswerDraft:
        ranked = [(rank, column.texts[at]) for rank, column in enumerate(block.columns, 1)
                  if column.texts[at]]  # fmt: skip
        if not ranked:
            return SKIPPED
        return AnswerDraft(
            options=tuple(code for _, code in ranked), ranks=tuple(rank for rank, _ in ranked)
        )

    question = QuestionDraft(
        key, title, "rank", options=options, columns=letters(block.columns),
        guess="a column for each place, which holds the option put there",
    )  # fmt: skip
    return Item(question, block.columns, answer)


def _asks_words(column: Column, block: Block) -> bool:
    return bool(block.others) and OTHER.fullmatch(column.text) is not None


def _only_typed(block: Block) -> Column | None:
    """Return the column of an option "Other" that has no tick of its own, only its words."""
    ticked = any(OTHER.fullmatch(column.text) for column in block.columns)
    return block.others[0] if block.others and not ticked else None
