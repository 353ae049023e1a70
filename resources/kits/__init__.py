"""The starter kits: what a change of one kind usually brings, as data; see README.md."""
