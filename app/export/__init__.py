"""From a library to a file: one exporter per format."""
