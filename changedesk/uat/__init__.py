"""User acceptance tests: scripts, cycles, runs, results, defects and evidence."""
