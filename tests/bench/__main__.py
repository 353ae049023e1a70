"""Measure the goals of speed and memory: each beside a floor measured in the same run.

Usage: python tests/bench [GOAL …] [--workspace FILE]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
# Whoever has the program installed has its bytecode: no start compiles it from the source.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def main() -> int:
    """Run the chosen goals (all by default), print the table, and fail on a goal not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("goals", nargs="*", type=int)
    parser.add_argument("--workspace", type=Path, help="a large sample made before")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="changedesk-bench-") as folder:
        os.environ["CHANGEDESK_HOME"] = str(Path(folder) / "home")
        return run(set(chosen.goals), chosen.workspace or large_sample(Path(folder)))


def large_sample(folder: Path) -> Path:
    """Make the large sample project in a folder."""
    from changedesk.desk import build_sample

    path = folder / "large.changedesk"
    print("making the large sample …", flush=True)
    build_sample(path, size="large")
    return path


def run(goals: set[int], workspace: Path) -> int:
    """Measure and print each goal as it is reached."""
    import goals_of_change
    import goals_of_documents
    import goals_of_growth
    import goals_of_merging
    import goals_of_returns
    import goals_of_search
    import goals_of_store
    import goals_of_surveys
    import goals_of_window

    measured = {
        1: goals_of_window.capture,
        2: goals_of_window.start,
        3: goals_of_window.long_tables,
        4: goals_of_store.progress,
        5: goals_of_documents.workbook,
        6: goals_of_documents.word_tables,
        7: goals_of_growth.imports,
        8: goals_of_returns.returns,
        9: goals_of_merging.merging,
        10: goals_of_search.search,
        11: goals_of_surveys.results,
        12: goals_of_window.never_blocked,
        13: goals_of_window.memory,
        14: goals_of_store.backup,
        15: goals_of_growth.growth,
        16: goals_of_change.heat_maps,
    }
    missed = 0
    for goal, measure in measured.items():
        if goals and goal not in goals:
            continue
        for figure in measure(workspace):
            print(figure.line(), flush=True)
            missed += not figure.held
    print(f"{missed} goals missed" if missed else "every goal reached")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
