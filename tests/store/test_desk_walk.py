"""Whatever three people do with copies of the whole desk, they can be put together again."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.store.desk_walk import DeskWalk
from tests.store.desks import places_of


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_three_copies_of_the_desk_come_together(engine: str, server: str, profile: str) -> None:
    examples, steps = (500, 40) if profile == "long" else {"sqlite": (6, 10)}.get(engine, (3, 6))
    with places_of(engine, server) as places:

        class Here(DeskWalk):
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
