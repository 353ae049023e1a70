"""Words for how much a requirement is needed, in the common languages, as the four MoSCoW codes."""

from functools import cache

from changedesk.exchange.priorities import priority_code

_WORDS = {
    "must": "must, must have, "
    "must-have, m, mandatory, required, essential, muss, muss-anforderung, "
    "pflicht, zwingend, obligatorisch, doit, doit avoir, obligatoire, indispensable, essentiel, "
    "essentielle, debe, debe tener, obligatorio, obligatoria, imprescindible, esencial, moet, "
    "moet hebben, verplicht, deve, deve ter, obrigatório, obrigatória, essencial, deve avere, "
    "obbligatorio, obbligatoria, essenziale, musi, musi być, должен, обязательно",
    "should": "should, should have, should-have, s, soll, sollte, soll-anforderung, devrait, "
    "devrait avoir, debería, debería tener, zou moeten, zou moeten hebben, deveria, deveria ter, "
    "dovrebbe, dovrebbe avere, powinien, powinno być, следует",
    "could": "could, "
    "could have, could-have, c, nice to have, nice-to-have, optional, kann, könnte, "
    "kann-anforderung, wunsch, wünschenswert, pourrait, pourrait avoir, souhaitable, optionnel, "
    "optionnelle, facultatif, podría, podría tener, deseable, opcional, kan, zou kunnen, "
    "zou kunnen hebben, optioneel, wenselijk, poderia, poderia ter, desejável, potrebbe, "
    "potrebbe avere, desiderabile, opzionale, facoltativo, może, może być, может",
    "wont": "wont, "
    "won't, won’t, won't have, won’t have, would, w, out of scope, not now, wird nicht, "
    "wird nicht umgesetzt, nicht, nicht umsetzen, ne sera pas, ne sera pas fait, n'aura pas, "
    "hors périmètre, exclu, no tendrá, no se hará, fuera de alcance, fuera del alcance, excluido, "
    "wordt niet, zal niet, niet nu, buiten scope, não terá, não será feito, fora do escopo, "
    "excluído, non avrà, non sarà fatto, fuori ambito, escluso, nie będzie, не будет",
}
_OF_PRIORITIES = {"critical": "must", "high": "must", "medium": "should", "low": "could"}


@cache
def moscow_code(text: str) -> str:
    """Return must, should, could or wont for a documented word, "" for any other.

    Critical and high mean must, medium should, low could; a bare figure means nothing sure.
    """
    folded = " ".join(text.casefold().replace("`", "'").split()).strip(" .:!")
    if folded in _codes():
        return _codes()[folded]
    if not any(map(str.isalpha, folded)) or (folded[:1] == "p" and folded[1:].isdigit()):
        return ""
    return _OF_PRIORITIES.get(priority_code(folded), "")


@cache
def _codes() -> dict[str, str]:
    return {word.strip(): code for code, words in _WORDS.items() for word in words.split(",")}
