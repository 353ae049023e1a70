"""Who is asked to sign a cycle: those who answer for the testers, the manager, the sponsor."""

from changedesk.office.layout import Signer
from changedesk.uat.report import CycleReport

_LEADS_AT_MOST = 8
_AUTHORSHIP = "Authorship: I ran these steps and recorded what I saw."
_REVIEW = "Review: the results are those that my people saw."
_RESPONSIBILITY = "Responsibility: it was tested as planned."
_APPROVAL = "Approval: I decide for those who will work with it."


def signers(report: CycleReport) -> tuple[Signer, ...]:
    """Return the lines to sign, those nearest to the work first; a name may be left to write."""
    lines: list[Signer] = []
    if report.tester:
        lines.append(Signer("Tester", report.tester, "tester", meaning=_AUTHORSHIP))
    leads = report.leads if len(report.leads) <= _LEADS_AT_MOST else ()
    lines += [
        Signer(f"Supervisor, {lead.group}", lead.name, f"lead:{lead.uid}", meaning=_REVIEW)
        for lead in leads
    ]
    if not leads:
        lines.append(Signer("Supervisor", "", "supervisor", meaning=_REVIEW))
    lines.append(
        Signer("Project manager", report.project.manager, "manager", meaning=_RESPONSIBILITY)
    )
    if not report.tester:
        lines.append(Signer("Sponsor", report.project.sponsor, "sponsor", meaning=_APPROVAL))
    return tuple(lines)
