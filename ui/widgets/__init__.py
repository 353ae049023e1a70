"""Small widgets that every page uses; they know no record."""
