# ruff: noqa: E501 - lists of words of many languages
"""Headings that survey tools write themselves, in the languages of their users."""

from collections.abc import Mapping
from functools import cache

from changedesk.exchange.headings import normal
from changedesk.exchange.surveys.drafts import Source, Use

IGNORED: Mapping[str, str] = {
    "ip": "an address of a computer is never taken",
    "technical": "it tells about the tool, not the person",
    "points": "points of a quiz are no answer",
    "place": "where a device was is never taken",
}
"""What a column that is left out holds, and why."""

_MS_FORMS = {
    "source_id": "id, id., nr, номер",
    "started": "start time, startzeit, heure de début, hora de inicio, ora di inizio, hora de início, begintijd, starttijd, godzina rozpoczęcia, starttid, starttidspunkt, aloitusaika, čas zahájení, kezdés időpontja, ora începerii, başlangıç zamanı, время начала, 開始時刻, 开始时间, 開始時間, 시작 시간, เวลาเริ่มต้น, giờ bắt đầu, waktu mulai, ώρα έναρξης",
    "submitted": "completion time, fertigstellungszeit, heure de fin, heure d achèvement, hora de finalización, ora di completamento, hora da conclusão, hora de conclusão, tijd van voltooien, voltooiingstijd, tijdstip van voltooien, godzina ukończenia, slutförandetid, fullføringstid, fullføringstidspunkt, fuldførelsestidspunkt, valmistumisaika, čas dokončení, befejezés időpontja, ora finalizării, tamamlama zamanı, tamamlanma zamanı, время выполнения, время завершения, 完了時刻, 完成时间, 完成時間, 완료 시간, เวลาที่เสร็จสมบูรณ์, thời gian hoàn thành, waktu selesai, ώρα ολοκλήρωσης",
    "email": "email, e mail, email address, e mail adresse, adresse de messagerie, correo electrónico, posta elettronica, e mailadres, adres e mail, e post, sähköposti, электронная почта, メール, 电子邮件, 電子郵件, 전자 메일, อีเมล",
    "name": "name, nom, nombre, nome, naam, nazwa, namn, navn, nimi, имя, 名前, 姓名, 이름, ชื่อ",
    "technical": "last modified time, uhrzeit der letzten änderung, heure de la dernière modification, hora de la última modificación, ora ultima modifica, hora da última modificação, tijd van laatste wijziging, language, sprache, langue, idioma, lingua, taal",
    "points": "total points, quiz feedback, grade posted time, gesamtpunktzahl, quizfeedback, points totaux, total de puntos, pontos totais, punti totali",
}
_GOOGLE_FORMS = {
    "submitted": "timestamp, marca temporal, zeitstempel, horodateur, informazioni cronologiche, carimbo de data hora, marca temporária, tijdstempel, sygnatura czasowa, отметка времени, tidstämpel, tidsstempel, aikaleima, časová značka, časové razítko, időbélyeg, marcaj de timp, zaman damgası, χρονική σήμανση, タイムスタンプ, 时间戳记, 时间戳, 時間戳記, 타임스탬프, ประทับเวลา, dấu thời gian, stempel waktu, cap waktu, клеймо за време, позначка часу, טופס חותמת זמן, חותמת זמן, طابع زمني",
    "email": "email address, username, e mail address, dirección de correo electrónico, nombre de usuario, e mail adresse, nutzername, adresse e mail, nom d utilisateur, endereço de e mail, indirizzo email, nome utente, e mailadres, adres e mail, e postadress, адрес электронной почты, имя пользователя, メールアドレス, 电子邮件地址, 電子郵件地址, 이메일 주소, địa chỉ email, alamat email",
    "points": "score, total score, puntuación, punkte, punktzahl, punteggio, pontuação, результат",
}
_SURVEYMONKEY = {
    "source_id": "respondent id, respondentid, teilnehmer id, identifiant du répondant, id del encuestado, id do respondente",
    "started": "start date, startdate, date created, startdatum, date de début, fecha de inicio, data de início",
    "submitted": "end date, enddate, date modified, enddatum, date de fin, fecha de finalización, data de término",
    "email": "email address, email, e mail adresse, adresse email",
    "first_name": "first name, firstname, vorname, prénom, nombre",
    "name": "last name, lastname, nachname, nom, apellido",
    "ip": "ip address, ipaddress, ip adresse, adresse ip, dirección ip",
    "technical": "collector id, collectorid, collector, custom data 1, custom data 2, custom data 3, custom data 4, custom data 5, custom data 6, customdata1, custom data, collector name",
    "status": "response status, status",
}
_QUALTRICS = {
    "source_id": "responseid, response id",
    "started": "startdate, start date",
    "submitted": "recordeddate, recorded date",
    "ended": "enddate, end date",
    "seconds": "duration in seconds, duration (in seconds)",
    "status": "status, response type",
    "finished": "finished",
    "progress": "progress",
    "channel": "distributionchannel, distribution channel",
    "email": "recipientemail, recipient email",
    "first_name": "recipientfirstname, recipient first name",
    "name": "recipientlastname, recipient last name",
    "ip": "ipaddress, ip address",
    "place": "locationlatitude, location latitude, locationlongitude, location longitude, locationaccuracy",
    "technical": "responseset, externaldatareference, externalreference, external data reference, userlanguage, user language, q ballotboxstuffing, q relevantidduplicate, q relevantidduplicatescore, q relevantidfraudscore, q relevantidlaststartdate, q recaptchascore, q totalduration, q duplicaterespondent, q terminateflag",
}
_LIMESURVEY = {
    "source_id": "id, response id, response_id, antwort id, teilnahme id, id de la réponse, id de respuesta, id da resposta, id risposta",
    "submitted": "submitdate, date submitted, datum abgeschickt, date de soumission, fecha de envío, data de envio, data di invio, datum verstuurd",
    "started": "startdate, date started, datum gestartet, startzeit, date de lancement, fecha de inicio",
    "technical": "lastpage, last page, letzte seite, dernière page, última página, startlanguage, start language, start sprache, startsprache, langue de départ, lenguaje inicial, idioma inicial, seed, zufallsstartwert, tête de série, semilla, datestamp, date last action, datum letzte aktivität, date de la dernière action, refurl, referrer url, verweis url, interviewtime, total time, gesamtzeit",
    "code": "token, access code, zugangscode, zugangsschlüssel, code d accès, código de acceso",
    "ip": "ipaddr, ip address, ip adresse, adresse ip, dirección ip",
    "email": "email, email address, e mail adresse",
    "first_name": "firstname, first name, vorname, prénom",
    "name": "lastname, last name, nachname, nom",
}
_KOBO = {
    "source_id": "uuid, instanceid, meta instanceid, key",
    "submitted": "submission time, submissiondate, end",
    "started": "start, starttime",
    "review": "validation status, reviewstate, reviewstate",
    "name": "submittername, submitted by, username",
    "email": "email",
    "ip": "deviceid, device id, simserial, subscriberid, phonenumber",
    "technical": "id, index, version, notes, status, tags, attachments, attachmentspresent, attachmentsexpected, formversion, formid, xform id string, deprecatedid, devicename, edits, today, audit, audit url, meta rootuuid, rootuuid, meta instancename, instancename, submission id, submission uuid, parent index, parent table name, parent key, set of",
}
_OWN = {
    "source_id": "id, response id, respondent id, respondent, participant id, participant, teilnehmer, case, case id, record id, row, rownames, row id, no, nr, #, number, evaluator, subject, subject id, fall, lfd nr, laufende nummer, antwort id, id respuesta, n°, numéro, número, lp, номер, serial",
    "submitted": "submitted, submitted at, date submitted, submission date, completion time, completed, completed at, end time, endzeit, end date, abgeschickt, abgeschickt am, datum der antwort, enviado, date de réponse, fecha de respuesta, response date, timestamp, zeitstempel, marca temporal, horodateur, created at, date completed",
    "started": "started, started at, start time, start date, begonnen, startzeit, date started",
    "seconds": "seconds, duration seconds, duration in seconds, dauer in sekunden, time taken s, duration s",
    "email": "email, e mail, email address, mail, e mail adresse, correo electrónico, adresse e mail, work email",
    "name": "name, full name, your name, respondent name, participant name, vor und nachname, nom et prénom, nombre y apellidos, employee, employee name, mitarbeiter",
    "first_name": "first name, vorname, prénom, firstname",
    "ip": "ip, ip address, ip adresse, adresse ip",
    "group": "group, team, department, dept, division, unit, business unit, org unit, work group, user group, audience, cohort, gruppe, abteilung, bereich, einheit, groupe, équipe, service, département, grupo, equipo, departamento, área, equipe, setor, gruppo, reparto, dipartimento, afdeling, groep, zespół, dział, группа, отдел, команда, 部門, 部门, チーム, 부서, company type, company, organisation, organization, firma, unternehmen, entreprise, empresa, system, product, variant, condition",
    "site": "site, location, plant, branch, office, standort, werk, niederlassung, filiale, lieu, ubicación, sede, localidade, vestiging, lokalizacja, площадка, 拠点, 地点",
    "role": "role, job role, job title, position, function, rolle, funktion, stelle, rôle, fonction, poste, rol, puesto, cargo, função, ruolo, functie, stanowisko, роль, должность, 役職, 职位",
    "wave": "wave, survey wave, round, survey round, time point, timepoint, measurement, t, welle, runde, messzeitpunkt, zeitpunkt, erhebung, vague, moment de mesure, ola, onda, rodada, rilevazione, meting, fala, волна, survey, pulse",
    "code": "linking code, self generated code, personal code, your code, persönlicher code, code personnel, código personal",
}
_BY_SOURCE: Mapping[Source, Mapping[str, str]] = {
    "ms_forms": _MS_FORMS,
    "google_forms": _GOOGLE_FORMS,
    "surveymonkey": _SURVEYMONKEY,
    "qualtrics": _QUALTRICS,
    "limesurvey": _LIMESURVEY,
    "kobo": _KOBO,
    "own": _OWN,
}  # fmt: skip
_PEOPLE = ("group", "site", "role", "wave", "code")

