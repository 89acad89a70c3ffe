"""What the libraries that take foreign pages apart may raise on hostile ones; each becomes a sentence or a fallback."""

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
