"""The words of the window for states that the model names: of an event, of its review."""

from resources.kinds import kinds
from storage.model import Review, Status

STATUSES = {
    Status.HAPPENED: "happened",
    Status.ONGOING: "ongoing",
    Status.PLANNED: "planned",
    Status.HYPOTHETICAL: "hypothetical",
    Status.DENIED: "denied",
}

REVIEWS = {
    Review.FOUND: "found · not reviewed",
    Review.CONFIRMED: "confirmed",
    Review.EDITED: "edited by you",
    Review.REJECTED: "rejected",
}


def kind_label(kind: str) -> str:
    """The label of a kind; a kind that is not known goes by its own name."""
    known = kinds().get(kind)
    return known.label if known else kind.capitalize()
