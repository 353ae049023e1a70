# ruff: noqa: E501 - wide letters count double there
"""The states of messages and impacts in the words of many languages: a cell is read as a whole.

“Not sent” is no “sent”, and “to be mitigated” is not yet “mitigated”. A word that is not here, or
that says one thing and something else beside it, is asked about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from changedesk.exchange.change.negation import is_in_doubt
from changedesk.exchange.headings import normal

_NOTHING = frozenset({"", "n a", "na", "tbd", "tbc", "none", "keine", "нет данных", "k a", "s o"})
_DRAFT = (
    "draft, drafted, open, new, not started, to do, todo, idea, entwurf, offen, neu, nicht begonnen, "
    "noch nicht begonnen, nicht gestartet, brouillon, ouvert, ouverte, nouveau, nouvelle, à faire, "
    "non commencé, pas commencé, pas encore commencé, borrador, abierto, abierta, nuevo, nueva, por hacer, "
    "no iniciado, no iniciada, sin iniciar, rascunho, aberto, aberta, novo, nova, a fazer, não iniciado, "
    "não iniciada, черновик, открыт, открыта, открыто, новый, новая, новое, не начато, не начат, не начата"
)
_CANCELLED = (
    "cancelled, canceled, dropped, withdrawn, obsolete, abgesagt, storniert, abgebrochen, gestrichen, "
    "entfallen, entfällt, zurückgezogen, annulliert, annulé, annulée, abandonné, abandonnée, retiré, "
    "cancelado, cancelada, anulado, anulada, отменено, отменен, отменён, отменена, аннулировано, снято"
)
_SENT = (
    "sent, sent out, sent already, already sent, done, complete, completed, delivered, finished, published, issued, "
    "gesendet, versendet, verschickt, versandt, abgeschickt, erledigt, abgeschlossen, fertig, zugestellt, veröffentlicht, "
    "bereits gesendet, envoyé, envoyée, déjà envoyé, terminé, terminée, publié, publiée, fait, diffusé, diffusée, "
    "enviado, enviada, ya enviado, ya enviada, completado, completada, terminado, terminada, entregado, publicado, publicada, hecho, "
    "já enviado, já enviada, concluído, concluída, entregue, feito, "
    "отправлено, отправлен, отправлена, уже отправлено, разослано, выполнено, готово, завершено, доставлено, опубликовано"
)
_APPROVED = (
    "approved, signed off, released, freigegeben, genehmigt, approuvé, approuvée, aprobado, aprobada, "
    "aprovado, aprovada, утверждено, утвержден, утверждён, утверждена, одобрено"
)
_REVIEW = (
    "review, in review, under review, for review, reviewing, in approval, for approval, awaiting approval, approval pending, "
    "pending approval, waiting for approval, submitted for approval, in prüfung, prüfung, zur prüfung, in freigabe, zur freigabe, "
    "in abstimmung, freigabe ausstehend, en relecture, relecture, en révision, en validation, en attente d approbation, "
    "en revisión, revisión, pendiente de aprobación, em revisão, revisão, aguardando aprovação, pendente de aprovação, "
    "на согласовании, согласование, на проверке, проверка, на утверждении"
)
_PLANNED_MESSAGE = "plan, planned, in preparation, geplant, in vorbereitung, planifié, planifiée, prévu, prévue, planificado, planificada, planeado, planejado, planejada, запланировано, запланирован, запланирована, планируется"
_VALIDATED = (
    "validated, confirmed, agreed, validiert, bestätigt, abgestimmt, validé, validée, confirmé, confirmée, validado, validada, "
    "confirmado, confirmada, подтверждено, подтвержден, подтверждён, подтверждена, согласовано"
)
_PLANNED = (
    "planned, planned for, plan, in progress, ongoing, started, mitigation planned, mitigation in progress, geplant, in arbeit, in bearbeitung, "
    "laufend, begonnen, prévu, prévue, planifié, planifiée, en cours, planificado, planificada, en curso, en progreso, planejado, planejada, planeado, "
    "em andamento, em curso, запланировано, запланирован, запланирована, в работе, в процессе"
)
_MITIGATED = (
    "mitigated, addressed, mitigation done, umgesetzt, behoben, adressiert, gemildert, traité, traitée, atténué, atténuée, mitigado, mitigada, tratado, tratada, "
    "устранено, устранен, устранён, смягчено"
)
_CLOSED = (
    "closed, done, complete, completed, finished, resolved, geschlossen, erledigt, abgeschlossen, fertig, beendet, clos, close, clôturé, clôturée, "
    "fermé, fermée, terminé, terminée, cerrado, cerrada, completado, completada, terminado, terminada, fechado, fechada, concluído, "
    "concluída, encerrado, encerrada, закрыт, закрыта, закрыто, завершен, завершён, завершено, выполнено, готово"
)
_REJECTED = "rejected, declined, abgelehnt, verworfen, rejeté, rejetée, refusé, refusée, rechazado, rechazada, rejeitado, rejeitada, отклонено, отклонен, отклонён, отклонена"
# What is denied, or still to come, is a draft only where nothing else it could be is left.
_NOT_SENT = (
    "not sent, not sent out, not yet sent, not been sent, unsent, to be sent, to send, still to be sent, not delivered, not yet delivered, "
    "not done, not yet done, not completed, not yet completed, not complete, not yet complete, not published, not yet published, "
    "nicht gesendet, noch nicht gesendet, nicht versendet, noch nicht versendet, nicht verschickt, noch nicht verschickt, "
    "nicht versandt, noch nicht versandt, nicht erledigt, noch nicht erledigt, nicht abgeschlossen, noch nicht abgeschlossen, "
    "zu senden, zu versenden, zu verschicken, non envoyé, non envoyée, pas envoyé, pas envoyée, pas encore envoyé, pas encore envoyée, "
    "à envoyer, non terminé, pas terminé, no enviado, no enviada, aún no enviado, aún no enviada, todavía no enviado, sin enviar, por enviar, "
    "pendiente de envío, pendiente de enviar, no completado, não enviado, não enviada, ainda não enviado, ainda não enviada, a enviar, "
    "não concluído, não concluída, не отправлено, не отправлен, не отправлена, еще не отправлено, ещё не отправлено, к отправке, не разослано, "
    "не выполнено, не завершено"
)
_NOT_VALIDATED = (
    "not validated, not yet validated, unvalidated, to be validated, to validate, not confirmed, not yet confirmed, unconfirmed, to be confirmed by the business, "
    "nicht validiert, noch nicht validiert, nicht bestätigt, noch nicht bestätigt, zu validieren, non validé, non validée, pas validé, pas validée, "
    "pas encore validé, pas encore validée, à valider, non confirmé, no validado, no validada, aún no validado, sin validar, por validar, "
    "não validado, não validada, ainda não validado, a validar, не подтверждено, не подтвержден, не подтверждена, еще не подтверждено"
)


@dataclass(frozen=True)
class States:
    """The words of one sort of records; `codes` are what an answer can be."""

    codes: tuple[str, ...]
    by_word: Mapping[str, str]


def _states(*words: tuple[str, str]) -> States:
    codes = tuple(dict.fromkeys(code for code, _ in words))
    return States(codes, {normal(one): code for code, some in words for one in some.split(",")})


MESSAGES = _states(
    ("draft", _DRAFT), ("draft", _PLANNED_MESSAGE), ("draft", _NOT_SENT), ("review", _REVIEW),
    ("approved", _APPROVED), ("sent", _SENT), ("cancelled", _CANCELLED),
)  # fmt: skip
IMPACTS = _states(
    ("draft", _DRAFT), ("draft", _NOT_VALIDATED), ("validated", _VALIDATED),
    ("planned", _PLANNED), ("mitigated", _MITIGATED), ("closed", _CLOSED),
    ("cancelled", _CANCELLED), ("cancelled", _REJECTED),
)  # fmt: skip
_HEAD = re.compile(r"^\s*([^,;:(\[–—\n]+?)\s*(?:[,;:(\[–—\n]|\s-\s)\s*(.+)$", re.DOTALL)
_DAY = re.compile(r"\s+(?:(?:on|am|le|el|em)\s+)?\d[\d.,/:\-\s]*$")


def state(text: str, states: States, kept: Mapping[str, str]) -> str | None:
    """Return the state that a cell names, "" where it names none, None where it must be asked."""
    folded = normal(text)
    own = {normal(word): code for word, code in kept.items() if code in states.codes}
    if folded in own:
        return own[folded]
    if folded in _NOTHING:
        return ""
    if "?" in text:
        return None
    whole = states.by_word.get(folded) or states.by_word.get(normal(_DAY.sub("", text)))
    if whole:
        return whole
    parts = _HEAD.match(text)
    if parts is None or _says_more(parts[2], states):
        return None
    return states.by_word.get(normal(parts[1]))


def _says_more(rest: str, states: States) -> bool:
    """Tell a remark behind a state that may take it back: “Sent, but not to the night shift”."""
    words = normal(rest)
    phrases = [*words.split(), words]
    return is_in_doubt(words) or any(one in states.by_word for one in phrases)
