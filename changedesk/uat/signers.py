"""Who is asked to sign a cycle: those who answer for the testers, the manager, the sponsor."""

from changedesk.office.layout import Signer
from changedesk.uat.report import CycleReport

_LEADS_AT_MOST = 8


def signers(report: CycleReport) -> tuple[Signer, ...]:
    """Return the lines to sign, those nearest to the work first; a name may be left to write."""
    lines: list[Signer] = []
    if report.tester:
        lines.append(Signer("Tester", report.tester, "tester"))
    leads = report.leads if len(report.leads) <= _LEADS_AT_MOST else ()
    lines += [Signer(f"Supervisor, {lead.group}", lead.name, f"lead:{lead.uid}") for lead in leads]
    if not leads:
        lines.append(Signer("Supervisor", "", "supervisor"))
    lines.append(Signer("Project manager", report.project.manager, "manager"))
    if not report.tester:
        lines.append(Signer("Sponsor", report.project.sponsor, "sponsor"))
    return tuple(lines)
