"""What is said of a file although articles were taken from it."""

from storage.errors import CannotRead


class Noted(CannotRead):
    """Articles were taken, and something about them should be known: no failure, but said all the same."""
