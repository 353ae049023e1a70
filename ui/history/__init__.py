"""The page of what happened in the workspace."""
