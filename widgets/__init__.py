"""Qt widgets: each is filled by a method and reports by a signal; none knows another."""
