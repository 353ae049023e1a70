"""The type of the window where the system has none of its own: Inter, under the SIL OFL."""
