"""From bytes to articles: one reader per file format, pure functions without Qt."""
