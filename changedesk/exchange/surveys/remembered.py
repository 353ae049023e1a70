"""What a person decided about a form of survey export, so that its next file is one click."""

from changedesk.exchange.profiles import Profile, keep_profile, kept_profile
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.surveys.choices import Choices, choices_of
from changedesk.exchange.surveys.drafts import SurveyImport
from changedesk.exchange.surveys.reading import surveys_of


def read_as_before(file: ForeignFile, choices: Choices) -> SurveyImport:
    """Return what a file of answers says; without any choice as files of its form were read last.

    Raises UserError for a file that holds no answers.
    """
    found = surveys_of(file, choices)
    kept = kept_profile(found.drafts[0].fingerprint)
    if kept is None or choices.profile() != Profile():
        return found
    return surveys_of(file, choices_of(kept))


def remember(found: SurveyImport, choices: Choices) -> None:
    """Keep the choices for the next file of this form; without any, what was kept stays."""
    if choices.profile() != Profile():
        keep_profile(found.drafts[0].fingerprint, choices.profile())
