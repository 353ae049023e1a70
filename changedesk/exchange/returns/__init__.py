"""Workbooks of ours that come back filled in: what they say, before anybody compares it."""
