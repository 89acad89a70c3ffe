"""What the libraries that take foreign pages apart may raise on hostile ones; each becomes a sentence or a fallback."""

import logging

LIBRARY_TROUBLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,  # and RecursionError, for pages nested without end
    SyntaxError,  # lxml's ParserError and XMLSyntaxError
    TypeError,
    ValueError,
    OSError,
)

for _name in ("trafilatura", "htmldate", "courlan", "charset_normalizer", "justext"):
    # they report their own inner steps, which a person at a terminal cannot use
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)
