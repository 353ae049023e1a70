"""Rows at the foot of a table that are no scripts: totals, and places to sign."""

import re
from collections.abc import Sequence

_TOTAL = re.compile(
    r"(?:(?:grand|sub|over ?all|in)[ -]?)?(?:totals?|sum|summe|gesamt|gesamtzahl|insgesamt|anzahl|"
    r"summary|suma|somme|totale|totali|totaal|total général|soma|razem|ogółem|итого|всего|σύνολο|"
    r"รวม|tổng|tổng cộng|jumlah|toplam|合計|総計|小計|合计|总计|總計|합계|총계|المجموع|"
    r"celkem|összesen|yhteensä|totalt|i alt)\b.{0,40}|"
    r"(?:#|no\.?|nr\.?|number|count|%|percentage|percent|anzahl|nombre|número|numero|aantal)"
    r"(?: (?:of|de|di|der|von|tests?|test cases|scripts|total)){0,3}(?: of)? ?"
    r"(?:pass(?:ed)?|fail(?:ed)?|blocked|executed|run|open|bestanden|fehlgeschlagen|réussis?|"
    r"échoués?|aprobados|fallidos)?|"
    r"(?:total )?(?:tests? |test cases |scripts )?(?:passed|failed|blocked|executed|not run|"
    r"skipped)(?: tests?| test cases| scripts)?|(?:pass|success|failure|"
    r"fail) (?:rate|percentage|%)|"
    r"(?:erfolgs|bestehens)quote|taux de (?:réussite|succès)|tasa de (?:éxito|aprobación)",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[-–=<>~≈]?\s*\d[\d.,' ]*\s*(?:%|percent|/\s*\d+|(?:von|of|de|di|van)\s+\d+)?"
    r"(?:\s*[^\W\d_]+(?:[ -][^\W\d_]+)?)?"
)
_SIGNING = re.compile(
    r"(?:test )?(?:sign(?:ed)?[ -]?off(?: by)?|signed(?: by)?|signatures?|approved by|approvals?|"
    r"approver|accepted by|authori[sz]ed by|reviewed by|prepared by|unterschrift(?:en)?|"
    r"unterzeichnet(?: von)?|freigabe(?: durch)?|freigegeben(?: von| durch)?|abnahme(?: durch)?|"
    r"abgenommen(?: von| durch)?|genehmigt(?: von| durch)?|signé(?: par)?|approuvé par|"
    r"validé par|visa|firma(?:do)?(?: por)?|aprobado por|assinado por|assinatura|aprovado por|"
    r"firmato da|approvato da|handtekening|goedgekeurd door|akkoord|podpis|подпись|утвердил|"
    r"承認者?|署名|签字|签名|批准人|서명|승인자?|التوقيع|ลายเซ็น|chữ ký|tanda tangan|imza)"
    r"(?:[ /&,]+(?:name|date|datum|name and date|und datum|et date|y fecha|"
    r"e data))*\s*[:：_.…\-– ]*",
    re.IGNORECASE,
)
_BESIDE_SIGNING = re.compile(
    r"(?:date|datum|fecha|data|name|nom|nombre|nome|naam|role|rolle|rôle|title|place|ort|lieu|"
    r"lugar|luogo|plaats|дата|имя|日付|日期|날짜|氏名|姓名)\s*[:：]\s*[_.…\-– ]*|[_.…\-– ]*",
    re.IGNORECASE,
)
TOTALS = "it adds up figures"
SIGNING = "it is a place to sign"


def why_footer(row: Sequence[str], *, after_signing: bool = False) -> str:
    """Return why a row is a footer, "" for any other; `after_signing` where one to sign is above.

    A total is a word for it with nothing but figures beside it, in whatever columns they stand.
    """
    texts = [text.strip() for text in row if text.strip()]
    if not texts or len(texts) > 8:
        return ""
    labels = [text for text in texts if not _FIGURE.fullmatch(text)]
    if len(labels) <= 2 and labels and all(_TOTAL.fullmatch(text.rstrip(" :=")) for text in labels):
        return TOTALS
    signing = [text for text in texts if _SIGNING.fullmatch(text)]
    beside = [text for text in texts if _BESIDE_SIGNING.fullmatch(text)]
    if signing and texts[0] in signing and len(texts) <= len(signing) + len(beside) + 2:
        return SIGNING
    return SIGNING if after_signing and len(beside) == len(texts) else ""
