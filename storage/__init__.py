"""The library: domain types, changes and the one SQLite file that holds them. No Qt, no knowledge of words."""
