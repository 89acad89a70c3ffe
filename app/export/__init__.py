"""From a library to files: figures for people, tables for programs. One file and one line for each format."""
