"""Surveys: designing, collecting, understanding."""
