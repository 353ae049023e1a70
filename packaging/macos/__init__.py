"""The bundle for macOS: prepared here, built only on a Mac."""
