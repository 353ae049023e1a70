"""What touches two areas at once: the only code that writes in two."""
