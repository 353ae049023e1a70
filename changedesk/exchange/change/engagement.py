# ruff: noqa: E501 - wide letters count double there
"""How engaged somebody is, and who answers for what, in the words of many languages."""

import re
from collections.abc import Mapping

from changedesk.exchange.change.negation import is_in_doubt
from changedesk.exchange.headings import normal

ENGAGEMENTS = ("U", "R", "N", "S", "L")
_PATTERNS = (
    ("U", r"^unaware|not aware|unwissend|nicht informiert|inconscient|non informé|no consciente|desconoce|desconhece|não informad|не осведомл|неосведомл|не знает"),
    ("L", r"^leading|^leader|\bchampion|strong(?:ly)? (?:support|for|in favou?r)|very supportive|führend|treibend|^treiber|starke? unterstütz|moteur|meneur|fortement favorable|muy favorable|líder|liderando|lidera|fortemente favorável|лидер|ведущ|активно поддерж|активный сторонник|полностью поддерж"),
    ("R", r"\bresist|\boppos|\boppon|\bagainst|\bblock(?:er|ing|s)?\b|\bdetract|\bhostile|\bnegative|\bcritic|\bs[ck]eptic|\bunfavou?rabl|widerstand|gegner|ablehn|dagegen|skepti|opposant|contre|réticent|sceptique|défavorable|opositor|escéptic|cétic|céptic|desfavorabl|desfavoráve|contrario|en contra|contra\b|реши противник|противник|против|сопротивл|негатив|скепт"),
    ("N", r"\bneutral|indifferent|undecided|ambivalent|unentschieden|neutre|indécis|neutro|indiferente|indeciso|нейтрал|безразлич|не определил"),
    ("S", r"\bsupport|^for$|\bfavou?r|\bpositive|\badvocate|\bpromoter|\bally\b|befürwort|unterstütz|dafür|\bpositiv|\bfavorable|soutien|partisan|partidari|\bapoya|a favor|apoio|apoiador|\bfavorável|сторонник|\bподдерж|\bза\b|позитив|положит"),
)  # fmt: skip
_COMPILED = tuple((code, re.compile(words)) for code, words in _PATTERNS)
_OWN_NOT = frozenset("UN")
"""Those whose own words hold a “not”: not aware, не определился."""
_WANTED = re.compile(
    r"\b(?:needs?|wants?|lacks?|requires?|braucht|benötigt|besoin|necesita|precisa|нужн)"
)
_SIDES = (
    ("desired", re.compile(r"\b(?:desired|target|to be|soll|zielzustand|ziel|cible|souhaité|deseado|desejado|желаем\w*|целев\w*)\b")),
    ("current", re.compile(r"\b(?:current(?:ly)?|as is|now|ist|aktuell|actuel|actual|atual|текущ\w*|сейчас)\b")),
)  # fmt: skip
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


def engagement(text: str, kept: Mapping[str, str] | None = None) -> str:
    """Return U, R, N, S or L for a word of engagement or attitude; "" for none.

    Words that are denied (“not opposed”), only wanted, or of two minds are none either.
    """
    folded = normal(text)
    own = {normal(word): code for word, code in (kept or {}).items() if code in ENGAGEMENTS}
    if folded in own:
        return own[folded]
    if len(folded) == 1 and folded.upper() in ENGAGEMENTS:
        return folded.upper()
    found = _attitudes(folded)
    if len(found) == 1 and (found[0] in _OWN_NOT or not is_in_doubt(folded)):
        return found[0] if not _WANTED.search(folded) else ""
    return ""


def marked(heading: str) -> tuple[str, str]:
    """Return the attitude that a column to tick stands for, and which: current, desired or ""."""
    folded = normal(heading)
    which = next((side for side, words in _SIDES if words.search(folded)), "")
    bare = heading.rpartition(" / ")[2]
    for _, words in _SIDES:
        folded = normal(words.sub(" ", folded))
    return engagement(bare) or engagement(folded), which


def is_of_attitude(text: str) -> bool:
    """Tell a text that speaks of an attitude, also where it is not certain which."""
    return bool(_attitudes(normal(text)))


def _attitudes(folded: str) -> list[str]:
    if len(folded) > 60:
        return []
    found = [code for code, words in _COMPILED if words.search(folded)]
    if found[:1] == ["U"]:
        return found[:1]
    # A leader is told in the words of support as well.
    return [code for code in found if code != "S" or "L" not in found]


def raci(text: str) -> str:
    """Return R, A, C or I; "" where it is none or the text names several that do not go together."""
    folded = " ".join(text.casefold().split())
    return next((code for code, words in _COMPILED_RACI if words.search(folded)), "")


def quadrant(text: str) -> str:
    """Return the quadrant that a text states; "" for none."""
    folded = normal(text)
    return next((code for code, words in _COMPILED_QUADRANTS if words.search(folded)), "")
