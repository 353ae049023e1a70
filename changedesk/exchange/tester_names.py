"""Names of people as headings: who tested, told from cycles, browsers and environments."""

import re
from collections.abc import Sequence

from changedesk.exchange import outcomes
from changedesk.exchange.headings import fields_of
from changedesk.exchange.yes_and_no import is_no, is_tick

_NO_NAMES = (
    "cycle zyklus testzyklus cyclus cykl ciclo цикл round runde testrunde ronda tour rodada "
    "giro sprint iteration itération iteración iteração iteratie run lauf testlauf durchlauf "
    "durchgang phase fase wave welle vague pass attempt versuch essai intento tentativa "
    "poging test tests testing retest uat sit qa dev prod production staging preprod build "
    "release version drop week woche semaine semana settimana day tag jour día dag kw chrome "
    "firefox safari edge browser ios android iphone ipad windows mac macos linux desktop "
    "mobile tablet web app environment env umgebung environnement entorno ambiente first "
    "second third final initial erste zweite dritte premier deuxième execution exécution "
    "ejecución execução esecuzione result results status old new before after regression "
    "smoke"
)
_CYCLE_WORDS = frozenset(_NO_NAMES.split())
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}\.?")
_TESTER = re.compile(
    r"(?:(?:uat )?(?:tester|testeur|testeuse|testerin|prüfer|prüferin|probador|testador|"
    r"collaudatore|user|benutzer|utilisateur|usuario|person))\s*[:\-–]?\s*(.*)",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


def are_testers(labels: Sequence[str]) -> bool:
    """Tell names of people from those of cycles, browsers or environments."""
    return all(label and (_TESTER.fullmatch(label) or _is_name(label)) for label in labels)


def _is_name(label: str) -> bool:
    if not _NAME.fullmatch(label) or fields_of(label) or outcomes.heading_meaning(label):
        return False
    words = re.findall(r"[^\W\d_]+", label)
    return not label[0].islower() and not {word.lower() for word in words} & _CYCLE_WORDS


def name_in(label: str) -> str:
    """Return the name in a heading such as "Tester: Anna"; "Tester 1" is a name as well."""
    match = _TESTER.fullmatch(label)
    return match[1] if match and match[1] and not match[1].isdigit() else label


def tester_in(text: str) -> str | None:
    """Return the name in a line such as "Tester: Anna" above a block of rows, None in any other.

    "" is a line for a name that nobody filled in.
    """
    heading, colon, name = text.partition(":")
    says_who = colon and any(field == "tester" for field, _ in fields_of(heading))
    return name.strip(" _.…-") if says_who and len(name) <= _LONGEST_NAME else None


def is_column_of(heading: str, texts: Sequence[str]) -> bool:
    """Tell a column of one tester's results: a name above, words for results below.

    Figures are counts at the foot. Yes and no alone answer another question: "Automated".
    """
    words = [text for text in texts if not text.strip(" %.").isdecimal()]
    results = sum(map(outcomes.is_result, words))
    plain = all(is_tick(text) or is_no(text) for text in words)
    return bool(words) and not plain and results >= 0.8 * len(words) and are_testers([heading])
