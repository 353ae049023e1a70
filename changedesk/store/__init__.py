"""One workspace: records, the journal, merge and backup."""

from changedesk.store.drivers import hold_back_the_driver

hold_back_the_driver()
