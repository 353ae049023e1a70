"""Small pictures that the style sheet needs."""
