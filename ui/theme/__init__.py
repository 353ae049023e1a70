"""How the window looks: colour tokens, palette, style sheet and icons."""
