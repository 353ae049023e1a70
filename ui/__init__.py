"""The window: everything that needs a screen. It knows no database, only the desk's own words."""
