# ruff: noqa: E501 - wide letters count double there
"""Words for priorities in the common languages, as the four codes that the program knows."""

from functools import cache

_WORDS = {
    "critical": "critical, blocker, urgent, must, highest, very high, p1, kritisch, sehr hoch, "
    "dringend, critique, kritiek, dringend, urgent, urgente, bloquant, bloquante, crítica, crítico, critico, critica, krytyczny, критический, "
    "критичный, блокирующий, κρίσιμο, วิกฤต, nghiêm trọng, kritis, kritik, acil, 緊急, 紧急, 最高",
    "high": "high, major, should, important, importante, wichtig, belangrijk, ważny, p2, hoch, wichtig, haute, élevée, élevé, alta, alto, "
    "hoog, wysoki, wysoka, высокий, высокая, υψηλή, υψηλό, สูง, cao, tinggi, yüksek, 高, hög, høj, "
    "høy, korkea, vysoká, magas, ridicată",
    "medium": "medium, normal, moderate, could, average, mid, p3, mittel, mittlere, moyenne, modérée, moderado, normale, moyen, media, "
    "medio, média, médio, gemiddeld, normaal, średni, średnia, normalny, средний, средняя, "
    "обычный, μεσαία, μεσαίο, μέτρια, ปานกลาง, กลาง, trung bình, sedang, menengah, orta, 中, 普通, "
    "medel, mellem, keskitaso, střední, közepes, medie",
    "low": "low, minor, wont, won't, trivial, lowest, p4, p5, niedrig, unwichtig, onbelangrijk, mineure, menor, gering, basse, faible, baja, "
    "bajo, baixa, baixo, bassa, basso, laag, niski, niska, низкий, низкая, χαμηλή, χαμηλό, ต่ำ, "
    "thấp, rendah, düşük, 低, låg, lav, matala, nízká, alacsony, scăzută",
}


@cache
def priority_code(text: str) -> str:
    """Return critical, high, medium or low for a known word ("1 - High" too), else the text."""
    folded = " ".join(text.lower().split())
    for candidate in (folded, folded.lstrip("0123456789 -–.:()")):
        if candidate in _codes():
            return _codes()[candidate]
    return text


@cache
def _codes() -> dict[str, str]:
    return {word.strip(): code for code, words in _WORDS.items() for word in words.split(",")}
