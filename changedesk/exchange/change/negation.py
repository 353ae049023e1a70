# ruff: noqa: E501 - wide letters count double there
"""Words that turn what a cell says into something else: a negation, or a thing still to come."""

import re

_NOT = (
    r"not|never|none|nor|neither|cannot|(?:is|are|has|have|does|do|did|won|will) ?n t|\w+n t|no longer|without|"
    r"nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|non|pas|jamais|sans|aucun|aucune|"
    r"nunca|sin|ningún|ninguno|ninguna|não|nem|sem|nenhum|nenhuma|не|нет|ни|без|никогда"
)
_YET = (
    r"no|hardly|barely|except|but|partly|partially|to be|yet|ready to|due to be|still to|awaiting|"
    r"noch|kaum|außer|aber|teilweise|muss|soll|ne|sauf|mais|partiellement|encore|"
    r"ni|salvo|pero|parcialmente|todavía|aún|exceto|mas|ainda|кроме|но|частично|пока|еще|ещё"
)
_NEGATED = re.compile(rf"\b(?:{_NOT})\b|^no\b")
_IN_DOUBT = re.compile(rf"\b(?:{_NOT}|{_YET})\b")


def is_negated(folded: str) -> bool:
    """Tell a text, case and punctuation folded, that denies what it names."""
    return _NEGATED.search(folded) is not None


def is_in_doubt(folded: str) -> bool:
    """Tell a folded text that denies what it names, or says it with a “but” or a “not yet”."""
    return _IN_DOUBT.search(folded) is not None
