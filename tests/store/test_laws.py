"""The laws of the journal hold on both engines (`test_mutants` shows that each can be broken)."""

import pytest

from tests.store.desks import Places
from tests.store.properties import PROPERTIES, Property


@pytest.mark.parametrize("law", PROPERTIES, ids=lambda law: law.__name__)
def test_the_law_holds(places: Places, law: Property) -> None:
    law(places)
