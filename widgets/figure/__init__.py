"""The timeline as a figure to be published: what can be asked of it, how it is laid out on pages, and its files."""
