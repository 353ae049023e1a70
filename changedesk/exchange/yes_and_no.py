"""Yes and no as people write them, in the languages of the files that come in."""

from changedesk.exchange.headings import normal

YES = frozenset((
    "yes", "y", "true", "ja", "j", "oui", "sí", "si", "sì", "sim", "da", "да", "tak", "はい", "是",
    "예",
))  # fmt: skip
NO = frozenset((
    "no", "n", "false", "nein", "non", "não", "nao", "nu", "нет", "nie", "nee", "いいえ", "否",
    "아니요",
))  # fmt: skip
_MARKED = YES | {"x", "х", "1", "o", "s"}
_DENIED = NO | {"0"}


def is_tick(text: str) -> bool:
    """Tell a mark or a word in a cell that says yes to its column."""
    folded = normal(text)
    return folded in _MARKED if folded else bool(text.strip()) and text.strip() in "✓✔☑✗✘●•■⬤"


def is_no(text: str) -> bool:
    """Tell a word in a cell that says no to its column."""
    return normal(text) in _DENIED
