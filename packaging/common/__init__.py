"""What all boxes share: facts, folders, environments, papers, checks."""
