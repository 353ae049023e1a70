"""Number formats: which of them show something else than the value of the cell."""

import re

_LITERALS = re.compile(r'"([^"]*)"|\\(.)|_.|\*(.)')
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_SHOWS = re.compile(r"[0#?@]|general|standard|[ymdhs]", re.IGNORECASE)
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_CONDITION, _CURRENCY, _GONE = re.compile("[<>=]"), re.compile(r"\$([^-]*)"), {"white"}
_NOUGHT = 2  # the third section of a format is for nought, which accountants write as a dash


def shows_otherwise(code: str) -> bool:
    """Say whether a number format hides a value, adds words to it or shows it at another size."""
    sections = enumerate(_sections(code or "General"))
    return any(_is_odd(section, nought=place == _NOUGHT) for place, section in sections)


def bare_format(code: str) -> str:
    """Return a number format as every program writes it: without quotes, language and case."""
    plain = _LITERALS.sub(lambda found: found[1] or found[2] or "", code)
    return _BRACKETS.sub(lambda found: "" if found[1][:1] == "$" else found[0], plain).lower()


def _sections(code: str) -> list[str]:
    return re.findall(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)', code)[: code.count(";") + 1]


def _is_odd(section: str, *, nought: bool) -> bool:
    literals = "".join("".join(found) for found in _LITERALS.findall(section))
    rest = _LITERALS.sub("", section)
    for bracket in _BRACKETS.findall(rest):
        currency = _CURRENCY.match(bracket)
        literals += currency[1] if currency else ""
        if bracket.lower() in _GONE or (not currency and _CONDITION.search(bracket)):
            return True
    bare = _BRACKETS.sub(lambda found: found[1] if found[1].lower() in "hmmss" else "", rest)
    words = any(sign.isalnum() for sign in literals)
    shown = _SHOWS.search(bare) or (nought and literals.rstrip().endswith("-"))
    return words or not shown or bool(_SCALED.search(bare))
