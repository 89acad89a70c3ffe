"""The command line: one file for each word, which takes parsed arguments and returns the exit code."""
