"""Loading what is not needed at the start when it is first used."""

from importlib import import_module
from typing import Any


def load(place: str) -> Any:
    """Return what "module:name" names; the module is imported by the first call."""
    module, name = place.split(":")
    return getattr(import_module(module), name)
