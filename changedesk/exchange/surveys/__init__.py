"""Exports of survey tools, and tables of answers: from a file to a draft that knows no database."""
