"""Which tone goes with a code of the contract, so that one state looks the same everywhere."""

GOOD, BAD, WARNING, INFO, QUIET = "good", "bad", "warning", "info", "quiet"

TONES: dict[str, str] = {
    "pass": GOOD,
    "passed": GOOD,
    "passed_with_remark": GOOD,
    "ready": GOOD,
    "live": GOOD,
    "closed": GOOD,
    "fail": BAD,
    "failed": BAD,
    "critical": BAD,
    "stopped": BAD,
    "blocked": WARNING,
    "disputed": WARNING,
    "high": WARNING,
    "must": BAD,
    "should": WARNING,
    "could": INFO,
    "wont": QUIET,
    "present": GOOD,
    "absent": BAD,
    "expected": QUIET,
    "entry": QUIET,
    "exit": QUIET,
    "at_least": QUIET,
    "at_most": QUIET,
    "ready_for_retest": INFO,
    "triaged": INFO,
    "in_fix": INFO,
    "in_progress": INFO,
    "open": INFO,
    "running": INFO,
    "new": WARNING,
    "medium": INFO,
    "low": QUIET,
    "not_run": QUIET,
    "skipped": QUIET,
    "na": QUIET,
    "draft": QUIET,
    "retired": QUIET,
    "planned": QUIET,
    "deferred": QUIET,
    "rejected": QUIET,
}


def tone_of(code: str) -> str:
    """Return the tone of a code: good, bad, warning, info or quiet (also for an unknown code)."""
    return TONES.get(code, QUIET)
