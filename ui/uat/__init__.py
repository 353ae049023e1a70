"""The pages of user acceptance testing: scripts, cycles, run mode, defects and the import."""
