"""One workspace: records, the journal, merge and backup."""

import changedesk.store.drivers  # noqa: F401 -- before anything here imports Peewee
