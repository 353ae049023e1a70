# ruff: noqa: E501 - wide letters count double there
"""The headings of registers and plans by field, in the languages in which they are written.

A field's words are looked for in a heading that is in lower case, without punctuation; the first
field whose words fit takes the column. A heading may be anything that holds them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from changedesk.exchange.change.drafts import ChangeKind

_ID = r"^n ?°$|^(?:\w+ )?(?:id|code|ref|key|kennung|ид|код|código|codigo|identifiant)$|^(?:\w+ )?(?:no|nr|n|num|number|nummer|numéro|número|номер)$|^[#№]$|^(?:s|sl|lfd) ?(?:no|nr)$|^п п$|^№ п п$"
TRAINING_ID = re.compile(_ID)
_NOTE = r"note|remark|comment|bemerk|anmerk|remarque|nota\b|notas\b|observa|comentari|примечан|комментар"
_OWNER = r"owner|responsib|accountable|\blead\b|in charge|verantwort|zuständig|responsable|respons[áa]ve|ответств|владел|исполнитель"
_STATUS = r"status|^state$|^statut$|^état$|^estado$|^situação$|статус|состояние"
_METHOD = r"method|format|mode|delivery|modality|methode|durchführung|modalit|modalidad|méthode|método|метод|формат|способ|форма"

_MAIL = r"e ?mail|courriel|correo|почта"
_STAFF_ID = r"(?:employee|staff|user|learner|personnel|person) ?(?:id|no|number|code)|personalnummer|matricule|matrícula|número de (?:empleado|funcionário)|табельн"
_FIRST = r"first name|given name|vorname|prénom|primer nombre|primeiro nome|^имя$"
_LAST = (
    r"last name|surname|family name|nachname|familienname|nom de famille|apellido|sobrenome|фамилия"
)
_TEAM = r"department|\bteam|group|abteilung|service|équipe|departament|equipo|equipe|отдел|подраздел|группа|org unit"
_SITE = r"^site$|location|standort|^lieu|^sede|ubicaci|площадка|город"
_JOB = r"job title|position|^role$|funktion|^poste|^puesto|^cargo|должност"


@dataclass(frozen=True)
class Vocabulary:
    """What a sort of table is called by: fields with their words, and when it is one.

    `key` is the field that names a row. `title` are words for the heading above a table.
    """

    sort: str
    kind: ChangeKind
    key: str
    fields: tuple[tuple[str, re.Pattern[str]], ...]
    holds: Callable[[frozenset[str]], bool]
    title: re.Pattern[str]

    def field(self, heading: str) -> str:
        """Return the field that a heading (as `normal` gives it) means; "" for none."""
        return next((name for name, words in self.fields if words.search(heading)), "")


def _made(
    sort: str,
    kind: ChangeKind,
    key: str,
    holds: Callable[[frozenset[str]], bool],
    title: str,
    /,
    **fields: str,
) -> Vocabulary:
    compiled = tuple((name.strip("_"), re.compile(words)) for name, words in fields.items())
    return Vocabulary(sort, kind, key, compiled, holds, re.compile(title))


def _is_register(found: frozenset[str]) -> bool:
    rated = found & {
        "power",
        "influence",
        "interest",
        "attitude",
        "quadrant",
        "raci",
        "current",
        "desired",
        "marked",
        "legitimate",
        "urgent",
    }
    told = found & {"strategy", "expectations", "requirements", "concerns", "gain", "channel"}
    return bool(found & {"name", "last"}) and (
        len(rated) >= 2 or (bool(rated) and bool(told)) or len(told) >= 3 or "marked" in found
    )


STAKEHOLDERS = _made(
    "stakeholder", "stakeholders", "name", _is_register,
    r"stakeholder|interessent|partes? (?:prenant|interesad)|стейкхолдер|заинтересован",
    id=_ID,
    first=_FIRST.removesuffix("|^имя$"),
    last=_LAST,
    name=r"^(?:full |stakeholder |group )?names?\b|^stakeholders?(?: groups?| names?)?(?: or .*)?$|^who$|^interessent(?:en|engruppe)?$|^stakeholdergruppe$|^parties? prenantes?$|^nom\b|^nombre|^interesad|^partes? interesad|^partes? interessad|^nome|^имя|фио|стейкхолдер|заинтересованн",
    quadrant=r"quadrant|mendelow|квадрант|cuadrante|quadrante",
    raci=r"\brasci\b|\braci\b",
    legitimate=r"\blegitima|\blegitimit|\blégitim|\blegítim|легитимн",
    urgent=r"\burgen|dringlich|\burgência|срочност|неотложн",
    desired=r"desired|target (?:state|level|engagement)|\bsoll\b|angestrebt|gewünscht|souhait|\bcible\b|desead|desejad|желаем|целев",
    current=r"\bcurrent|\bist\b|aktuell|derzeit|^actuel|^état actuel|engagement actuel|^actual|estado actual|\batual|текущ",
    strategy=r"how (?:we|to|do we|will we)(?: will)? engage|strateg|approach|\bactions?\b|tactic|engagement plan|how to engage|maßnahme|massnahme|vorgehen|stratégi|estrat[ée]gi|стратеги|мероприят|действи|подход",
    attitude=r"attitude|stance|position (?:on|to)|sentiment|disposition|support level|level of support|commitment|einstellung|haltung|actitud|postura|atitude|отношение|позиция|настро",
    power=r"\bpower\b|authority|\bmacht|pouvoir|\bpoder\b|власть|полномоч",
    influence=r"influenc|einflus|влияни",
    interest=r"interest(?!ed)|interesse(?!nt)|intérêt|interés|интерес",
    impact=r"\bimpact|auswirkung|betroffenheit|воздейств",
    expectations=r"expect|care about|erwartung|attente|expectativ|ожидани",
    requirements=r"requirement|\bneeds?\b|anforderung|bedürfnis|exigence|besoin|requisito|necesidad|necessidade|требовани|потребност",
    concerns=r"concern|\bissues?\b|\bfears?\b|worr|objection|bedenken|befürchtung|ängste|sorgen|préoccup|crainte|preocupa|inquietud|опасени|возражен",
    gain=r"\bwins?\b|wiifm|in it for|benefit|\bgains?\b|nutzen|vorteil|bénéfice|avantage|beneficio|benefício|выгод",
    manager=r"line manager|\bsupervisor|reports to|\bboss\b|vorgesetzt|supérieur|superior|gestor direto|^manager$|начальник|непосредственный руковод",
    channel=r"channel|prefer|communication|kanal|kommunikation|\bcanal|moyen|комуникац|коммуникац|канал",
    frequency=r"frequen|how often|häufigkeit|fréquence|frecuencia|частот",
    contact=r"phone|telefon|téléphone|teléfono|mobile|телефон|mail|courriel|correo|почта|contact|kontakt|контакт",
    role=r"\brole|\btitle\b|\bjob\b|position|function|rolle|funktion|\bposte\b|fonction|rôle|\bcargo\b|puesto|\brol\b|papel|роль|должност",
    category=r"organi[sz]|company|firma\b|unternehmen|entreprise|empresa|организац|категор|компани|categor|\btype\b|\btyp\b|kategorie|catégorie|тип\b|internal",
    group=r"department|division|\bteam|abteilung|bereich|\bservice\b|équipe|departament|equipo|equipe|отдел|департамент|подразделение|^group$|^gruppe$|^groupe$|^grupo$",
    circle=r"group|gruppe|groupe|grupo|группа",
    location=r"location|\bsite\b|\bhours\b|standort|\blieu\b|ubicaci|localiza|место|город",
    owner=_OWNER,
    remark=_NOTE,
)  # fmt: skip
ROLES = _made(
    "role", "stakeholders", "name",
    lambda found: found >= {"name", "duties"}, r"\broles?\b|rollen|rôle|роли",
    id=_ID,
    name=r"^(?:project )?roles?\b|^rolle\b|^rôle|^rol\b|^papel|^роль|^function$|^funktion$",
    duties=r"responsib|dut(?:y|ies)|tasks?|aufgabe|verantwort|responsab|tâche|tarea|tarefa|обязанност|ответственност|задач",
    person=r"^name|person|assigned|wer\b|имя|фио|^nom$|^nombre$|^nome$",
)  # fmt: skip
IMPACTS = _made(
    "impact", "impacts", "title",
    lambda found: not found & {"risk", "script"} and len(found) >= 3 and bool(found & {"title", "as_is"})
    and ("level" in found or found >= {"as_is", "to_be"} or ("impact" in found and bool(found & {"starts", "people", "group"}))),
    r"impact|auswirkung|betroffen|воздейств|влияни",
    id=_ID + r"|^n ?°$|^réf(?:érence)?$|^num$",
    risk=r"probab|likelihood|\brisks?\b|wahrscheinl|risiko|risque|riesgo|risco|вероятн|риск",
    script=r"^(?:test )?steps?$|^(?:test ?)?schritte?$|^pasos$|^passos$|^étapes?$|^шаги$|^(?:expected|actual) (?:results?|outcomes?)$|^erwartetes ergebnis$|^résultats? attendus?$|^resultado esperado$|^ожидаемый результат$",
    comm=r"^(?:intervention )?comms?(?: needed| required)?$|^(?:intervention )?communications?(?: needed| required)?$|^kommunikation$|^comunicaci[óo]n$|^comunicação$|^коммуникац",
    train=r"^(?:intervention )?train(?:ing)?(?: needed| required)?$|^schulung(?:en)?$|^formation$|^capacita|^formación$|^treinamento$|^обучени",
    other=r"^(?:intervention )?other$|^sonstige|^autre|^otr[oa]s?$|^outr[oa]s?$|^друг|^проч",
    impact=r"^(?:the )?(?:change |business |expected )?impacts?$|^auswirkung(?:en)?$|^impactos?$|^impatt[oi]$|^effets?$|^wpływ$|^влияни[ея]$|^воздействи[ея]$",
    starts=r"^(?:impact |planned |geplanter? )?(?:starts?|begins?|beginn|anfang|start ?datum|inicio|início|inizio|début|début prévu|начало|początek)(?: (?:date|day|on|datum|am))?$|^(?:effective|valid|applies|in force|gültig|wirksam|valable|applicable|válido|vigente|действует)(?: (?:date|from|since|as of|von|ab|seit|à partir du|du|dès le|desde|с))?$|^(?:date|datum|day) (?:from|von|ab)$|^(?:from|start|begin) (?:date|datum)$|^date (?:de )?(?:début|d effet|d entrée en vigueur)|^fecha (?:de )?inicio|^data (?:de |di )?(?:início|inizio)|^дата начала|^ab$|^(?:à partir du?|dès|depuis)$|^vanaf$",
    ends=r"^(?:impact |planned |geplantes? )?(?:ends?|finish(?:es)?|until|till|ende|end ?datum|fin|fin prévue|fim|fine|einde|конец|окончание|koniec)(?: (?:date|day|on|datum|am))?$|^(?:effective|valid|applies|in force|gültig|wirksam|valable|applicable|válido|vigente|действует) (?:to|until|till|through|bis|jusqu au|jusqu à|au|hasta|até|до|по)$|^(?:date|datum|day) (?:to|until|bis)$|^to date$|^date (?:de )?fin|^fecha (?:de )?fin|^data (?:de |di )?(?:fim|fine|término)|^дата окончания|^jusqu(?: au?| à)?$",
    group_view=r"^group s (?:own )?(?:view|rating|severity)$|^(?:severity|rating|impact) (?:by|of|for|seen by) (?:the )?group$|^sicht der gruppe$|^avis du groupe$",
    residual=r"residual|after mitigation|restliche|résiduel|residuo\b",
    direction=r"^direction$|benefit or burden|positive (?:or )?negative|^richtung$|^направление$",
    confidence=r"^confidence|^confiance$|^confianza$|^confiança$|^уверенность$",
    minutes=r"^time (?:each|per person|needed per person)\b|^(?:hours|minutes|effort) (?:per|each)\b|^(?:zeit|aufwand|stunden) (?:je|pro)\b|^heures par\b|^horas por\b",
    frequency=r"frequen|how often|häufigkeit|fréquence|frecuencia|frequência|частот",
    differs=r"^stops? starts?|^starts? stops?",
    validated_by=r"^(?:validated|confirmed|agreed) by|^bestätigt von|^validée? par|^validado por",
    validated_on=r"^validated on|^validation date|^date validated|^bestätigt am|^validée? le|^validado el",
    from_=r"^from$|^von$|^de$|^du$|^desde$|^с$|^от$|^van$|^od$|^dal?$",
    till=r"^to$|^bis$|^zu$|^à$|^au$|^a$|^al$|^hasta$|^até$|^по$|^до$|^tot$|^do$",
    people=r"^# ?\S|^(?:number|no|nos|count|how many|anzahl|anz|zahl|nombre d\w?|nb|nbre|número de|numero de|nº de|n° de|кол\w*|численность)\b.+|head ?count|^kopfzahl|^köpfe$|^effectifs?\b|^fte\b|^vzä$|^etp$|^reach$|^osób$|^osoby$|численность",
    champions=r"change agents?|champion|ambassador|multiplikator|super ?user|\brelais\b|embajador|embaixador|чемпион|агент",
    affected=r"^(?:(?:the |all )?(?:affected|impacted|concerned|involved|betroffene[rn]?|beteiligte) )?(?:people|persons?|users?|staff|employees?|agents?|workers|colleagues|personen|leute|mitarbeite\w+|ma|nutzer\w*|anwender\w*|benutzer\w*|beschäftigte|agenten|personnes?|utilisateurs?|salariés?|collaborateurs?|employés?|personas|usuarios|empleados|pessoas|usuários|colaboradores|persone|utenti|люди|человек|сотрудник\w*|пользовател\w*)(?: (?:affected|impacted|concerned|hit|betroffen|concernée?s|touchée?s|impactée?s|afectad[ao]s|impactad[ao]s|afetad[ao]s|затронуто))?$|^(?:affected|impacted|betroffen|betroffene[rn]?|concernée?s|impactée?s|afectad[ao]s|afetad[ao]s|затронуто)$",
    group=r"(?:impacted|affected) (?:stakeholder|group|team|user|audience|role|part|department)|^stakeholders?\b|^groups?$|^groups? (?:affected|impacted)$|^who\b|audience|betroffene|zielgruppe|^gruppe|^groupe|^grupp[oi]$|^groep(?:en)?$|^grup[ay]$|grupo|equipos? |parties prenantes|stakeholdergruppe|затронут|группа|стейкхолдер|подразделени|кого|^populations?(?: (?:concernée|cible|impactée)s?)?$|^public(?: cible)?$",
    unit=r"^(?:affected |impacted |business )?(?:teams?|departments?|units?|divisions?|functions?|roles?)$|^abteilung(?:en)?$|^bereiche?$|^rollen?$|^équipes?(?: concernées?| impactées?)?$|^services?(?: concernés?)?$|^départements?$|^departamentos?$|^equip[oea]s?$|^отдел|^департамент|^команда$",
    reason=r"reason|rationale|\bwhy\b|begründung|warum|raison|pourquoi|razón|motivo|причина|обоснован|почему",
    aspect=r"characteri|type of|\baspects?\b|categor|dimension|^art\b|\btyp\b|\btype\b|nature|\btipo|catégor|kategorie|тип\b|аспект|категор|вид изменен",
    level=r"\blevel\b|degree|severit|magnitude|extent|\brating\b|\bscore\b|schwere|\bgrad\b|stärke|niveau|ampleur|gravité|nivel|grado|\bgrau\b|gravedad|gravidade|gravità|\bernst\b|livello|stopień|poziom|nível|степень|уровень|сила|значимост|тяжест",
    as_is=r"\bcurrent|as is|today|yesterday|\bbefore\b|\bist\b|heute|bisher|actuel|aujourd|\bactual|\batual|\bhoje\b|\bhoy\b|текущ|сейчас|как есть|\bбыло|^old\b|^vorher$|^avant$|^antes$",
    to_be=r"future|to be|tomorrow|\bafter\b|\bsoll\b|zukünftig|künftig|\bneu\b|futur|demain|mañana|amanhã|будущ|будет|станет|целев|^new\b|^nachher$|^nach$|^après$|^vers$|^después$|^depois$|^para$",
    timing=r"timing|\bwhen\b|\bdates?\b|go live|zeitpunkt|zeitraum|\bdatum\b|termin|\bwann\b|\bquand\b|période|cuándo|cuando|quando|\bfecha|\bdata\b|срок|когда|дата|timeline|\bperiod\b|phase|фаза|этап",
    mitigation=r"mitigat|intervention|actions?|response|treatment|support needed|maßnahme|massnahme|mesure|medida|acción|ação|acciones|ações|меры|мероприят|действи",
    owner=_OWNER,
    status=_STATUS,
    remark=_NOTE,
    title=r"area|change|description|impact|title|\bwhat\b|beschreibung|änderung|veränderung|auswirkung|thema|domaine|cambio|descrip|mudança|área|impacto|изменени|описани|област|воздейств|влияни|что\b|^titel$|bezeichnung|intitulé|libellé|^título|titolo|^summary$|название|наименование",
    system=r"system|process|\btool|application|prozess|système|sistema|proceso|processo|систем|процесс",
)  # fmt: skip
COMMUNICATIONS = _made(
    "communication", "communications", "audience",
    lambda found: len(found & {"audience", "message", "title", "why", "occasion", "channel", "owner", "sender"}) >= 4
    and "audience" in found and bool(found & {"occasion", "channel"}) and bool(found & {"message", "title", "why"}),
    r"communicat|comms?\b|kommunikation|comunica|коммуникац|комуникац",
    id=_ID,
    element=r"adkar",
    sender=r"sender|^from$|speaker|spokes|absender|expéditeur|émetteur|remitente|emisor|remetente|отправител|messenger|delivered by",
    approver=r"approv|freigabe|genehmig|approb|aprob|aprova|утвержд|согласова",
    feedback=r"feedback|rückmeldung|retour|retroalim|обратн",
    audience=r"audience|\bwho\b|recipient|participant|to whom|stakeholder|target group|zielgruppe|empfänger|teilnehm|an wen|^wer$|destinatair|^public|^qui$|audiencia|destinatari|público|quién|^quem$|учас|получател|аудитор|\bкому\b|^роли$|^кто$|^groups?$|^roles?$|^gruppe",
    why=r"\bwhy\b|purpose|objective|\bgoal|\baim\b|zweck|\bziele?\b|warum|objectif|pourquoi|objetivo|propósito|por qué|por que|цель|назначение|зачем",
    occasion=r"frequen|\bwhen\b|how often|schedul|timing|\bdate|\bwann\b|häufigkeit|termin|turnus|zeitpunkt|fréquence|\bquand\b|frecuencia|cuándo|cuando|frequência|quando|fecha|частот|когда|срок|тайминг|период|дата",
    channel=r"channel|\bhow\b|method|medium|media|vehicle|format|kanal|\bwie\b|\bcanal|comment$|moyen|\bcómo\b|\bmedios?\b|\bcomo\b|\bmeios?\b|канал|способ|каким образом|\bкак\b|формат",
    owner=_OWNER + r"|who sends|initiat|инициатор",
    status=_STATUS,
    remark=_NOTE,
    message=r"message|content|key point|information|\bwhat\b|topic|subject|botschaft|inhalt|\bwas\b|thema|contenu|\bquoi\b|sujet|mensaje|contenido|\bqué\b|\btema|mensagem|conteúdo|o que|сообщ|содерж|информац|\bчто\b|тема",
    title=r"communication|activit|\btype|\bevent|deliverable|\bname\b|kommunikation|aktivität|activité|actividad|comunica|atividade|коммуникац|комуникац|\bтип|мероприят|событ",
)  # fmt: skip
NEEDS = _made(
    "need", "training", "needs",
    lambda found: found >= {"group", "needs"} and len(found) >= 3 and not found & {"occasion", "level"},
    r"need|audience|gap|bedarf|zielgruppe|besoin|necesidad|necessidade|потребност|аудитор",
    id=_ID,
    people=r"(?:number|no|#|count|how many|anzahl|nombre d|número de|numero de|кол\w*) ?.*(?:participant|people|user|staff|learner|teilnehm|person|mitarbeit|participant|persona|pessoa|участник|человек|сотрудник)|headcount|^participants$|^teilnehmer$|^participantes$|численност",
    required=r"(?:required|target|desired|soll|needed) (?:level|niveau|stufe)|^required$|^soll$|niveau (?:requis|cible)|nivel (?:requerido|deseado|desejado)|требуемый|целевой уровень",
    current=r"(?:current|actual|existing|ist) (?:level|niveau|stufe)|^current$|^ist$|niveau actuel|nivel a[ct]+ual|текущий",
    criticality=r"critical|priority|priorität|importance|wichtigkeit|priorité|prioridad|приоритет|важност",
    occasion=r"^weeks?$|^dates?$|^when$|^woche$|^semaine$|^semana$|^неделя$",
    level=r"impact",
    owner=_OWNER,
    method=_METHOD,
    needs=r"\bneeds?\b|\bgaps?\b|skill|competenc|\btopics?\b|bedarf|kompetenz|fähigkeit|themen|besoin|compétence|necesidad|competencia|habilidad|necessidade|competência|потребност|навык|компетенц|темы",
    group=r"group|audience|\broles?\b|team|department|who\b|zielgruppe|gruppe|abteilung|groupe|public|équipe|grupo|audiencia|público|equipo|equipe|группа|аудитор|роль|отдел",
    remark=_NOTE,
)  # fmt: skip
COURSES = _made(
    "course", "training", "title",
    lambda found: "title" in found and bool(found & {"duration", "topics"}) and len(found) >= 3 and not found & {"person", "week", "status"},
    r"module|content|course|curriculum|catalog|modul|kurs|cours|curso|модул|курс",
    id=_ID,
    person=r"learner|employee|mitarbeit|apprenant|empleado|colaborador|сотрудник|email|e mail",
    week=r"^weeks?$|^woche$|^semaine$|^semana$|^неделя$|^dates?$",
    duration=r"duration|length|hours?\b|minutes|dauer|stunden|durée|heures|duraci|horas|duração|длительност|продолжит|часы|часов",
    seats=r"capacity|seats|max|plätze|places|plazas|vagas|мест",
    passing=r"pass (?:mark|score|at)|bestehens|note de passage|проходн",
    trainer=r"trainer|instructor|facilitator|teacher|dozent|formateur|instructor|formador|тренер|преподават",
    topics=r"topics?|content|covered|objective|outline|inhalt|lernziel|themen|contenu|objectif|contenido|objetivo|temas|conteúdo|темы|содержан|цели",
    audience=r"audience|\bgroups?\b|for whom|zielgruppe|public|audiencia|público|аудитор|для кого",
    method=_METHOD,
    owner=_OWNER,
    status=_STATUS,
    remark=_NOTE,
    title=r"modul|course|training|session|class\b|workshop|kurs|seminar|schulung|formation|\bcours|curso|курс|тренинг|программа",
)  # fmt: skip
SCHEDULE = _made(
    "session", "training", "title",
    lambda found: "title" in found and bool(found & {"week", "starts"}) and bool(found & {"audience", "method", "trainer", "place"}) and not found & {"person", "status"},
    r"schedul|calendar|timetable|terminplan|zeitplan|calendrier|planning|calendario|cronograma|расписан|график",
    id=_ID,
    person=r"learner|employee|mitarbeit|apprenant|empleado|colaborador|сотрудник|email|e mail|^name$",
    status=r"^(?:completion )?status$|completed|score",
    zone=r"time ?zone|^tz$|zeitzone|fuseau|zona horaria|huso|fuso|часовой пояс",
    ends=r"^(?:(?:planned|session) )?(?:ends?|ending|finish|until|till|to)$|\bend (?:time|date)|^ende?(?:zeit|datum)|^ende$|^bis$|^(?:heure de )?fin$|^hora (?:de )?fin|^fim$|^hasta$|^окончание|^конец|^до$",
    week=r"^weeks?(?: no| number)?$|^start(?:ing)? week$|\bdates?\b|^day$|^when$|^startdatum|^woche|^kw$|^datum|^tag$|^wann$|^semaine|^date|^quand$|^semana|^fecha|^cuándo$|^data$|^quando$|недел|^дата|^когда",
    minutes=r"duration|length|dauer|durée|duraci|duração|длительност",
    starts=r"^(?:(?:planned|session) )?(?:start|begin)|^(?:heure de )?début$|^hora (?:de )?(?:inicio|início)|^in[ií]cio$|^начало",
    time=r"^times?$|^from$|^von$|uhrzeit|^heure|^hora|^время",
    seats=r"capacity|seats|plätze|places|plazas|vagas|мест\b",
    place=r"place|location|\broom\b|venue|\blink\b|\bort\b|raum|\blieu\b|salle|lugar|sala|local\b|место|аудитория №|кабинет",
    audience=r"audience|participant|\bgroups?\b|\bwho\b|zielgruppe|teilnehm|public|audiencia|público|participantes|аудитор|участник|группа",
    method=_METHOD,
    trainer=r"trainer|instructor|facilitator|owner|responsib|\blead\b|dozent|verantwort|formateur|animateur|responsable|instrutor|formador|responsável|тренер|ответств|ведущ",
    remark=_NOTE,
    title=r"activit|session|course|modul|training|topic|\btask|event|aktivität|kurs|schulung|thema|formation|cours|activité|actividad|curso|atividade|treinamento|мероприят|курс|занятие|модул|тема|активност",
)  # fmt: skip
PHASES = _made(
    "phase", "impacts", "phase",
    lambda found: found >= {"phase", "when", "activities"} and len(found) <= 4,
    r"timeline|phase|zeitplan|calendrier|cronograma|этап",
    id=_ID,
    phase=r"^(?:project )?phases?$|^stages?$|^etapas?$|^fases?$|^étapes?$|^этап|^фаза|^milestone",
    when=r"timeline|when|weeks?|dates?|timing|period|duration|zeit|termin|dauer|période|calendrier|plazo|fecha|prazo|срок|период|недел|дата",
    activities=r"activit|tasks?|what|aktivität|aufgabe|activité|actividad|atividade|действи|работы|задач|мероприят",
    owner=_OWNER,
)  # fmt: skip
ATTENDANCE = _made(
    "completion", "attendance", "person",
    lambda found: bool(found & {"person", "mail", "staff_id", "last"}) and "course" in found and bool(found & {"status", "score", "date"}),
    r"attendance|completion|teilnahme|présence|asistencia|presença|посещ",
    mail=_MAIL,
    staff_id=_STAFF_ID,
    first=_FIRST,
    last=_LAST,
    score=r"score|grade|\bmarks?\b|punkt|ergebnis|\bnote\b|puntu|puntaje|calificaci|\bnota\b|pontua|балл|оценка|percent|prozent",
    passed=r"^passed$|^pass fail$|^bestanden$|^réussi$|^aprobado$|^aprovado$|^зач[её]т$",
    minutes=r"minutes|time spent|duration|dauer|durée|duraci|duração|длительност|время обучения",
    status=r"status|completion$|^result$|attendance|attended|present\b|teilnahme|anwesen|statut|présence|estado|asistencia|situação|presença|resultado|статус|результат|состояние|посещ|присутств",
    date=r"\bdates?\b|completed (?:on|at)|datum|abgeschlossen am|terminé le|fecha|\bdata\b|дата|\bwhen\b|\bam$",
    group=_TEAM,
    site=_SITE,
    role=_JOB,
    course=r"course|training|module|learning item|lesson|\bclass\b|program|kurs|schulung|lerneinheit|formation|\bcours\b|curso|capacita|treinamento|курс|обучени|модуль|программа|тренинг|\btitle\b|titel",
    person=r"^(?:full |display )?names?$|employee|learner|\buser\b|student|participant|mitarbeit|teilnehm|\bname\b|apprenant|\bnom\b|empleado|alumno|nombre|colaborador|aluno|\bnome\b|сотрудник|участник|\bфио\b|слушател|работник",
    remark=_NOTE,
)  # fmt: skip
ROSTER = _made(
    "duty", "roster", "person",
    lambda found: bool(found & {"person", "staff_id", "last"}) and "day" in found and bool(found & {"shift", "starts"}) and "course" not in found,
    r"roster|rota\b|shift|schedul|dienstplan|schicht|planning|turno|escala|график|смен",
    course=r"course|training|kurs|schulung|formation|curso|курс|обучени",
    mail=_MAIL,
    staff_id=_STAFF_ID,
    first=_FIRST,
    last=_LAST,
    day=r"^(?:shift |work )?dates?$|^days?$|^datum$|^tag$|^jour$|^fecha$|^día$|^data$|^dia$|^дата|^день|datum|дата смены",
    starts=r"start|\bfrom\b|begin|^in$|beginn|\bvon\b|début|\bde$|inicio|desde|início|начало|^с$",
    ends=r"\bend\b|\bends\b|\bto\b|finish|^out$|\bende\b|\bbis\b|^fin$|^à$|hasta|^fim$|até|конец|окончан|^по$",
    group=_TEAM,
    site=_SITE,
    role=_JOB,
    shift=r"shift|schicht|dienst|\bduty\b|turno|смена|code|poste|status|absence|activity",
    person=r"^(?:full |display |agent |employee )?names?$|employee|agent|\bstaff\b|\bperson|mitarbeit|\bname\b|employé|\bnom\b|empleado|nombre|colaborador|\bnome\b|сотрудник|\bфио\b|работник|оператор",
    remark=_NOTE,
)  # fmt: skip

VOCABULARIES = (
    STAKEHOLDERS, ROLES, IMPACTS, COMMUNICATIONS, NEEDS, COURSES, SCHEDULE, PHASES, ATTENDANCE,
    ROSTER,
)  # fmt: skip
