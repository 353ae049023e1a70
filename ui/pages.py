"""Every page of the window, in the order of the sidebar. Each is loaded when it is first shown."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP
from ui.lazily import load
from ui.page import Page


@dataclass(frozen=True)
class PageEntry:
    """One page: its key, title and icon, where its class is ("module:Class"), and
    which record types it shows.
    """

    key: str
    title: str
    icon: str
    place: str
    shows: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return the translated title."""
        return QCoreApplication.translate("Pages", self.title)

    def load(self) -> type[Page]:
        """Import the class of the page."""
        found: type[Page] = load(self.place)
        return found


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "overview",
        QT_TRANSLATE_NOOP("Pages", "Overview"),
        "overview",
        "ui.overview.page:OverviewPage",
    ),
    PageEntry(
        "people",
        QT_TRANSLATE_NOOP("Pages", "People"),
        "people",
        "ui.people.page:PeoplePage",
        ("person", "group", "project"),
    ),
    PageEntry(
        "stakeholders",
        QT_TRANSLATE_NOOP("Pages", "Stakeholders"),
        "stakeholders",
        "ui.impact.stakeholders_page:StakeholdersPage",
        ("stakeholder",),
    ),
    PageEntry(
        "impacts",
        QT_TRANSLATE_NOOP("Pages", "Impacts"),
        "impacts",
        "ui.impact.page:ImpactsPage",
        ("impact",),
    ),
    PageEntry(
        "communications",
        QT_TRANSLATE_NOOP("Pages", "Communications"),
        "communications",
        "ui.impact.communications_page:CommunicationsPage",
        ("communication",),
    ),
    PageEntry(
        "training",
        QT_TRANSLATE_NOOP("Pages", "Training"),
        "training",
        "ui.training.page:TrainingPage",
        ("need", "course", "training_session", "skill"),
    ),
    PageEntry(
        "requirements",
        QT_TRANSLATE_NOOP("Pages", "Requirements"),
        "requirements",
        "ui.uat.requirements_page:RequirementsPage",
        ("requirement",),
    ),
    PageEntry(
        "scripts",
        QT_TRANSLATE_NOOP("Pages", "Scripts"),
        "scripts",
        "ui.uat.scripts_page:ScriptsPage",
        ("script",),
    ),
    PageEntry(
        "cycles",
        QT_TRANSLATE_NOOP("Pages", "Cycles"),
        "cycles",
        "ui.uat.cycles_page:CyclesPage",
        ("cycle",),
    ),
    PageEntry(
        "run",
        QT_TRANSLATE_NOOP("Pages", "Run mode"),
        "run",
        "ui.uat.run_mode:RunModePage",
        ("run",),
    ),
    PageEntry(
        "defects",
        QT_TRANSLATE_NOOP("Pages", "Defects"),
        "defects",
        "ui.uat.defects_page:DefectsPage",
        ("defect",),
    ),
    PageEntry(
        "readiness",
        QT_TRANSLATE_NOOP("Pages", "Readiness"),
        "readiness",
        "ui.impact.readiness_page:ReadinessPage",
        ("assessment", "resistance_entry", "champion", "sponsor_action"),
    ),
    PageEntry(
        "surveys",
        QT_TRANSLATE_NOOP("Pages", "Surveys"),
        "surveys",
        "ui.survey.page:SurveysPage",
        ("survey", "question", "wave"),
    ),
    PageEntry(
        "adoption",
        QT_TRANSLATE_NOOP("Pages", "Adoption"),
        "adoption",
        "ui.adoption.page:AdoptionPage",
        ("measure", "benefit"),
    ),
    PageEntry(
        "documents",
        QT_TRANSLATE_NOOP("Pages", "Documents"),
        "documents",
        "ui.documents.page:DocumentsPage",
        ("document", "go_no_go"),
    ),
    PageEntry(
        "history", QT_TRANSLATE_NOOP("Pages", "History"), "history", "ui.history.page:HistoryPage"
    ),
)


def page_keys(number: int) -> str:
    """Return the keys that show a page, by its place from 1; none after the tenth."""
    return f"Ctrl+{number % 10}" if number <= 10 else ""


def page_of(type_name: str) -> PageEntry | None:
    """Return the page that shows a record type, or None."""
    return next((entry for entry in PAGES if type_name in entry.shows), None)
