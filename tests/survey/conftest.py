"""Questions as the tests of surveys ask them."""

from collections.abc import Callable
from typing import Any

import pytest

from changedesk.survey.ready import ReadyOption, ReadyQuestion


@pytest.fixture(scope="session")
def ask() -> Callable[..., ReadyQuestion]:
    """Return a maker of questions: options as values, as pairs with labels, or whole."""

    def make(key: str, kind: str = "single", options: Any = (), **facts: Any) -> ReadyQuestion:
        offered = []
        for one in options:
            if isinstance(one, ReadyOption):
                offered.append(one)
            elif isinstance(one, str):
                number = int(one) if one.isdigit() else None
                offered.append(ReadyOption(one, one.capitalize(), number))
            else:
                offered.append(ReadyOption(*one))
        facts = {"text": f"About {key}", **facts}
        return ReadyQuestion(facts.pop("order", 1), key, kind, options=tuple(offered), **facts)

    return make
