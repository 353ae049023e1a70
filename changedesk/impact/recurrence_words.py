"""The words of recurrences in English, German, French, Spanish and Russian, and the commonest
Portuguese ones; accents are taken off first, and what is above й and ё.
"""

_DAYS = tuple(
    names.split()
    for names in (
        (
            "monday mondays mon montag montags mo "
            "lundi lundis lunes понедельник понедельника понедельникам"
        ),
        "tuesday tuesdays tue tues dienstag dienstags di mardi mardis martes вторник вторникам",
        (
            "wednesday wednesdays wed weds mittwoch mittwochs mi "
            "mercredi mercredis miercoles среда среду средам"
        ),
        (
            "thursday thursdays thu thur thurs donnerstag donnerstags do "
            "jeudi jeudis jueves четверг четвергам"
        ),
        (
            "friday fridays fri freitag freitags fr "
            "vendredi vendredis viernes пятница пятницу пятницам"
        ),
        (
            "saturday saturdays sat samstag samstags sonnabend sa "
            "samedi samedis sabado sabados суббота субботу субботам"
        ),
        (
            "sunday sundays sun sonntag sonntags so "
            "dimanche dimanches domingo domingos воскресенье воскресеньям"
        ),
    )
)
DAY_WORDS = tuple(names[0].capitalize() for names in _DAYS)
"""The names to write, Monday first."""
WEEKDAYS = {name: day for day, names in enumerate(_DAYS) for name in names}
"""Each name of a weekday with its number: Monday is 0."""

_ORDINALS = {
    1: "1st first 1 erster ersten erste premier premiere premiers 1er 1re primer primero primera "
    "первыи первая первую первое первого",
    2: "2nd second 2 zweiter zweiten zweite deuxieme 2e second seconde segundo segunda "
    "второи вторая вторую второе второго",
    3: "3rd third 3 dritter dritten dritte troisieme 3e tercer tercero tercera "
    "третии третья третью третье третьего",
    4: "4th fourth 4 vierter vierten vierte quatrieme 4e cuarto cuarta",
    5: "5th fifth 5 funfter funften funfte cinquieme 5e quinto quinta",
    -1: "last letzter letzten letzte dernier derniere derniers ultimo ultima "
    "последнии последняя последнюю последнее последнего",
}
ORDINALS = {word: number for number, words in _ORDINALS.items() for word in words.split()}
"""Each ordinal with its number; -1 is the last one."""

EVERY = (
    "every|each|all|jeden|jede|jeder|jedes|alle|chaque|tous les|toutes les|tous|toutes|cada|"
    "todos los|todas las|todos|todas|a cada|todo|toda|каждыи|каждая|каждую|каждое|каждые|каждого|"
    "(?:1 |один )?раз в"
)
PER = "per|a|an|of|pro|par|por|al|im|je|der|die|de la|du|de|le|la|в"
FILLING = (
    "of|in|im|des|der|du|de|del|dans|per|pro|par|por|a|an|at|on|am|zum|al|the|le|la|les|los|las|el|"
    "dem|den|die|das|l|jeweils|immer|always|в|во|по"
)
"""What stands between the words that matter."""
AND = r"and|und|et|y|&|\+|и"

