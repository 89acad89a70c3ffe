"""Python's search for circles of objects, put off while a text is read.

What is made of a text holds no circles, and all of it is kept until the end. So the search finds nothing, and walks again
and again over all that is there, which costs a long text more for each word than a short one.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put the search off; where somebody else has done so before, it stays off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
