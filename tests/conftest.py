"""What holds for every test: a screenless Qt, an isolated home, and the two test profiles.

`CHANGEDESK_TEST_PROFILE` is `ci` (the default: fixed seeds, fewer examples) or `long`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Qt reads these when the first application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
# The usual umask, so that a test sees whether the program itself keeps its files private.
os.umask(0o022)

PROFILE = os.environ.get("CHANGEDESK_TEST_PROFILE", "ci")

hypothesis.settings.register_profile(
    "ci", derandomize=True, max_examples=30, deadline=None, print_blob=True
)
hypothesis.settings.register_profile(
    "long", max_examples=500, stateful_step_count=40, deadline=None, print_blob=True
)
hypothesis.settings.load_profile(PROFILE)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of the long profile out of every other one."""
    if PROFILE == "long":
        return
    long_ones = [item for item in items if item.get_closest_marker("long")]
    if long_ones:
        config.hook.pytest_deselected(items=long_ones)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.fixture(scope="session")
def profile() -> str:
    """The test profile: `ci` or `long`; a test reads its number of rounds from it."""
    return PROFILE


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHANGEDESK_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of settings, backups and logs: fresh for each test, never the user's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CHANGEDESK_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def postgresql_url() -> str:
    """The URL of the throw-away PostgreSQL server; without one the test is skipped and says so."""
    url = os.environ.get("CHANGEDESK_TEST_POSTGRESQL", "")
    if not url:
        pytest.skip("no PostgreSQL server: CHANGEDESK_TEST_POSTGRESQL is not set")
    return url
