"""Dateline: drop in articles, get a timeline on which every mark can be traced to its words."""

__version__ = "0.1.0"
