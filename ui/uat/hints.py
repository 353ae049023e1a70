"""Small hints at the foot of a page: they give way first where room is short."""

from ui.widgets.text import ElidedLabel


def elided(words: str) -> ElidedLabel:
    """Return a hint that ends in an ellipsis rather than push anything aside."""
    label = ElidedLabel(words)
    label.setProperty("look", "small")
    return label
