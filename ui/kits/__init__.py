"""Starting from a kit: the dialog, what it shows, and where it is offered."""
