"""Packages for sites that only allow Python: a folder for each system."""