WORKDAY = (
    r"(?:working|business|work|week) ?days?|werktags?|werktagen?|arbeitstag(?:s|e|en|lich)?|"
    r"jours? (?:ouvres?|ouvrables?)|dias? (?:laborables?|habiles?)|"
    r"рабоч(?:ии|им|ие) (?:день|дням|дни)|будням|будни"
)
DAILY = frozenset((
    "daily", "taglich", "quotidien", "quotidienne", "quotidiennement", "diario", "diaria",
    "diariamente", "ежедневно",
))  # fmt: skip
WEEKLY = frozenset(
    ("weekly", "wochentlich", "hebdomadaire", "semanal", "semanalmente", "еженедельно")
)
BIWEEKLY = frozenset((
    "biweekly", "bi weekly", "fortnightly", "zweiwochentlich", "quincenal", "quincenalmente",
    "cada quincena", "quinzenal", "quinzenalmente",
))  # fmt: skip
MONTHLY = frozenset((
    "monthly", "monatlich", "mensuel", "mensuelle", "mensual", "mensualmente", "mensal",
    "mensalmente", "ежемесячно",
))  # fmt: skip
TWO_MONTHLY = frozenset(("bimestriel", "bimestrielle", "bimestral", "bimestralmente"))
QUARTERLY = frozenset((
    "quarterly", "vierteljahrlich", "quartalsweise", "trimestriel", "trimestrielle", "trimestral",
    "trimestralmente", "ежеквартально",
))  # fmt: skip
HALF_YEARLY = frozenset((
    "half yearly", "halfyearly", "semi annually", "semiannually", "semi annual", "semiannual",
    "every half year", "halbjahrlich", "jedes halbjahr", "jedes halbe jahr", "semestriel",
    "semestrielle", "chaque semestre", "semestral", "semestralmente", "cada semestre",
))  # fmt: skip
YEARLY = frozenset((
    "yearly", "annually", "annual", "jahrlich", "annuel", "annuelle", "anual", "anualmente",
    "ежегодно",
))  # fmt: skip
UNITS = {
    "day": "day days tag tage tagen jour jours dia dias день дня днеи",
    "week": "week weeks woche wochen semaine semaines semana semanas неделя неделю недели недель",
    "fortnight": "fortnight fortnights",
    "month": "month months monat monate monaten monats mois mes meses месяц месяца месяцев",
    "quarter": (
        "quarter quarters quartal quartale quartals trimestre trimestres trimester квартал квартала"
    ),
    "year": "year years jahr jahre jahren jahres an ans annee annees ano anos год года лет",
}
"""Each unit of time with its names."""
COMPOUND = {
    "day": "taglich tagig", "week": "weekly wochentlich wochig",
    "month": "monthly monatlich", "year": "yearly jahrlich",
}  # fmt: skip
"""What a number is written in one with: “3-weekly”, “zweiwöchentlich”."""
_NUMBERS = {
    2: "2 two zwei deux dos", 3: "3 three drei trois tres", 4: "4 four vier quatre cuatro",
    5: "5 five funf cinq cinco", 6: "6 six sechs seis", 8: "8 eight acht huit ocho",
    10: "10 ten zehn dix diez", 12: "12 twelve zwolf douze doce",
    14: "14 fourteen vierzehn quatorze catorce",
}  # fmt: skip
NUMBERS = {word: number for number, some in _NUMBERS.items() for word in some.split()}
STEPS = NUMBERS | {word: n for word, n in ORDINALS.items() if n > 1} | {"other": 2, "andere": 2}
"""What may stand between “every” and a unit, with what it counts."""
ONCE = "once|one time|1 ?x|1 time|einmal|1 ?mal|une fois|1 fois|una vez|1 vez"
TIMES = {
    2: "twice|two times|2 ?x|2 times|zweimal|2 ?mal|deux fois|2 fois|dos veces|2 veces|2 раза|"
       "два раза|дважды",
    3: "thrice|three times|3 ?x|3 times|dreimal|3 ?mal|trois fois|3 fois|tres veces|3 veces|3 раза|"
       "три раза|трижды",
}  # fmt: skip
END = "end|ende|fin"
PART = (
    "end|ende|fin|start|beginning|mid|middle|early|late|anfang|mitte|debut|milieu|principio|"
    "mediados"
)
"""What names a part of a month or week that is no day."""
BOUNDED = (
    "until|till|through|throughout|for|fur|pour|para|from|starting|beginning|as of|during|while|"
    "bis|ab|seit|wahrend|"
    "jusqu|ate|начиная|a partir|des|pendant|durant|hasta|desde|durante"
)
"""What begins the words that say from when and to when something repeats."""
EVENT = (
    "before|after|when|if|vor|nach|wenn|sobald|avant|apres|quand|si|antes|despues|cuando|gate|"
    "gates|до|после|перед|при|когда"
)
"""What says that a phrase speaks of something that happens, and not of the calendar."""
TWO_WAYS = frozenset((
    "bimonthly", "bi monthly", "semi monthly", "semimonthly", "bimensuel", "bimensuelle",
    "bimensual", "biannual", "biannually", "bi annual", "bi annually",
))  # fmt: skip
"""What people use for twice in that time, and for every second one."""
