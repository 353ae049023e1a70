"""Reads how people rated a training: sheets with a row of codes, one of questions, one of names.

Only figures become readings; what was answered in words belongs to a survey.
"""

import re
from dataclasses import dataclass

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, kept_values, titled
from changedesk.exchange.change.tables import filled, place
from changedesk.exchange.drafts import RowNote
from changedesk.exchange.headings import normal
from changedesk.exchange.references import column_letters
from changedesk.exchange.sheets import SheetData

_CODE = re.compile(r"Q\d{1,3}(?:[._]\d+)*", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]\w{2,60}")
_TRAINING = re.compile(
    r"\b(?:course|lecture|lab|training|session|class|workshop|module|trainer|kurs|schulung|"
    r"formation|cours|curso|capacitaci|treinamento|курс|обучени|тренинг)"
)
_RATE = re.compile(
    r"\brat(?:e|ing)\b|recommend|satisf|useful|bewert|zufrieden|évalu|califi|avali|оцен"
)
_SCALE = re.compile(r"\b(?:to|bis|à|a|до|-|–|out of)\s*(\d{1,2})\b")


@dataclass(frozen=True)
class RatedSheet:
    """A sheet of ratings: its columns with short names, what was asked, and the best figure."""

    sheet: SheetData
    columns: dict[int, tuple[str, str]]
    best: int


def find_ratings(sheet: SheetData) -> RatedSheet | None:
    """Return the ratings in a sheet whose questions speak of a training."""
    if len(sheet.rows) < 4:
        return None
    codes, asked, names = sheet.rows[:3]
    filled_codes = [text.strip() for text in codes if text.strip()]
    if len(filled_codes) < 3 or not all(_CODE.fullmatch(text) for text in filled_codes):
        return None
    short = [text.strip() for text in names if text.strip()]
    about = sum(bool(_TRAINING.search(normal(text))) for text in asked)
    if len(short) < 3 or not all(_NAME.fullmatch(text) for text in short) or about < 2:
        return None
    columns = {}
    figures: list[int] = []
    for column, name in enumerate(names):
        question = asked[column] if column < len(asked) else ""
        values = [row[column].strip() for row in sheet.rows[3:] if column < len(row)]
        numbers = [int(text) for text in values if re.fullmatch(r"\d{1,2}", text)]
        said = [text for text in values if text]
        if numbers and len(numbers) >= 0.8 * len(said) and _RATE.search(normal(question)):
            columns[column] = (name.strip(), question)
            figures += numbers
    stated = [int(m[1]) for _, text in columns.values() if (m := _SCALE.search(text))]
    best = max([*stated, *figures], default=0)
    return RatedSheet(sheet, columns, best) if columns else None


def read_ratings(found: RatedSheet, work: Gathering) -> None:
    """Take each figure as a reading of reaction, known again by sheet, question and row."""
    sheet = found.sheet
    for index, row in enumerate(sheet.rows):
        if not filled(row):
            continue
        work.tally.read += 1
        where = place(sheet, index)
        if index < 3:
            work.tally.skipped.append(RowNote(where, "heading"))
            continue
        drafts = []
        for column, (name, question) in found.columns.items():
            text = row[column].strip() if column < len(row) else ""
            if re.fullmatch(r"\d{1,2}", text):
                values = kept_values(
                    kirkpatrick="1", occasion="after", measure=name, value=int(text),
                    maximum=found.best, remark=titled(f"row {sheet.number(index)}"),
                )  # fmt: skip
                drafts.append(
                    ChangeDraft(
                        "reading", sheet.name, where, column_letters(column), "", values,
                        {"course": (sheet.name,)}, (), (("Question", question),),
                    )
                )  # fmt: skip
        if drafts:
            work.made(*drafts)
        else:
            work.tally.skipped.append(RowNote(where, "it holds no figure"))
