"""One workspace: records, the journal, merge and backup."""
