"""The words of recurrences in English, German, French and Spanish; accents are taken off first."""

_DAYS = (
    ("monday", "mon", "montag", "montags", "lundi", "lunes"),
    ("tuesday", "tue", "tues", "dienstag", "dienstags", "mardi", "martes"),
    ("wednesday", "wed", "mittwoch", "mittwochs", "mercredi", "miercoles"),
    ("thursday", "thu", "thur", "thurs", "donnerstag", "donnerstags", "jeudi", "jueves"),
    ("friday", "fri", "freitag", "freitags", "vendredi", "viernes"),
    ("saturday", "sat", "samstag", "samstags", "sonnabend", "samedi", "sabado"),
    ("sunday", "sun", "sonntag", "sonntags", "dimanche", "domingo"),
)
_PLURALS = {"s"}
WEEKDAYS = {name: day for day, names in enumerate(_DAYS) for name in names} | {
    name + end: day for day, names in enumerate(_DAYS) for name in names[:1] for end in _PLURALS
}
WEEKDAYS |= {"lundis": 0, "mardis": 1, "mercredis": 2, "jeudis": 3, "vendredis": 4, "samedis": 5,
             "dimanches": 6, "sabados": 5, "domingos": 6}  # fmt: skip
"""Each name of a weekday with its number: Monday is 0."""

_ORDINALS = {
    1: "1st first 1 erster ersten erste premier premiere 1er 1re primer primero primera",
    2: "2nd second 2 zweiter zweiten zweite deuxieme 2e second seconde segundo segunda",
    3: "3rd third 3 dritter dritten dritte troisieme 3e tercer tercero tercera",
    4: "4th fourth 4 vierter vierten vierte quatrieme 4e cuarto cuarta",
    5: "5th fifth 5 funfter funften funfte cinquieme 5e quinto quinta",
    -1: "last letzter letzten letzte dernier derniere ultimo ultima",
}
ORDINALS = {word: number for number, words in _ORDINALS.items() for word in words.split()}
"""Each ordinal with its number; -1 is the last one."""

EACH = "every|each|all|jeden|jede|jeder|jedes|alle|am|chaque|tous|toutes|cada|todos|todas"
OF = "of|in|im|des|der|du|de|del|dans|per|pro|par|por|a|an"
THE = "the|le|la|les|los|las|el|dem|den|der|das|l"
AND = "and|und|et|y|or|oder|ou|o|&"

DAILY = frozenset((
    "daily", "every day", "each day", "taglich", "jeden tag", "quotidien", "quotidienne",
    "quotidiennement", "chaque jour", "tous les jours", "diario", "diaria", "diariamente",
    "cada dia", "todos los dias",
))  # fmt: skip
WORKDAYS = frozenset((
    "every working day", "every workday", "every weekday", "each working day", "weekdays",
    "working days", "every business day", "werktags", "jeden werktag", "jeden arbeitstag",
    "arbeitstaglich", "chaque jour ouvre", "chaque jour ouvrable", "tous les jours ouvres",
    "cada dia laborable", "todos los dias laborables",
))  # fmt: skip
WEEKLY = frozenset((
    "weekly", "every week", "each week", "once a week", "once per week", "wochentlich",
    "jede woche", "hebdomadaire", "chaque semaine", "toutes les semaines", "semanal",
    "semanalmente", "cada semana", "todas las semanas",
))  # fmt: skip
BIWEEKLY = frozenset((
    "biweekly", "bi weekly", "fortnightly", "every two weeks", "every 2 weeks",
    "every other week", "every second week", "every fortnight", "zweiwochentlich",
    "14 taglich", "alle zwei wochen", "alle 2 wochen", "jede zweite woche", "bimensuel",
    "toutes les deux semaines", "toutes les 2 semaines", "un semaine sur deux",
    "une semaine sur deux", "quincenal", "cada dos semanas", "cada 2 semanas", "cada quincena",
))  # fmt: skip
MONTHLY = frozenset((
    "monthly", "every month", "each month", "once a month", "once per month", "monatlich",
    "jeden monat", "mensuel", "mensuelle", "chaque mois", "tous les mois", "mensual",
    "mensualmente", "cada mes", "todos los meses",
))  # fmt: skip
QUARTERLY = frozenset((
    "quarterly", "every quarter", "each quarter", "once a quarter", "once per quarter",
    "vierteljahrlich", "quartalsweise", "jedes quartal", "trimestriel", "trimestrielle",
    "chaque trimestre", "tous les trimestres", "trimestral", "trimestralmente",
    "cada trimestre", "todos los trimestres",
))  # fmt: skip
YEARLY = frozenset((
    "yearly", "annually", "annual", "every year", "each year", "once a year", "jahrlich",
    "jedes jahr", "annuel", "annuelle", "chaque annee", "tous les ans", "anual", "anualmente",
    "cada ano", "todos los anos",
))  # fmt: skip
MONTH = "month|monat|monats|mois|mes"
QUARTER = "quarter|quartal|quartals|trimestre|trimester"
OTHER = "other|second|zweite|zweiten"
