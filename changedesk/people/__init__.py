"""Projects, people and stakeholder groups: what every area refers to."""
