"""The page People: people, groups and projects, one beside the other."""

from changedesk.people.records import Person
from ui.records.page import RecordPage


class PeoplePage(RecordPage):
    """People of the workspace."""

    key = "people"
    record_type = Person
    icon = "people"
