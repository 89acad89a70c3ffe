"""From text to date expressions and events: pure functions over words that are data."""
