"""Pages of projects, groups and people."""
