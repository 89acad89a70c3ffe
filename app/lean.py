"""What spares a start work that brings nothing, which was a seventh of it until the timeline is in place."""

import gc
import os


def begin() -> None:
    """Before anything is loaded.

    What is loaded stays, but the collector would look through all of it for garbage, again and again. And numpy would
    start a thread for every processor to solve equations with, of which there are none here.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def end() -> None:
    """The window is in place: from now on garbage is looked for, but not among what the start has made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
