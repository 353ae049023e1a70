"""The desk without a screen: records, journal, areas, documents and the command line."""

__version__ = "0.1.0"
