"""The home page of a project: where it stands, what is missing, what comes next."""
