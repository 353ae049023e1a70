# ruff: noqa: E501 - lists of words of many languages
"""What is written where nothing is answered: words such as N/A, and codes such as -9 and 99."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.surveys.drafts import MissingReason
from changedesk.exchange.surveys.values import folded, whole

_WORDS: Mapping[MissingReason, str] = {
    "na": "n/a, na, n.a., n. a., n.a, not applicable, does not apply, doesn't apply, #n/a, not relevant, nicht anwendbar, trifft nicht auf mich zu, nicht zutreffend, entfällt, sans objet, non applicable, ne s'applique pas, no aplica, no aplicable, no procede, não se aplica, não aplicável, non applicabile, non pertinente, niet van toepassing, n.v.t., nvt, nie dotyczy, не применимо, неприменимо, ikke relevant, ej tillämpligt, ei sovellu, uygulanamaz, 該当なし, 不适用, 不適用, 해당 없음",
    "dont_know": "no opinion, sans opinion, keine meinung, sin opinión, sem opinião, don't know, do not know, dont know, dk, don't know/not sure, weiß nicht, weiss nicht, keine ahnung, ne sait pas, je ne sais pas, nsp, no sabe, no sé, no sabe/no contesta, ns/nc, não sei, não sabe, non so, non lo so, weet niet, weet ik niet, nie wiem, не знаю, vet ej, ved ikke, bilmiyorum, わからない, 不知道, 모르겠음",
    "skipped": "[no answer], no answer, not answered, unanswered, no response, no reply, (no answer), {no answer}, refused, prefer not to say, prefer not to answer, rather not say, keine angabe, k.a., k. a., keine antwort, nicht beantwortet, möchte ich nicht sagen, sans réponse, pas de réponse, non réponse, préfère ne pas répondre, sin respuesta, no contesta, prefiero no decirlo, prefiero no responder, sem resposta, prefiro não responder, nessuna risposta, preferisco non rispondere, geen antwoord, zeg ik liever niet, brak odpowiedzi, нет ответа, inget svar, 無回答, 未回答, 无回答, 응답 없음, #null!, null, nan, missing, system missing, -oth-, -, --, –, —, .",
    "not_shown": "not shown, not asked, {question_not_shown}, question not shown, nicht gestellt, nicht gezeigt, skipped by logic",
}  # fmt: skip
_BY_WORD: dict[str, MissingReason] = {
    folded(word): reason for reason, words in _WORDS.items() for word in words.split(", ")
}
_IN_BRACKETS = re.compile(r".*\((?:n/a|na|n\.a\.|not applicable)\)\s*", re.IGNORECASE)
_CODES: Mapping[int, MissingReason] = {
    -9: "skipped", -8: "dont_know", -7: "skipped", -99: "skipped", -98: "dont_know", -97: "na",
    -999: "skipped", -998: "dont_know", -997: "na", -9999: "skipped", -77: "na", -66: "not_shown",
    -88: "dont_know", 99: "skipped", 98: "dont_know", 97: "na", 999: "skipped", 998: "dont_know",
    997: "na", 9999: "skipped", 88: "dont_know", 77: "na", 66: "not_shown", -1: "skipped",
    -2: "na",
}  # fmt: skip
_ALWAYS = frozenset({"not_shown", "skipped", "na"})


def word_reason(text: str) -> MissingReason:
    """Return why a text is no answer; "" for one that is."""
    key = folded(text)
    if found := _BY_WORD.get(key):
        return found
    return "na" if len(key) < 40 and _IN_BRACKETS.fullmatch(key) else ""


def code_reasons(
    texts: Sequence[str], own: Mapping[str, MissingReason], *, scale: bool
) -> dict[str, MissingReason]:
    """Return the codes of a column of figures that stand for no answer.

    A code lies far outside what the others say: 99 among 1 to 5, and never 99 among ages; a
    negative one where nothing else is negative. `scale` tells a column of the same scale as others.
    """
    counted = Counter(texts)
    figures = {text: at for text in counted if (at := whole(text)) is not None}
    real = [at for at in figures.values() if at not in _CODES]
    found: dict[str, MissingReason] = {}
    for text, at in figures.items():
        if at not in _CODES or text in own or not (real or scale):
            continue
        if (at < 0 and min(real, default=0) >= 0 and (at <= -7 or scale)) or (
            at > 60 and max(real, default=0) <= 11 and counted[text] < 0.5 * len(texts)
        ):
            found[text] = _CODES[at]
    return found


@dataclass(slots=True)
class NoAnswers:
    """Knows what is no answer in a file; `own` are a person's words and codes."""

    own: Mapping[str, MissingReason]
    _known: dict[str, MissingReason] = field(default_factory=dict)
    _chosen: dict[str, MissingReason] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chosen.update({folded(word): reason for word, reason in self.own.items()})

    def reason(self, text: str) -> MissingReason:
        """Return why a text is no answer; "" for one that is."""
        found = self._known.get(text)
        if found is None:
            chosen = self._chosen.get(folded(text))
            found = self._known[text] = word_reason(text) if chosen is None else chosen
        return found

    def is_missing(self, text: str, *, scale: bool) -> bool:
        """Tell a word that is no answer: off a scale, "I do not know" is a choice like others."""
        reason = self.reason(text)
        return bool(reason) and (scale or reason in _ALWAYS or folded(text) in self._chosen)

    def labels(self, texts: Iterable[str], *, scale: bool) -> list[str]:
        """Return the different answers among texts, without those that are none."""
        kept: dict[str, str] = {}
        for text in dict.fromkeys(texts):
            if text and not self.is_missing(text, scale=scale):
                kept.setdefault(folded(text), text)
        return list(kept.values())

    def among(self, texts: Iterable[str], *, scale: bool) -> dict[str, MissingReason]:
        """Return the words among texts that are no answer, with the reason."""
        words = [text for text in dict.fromkeys(texts) if self.is_missing(text, scale=scale)]
        return {text: self.reason(text) for text in words}
