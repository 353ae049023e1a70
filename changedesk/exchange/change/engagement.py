# ruff: noqa: E501 - wide letters count double there
"""How engaged somebody is, and who answers for what, in the words of many languages."""

import re
from collections.abc import Mapping

from changedesk.exchange.headings import normal

ENGAGEMENTS = ("U", "R", "N", "S", "L")
_PATTERNS = (
    ("U", r"^unaware|not aware|unwissend|nicht informiert|inconscient|non informé|no consciente|desconoce|desconhece|não informad|не осведомл|неосведомл|не знает"),
    ("L", r"^leading|^leader|\bchampion|strong(?:ly)? (?:support|for|in favou?r)|very supportive|führend|treibend|^treiber|starke? unterstütz|moteur|meneur|fortement favorable|muy favorable|líder|liderando|lidera|fortemente favorável|лидер|ведущ|активно поддерж|активный сторонник|полностью поддерж"),
    ("R", r"resist|oppos|against|block|detract|hostile|negative|critic|widerstand|gegner|ablehn|dagegen|skeptisch|opposant|contre|réticent|opositor|contrario|en contra|contra\b|реши противник|противник|против|сопротивл|негатив|скепт"),
    ("N", r"neutral|indifferent|undecided|ambivalent|unentschieden|neutre|indécis|neutro|indiferente|indeciso|нейтрал|безразлич|не определил"),
    ("S", r"support|^for$|favou?r|positive|advocate|promoter|ally|befürwort|unterstütz|dafür|positiv|favorable|soutien|partisan|partidari|apoya|a favor|apoio|apoiador|favorável|сторонник|поддерж|за\b|позитив|положит"),
)  # fmt: skip
_COMPILED = tuple((code, re.compile(words)) for code, words in _PATTERNS)
_RACI = (
    ("R", r"^r$|^responsible|^durchführ|^réalisateur|^responsable$|^исполнитель"),
    ("A", r"^a$|^accountable|^a ?/ ?r$|^r ?/ ?a$|^rechenschaft|^approbateur|^утвержда|^ответственный"),
    ("C", r"^c$|^consult|^konsultiert|^консульт"),
    ("I", r"^i$|^inform|^информ"),
)  # fmt: skip
_COMPILED_RACI = tuple((code, re.compile(words)) for code, words in _RACI)
_QUADRANTS = (
    ("MC", r"manage closely|key players?|collaborate|eng einbinden|eng managen|gérer (?:étroitement|de près)|gestionar (?:de cerca|atentamente)|gerenciar (?:de perto|com atenção)|ключев|управлять (?:внимательно|тесно)|активно взаимодейств|тесн"),
    ("KS", r"keep satisfied|meet (?:their )?needs|satisfy|zufrieden|satisfait|satisfech|satisfeit|удовлетвор"),
    ("KI", r"keep informed|show consideration|informiert|tenir informé|informad|информ"),
    ("MO", r"monitor|minimal effort|minimum effort|beobacht|surveill|monitore|наблюд|мониторинг|следить"),
)  # fmt: skip
_COMPILED_QUADRANTS = tuple((code, re.compile(words)) for code, words in _QUADRANTS)
_TICKS = {"yes", "y", "x", "1", "true", "ja", "j", "oui", "o", "sí", "si", "s", "sim", "да", "х"}


def engagement(text: str, kept: Mapping[str, str] | None = None) -> str:
    """Return U, R, N, S or L for a word of engagement or attitude; "" for none."""
    folded = normal(text)
    own = {normal(word): code for word, code in (kept or {}).items() if code in ENGAGEMENTS}
    if folded in own:
        return own[folded]
    if len(folded) == 1 and folded.upper() in ENGAGEMENTS:
        return folded.upper()
    if len(folded) > 60:
        return ""
    return next((code for code, words in _COMPILED if words.search(folded)), "")


def raci(text: str) -> str:
    """Return R, A, C or I; "" where it is none or the text names several that do not go together."""
    folded = " ".join(text.casefold().split())
    return next((code for code, words in _COMPILED_RACI if words.search(folded)), "")


def quadrant(text: str) -> str:
    """Return the quadrant that a text states; "" for none."""
    folded = normal(text)
    return next((code for code, words in _COMPILED_QUADRANTS if words.search(folded)), "")


def is_tick(text: str) -> bool:
    """Tell a mark that says yes."""
    folded = normal(text)
    return folded in _TICKS if folded else bool(text.strip()) and text.strip() in "✓✔☑✗✘●•■⬤"
