"""Pages at addresses that the user gave: the one part of Dateline that reaches the network."""
