"""Whatever people do with two or three copies, every law holds after each step, on both engines."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.store.desks import places_of
from tests.store.walk import Walk


@pytest.mark.slow
def test_every_law_holds_whatever_people_do(engine: str, server: str, profile: str) -> None:
    examples, steps = (500, 40) if profile == "long" else {"sqlite": (20, 10)}.get(engine, (6, 8))
    with places_of(engine, server) as places:

        class Here(Walk):
            pass

        Here.places = places
        run_state_machine_as_test(
            Here,
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            ),
        )
