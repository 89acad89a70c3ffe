"""The samples are what a first-time user sees: they must be there, readable and of the promised kind."""

from pathlib import Path

from resources.samples import sample_paths


def test_there_are_three_short_articles() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sample_paths()]
    assert len(texts) == 3
    assert all(150 <= len(text.split()) <= 300 for text in texts)
    assert all("Friday" in text for text in texts)


def test_one_does_not_say_when_it_was_published() -> None:
    heads = ["\n".join(path.read_text(encoding="utf-8").split("\n")[:5]) for path in sample_paths()]
    assert sum("2016" in head for head in heads) == 2


def test_they_are_found_from_anywhere(tmp_path: Path) -> None:
    assert all(path.is_absolute() and tmp_path not in path.parents for path in sample_paths())