SystemUse = str
"""A `Use`, or one of: first_name, ended, progress, channel, review, ip, place, technical, points."""


def headed(source: Source, heading: str) -> SystemUse:
    """Return what a column with this heading holds in exports of a source; "" for a question."""
    return _table(source).get(normal(heading), "")


def added_by_tool(heading: str) -> bool:
    """Tell whether only a tool spells a heading so: `_submission_time`, `__version__`."""
    return heading.startswith("_") and bool(headed("kobo", heading))


def kept_use(system: SystemUse) -> Use:
    """Return what the caller is told that a column of the tool is used for."""
    if system in IGNORED:
        return "ignore"
    return _SAME.get(system) or system  # type: ignore[return-value]


_SAME: Mapping[str, Use] = {
    "first_name": "name",
    "ended": "submitted",
    "progress": "finished",
    "channel": "status",
    "review": "status",
}


@cache
def _table(source: Source) -> dict[str, SystemUse]:
    named = dict(_BY_SOURCE[source])
    if source != "own":
        named = {**{name: _OWN[name] for name in _PEOPLE if name not in named}, **named}
    return {
        normal(heading): name for name, headings in named.items() for heading in headings.split(",")
    }


def source_of(headings: list[str]) -> Source | None:
    """Return whose export has these headings; None for nobody's that is known."""
    plain = [heading.strip().lower() for heading in headings if heading.strip()]
    names = [normal(heading.split(". ", 1)[0]) for heading in plain]
    whole = [normal(heading) for heading in plain]
    if _hits("qualtrics", {*whole}, ("source_id", "started", "finished", "status", "channel")) >= 3:
        return "qualtrics"
    if sum(name in _KOBO_SURE for name in plain) >= 2:
        return "kobo"
    if _hits("limesurvey", {*names, *whole}, ("submitted", "technical")) >= 2:
        return "limesurvey"
    if whole and _table("surveymonkey").get(whole[0]) == "source_id":
        return "surveymonkey"
    if _hits("ms_forms", {*whole}, ("started", "submitted")) >= 2:
        return "ms_forms"
    if any(headed("google_forms", name) == "submitted" for name in whole[:2]):
        return "google_forms"
    return None


_KOBO_SURE = {
    "_parent_index", "_parent_table_name", "_submission__uuid", "_submission__id", "parent_key",
    "_uuid", "_submission_time", "_id", "_index", "__version__", "_validation_status",
    "meta/instanceid", "meta-instanceid", "instanceid", "submissiondate", "attachmentspresent",
    "_submitted_by", "_xform_id_string", "key", "formhub/uuid", "submitterid", "reviewstate",
}  # fmt: skip


def _hits(source: Source, names: set[str], uses: tuple[str, ...]) -> int:
    table = _table(source)
    return sum(table.get(name, "") in uses for name in names)
