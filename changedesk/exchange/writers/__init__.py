"""Writers of other tools' formats: what was read from a tool can go back to it."""
