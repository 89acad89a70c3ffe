"""What can go wrong in a way that a person can mend.

Each message says what happened, to which file, and what to do about it. Anything else that is raised is our fault.
"""


class DatelineError(Exception):
    """A trouble of the world, told in one clear sentence; the message is shown to the user as it is."""


class CannotRead(DatelineError):
    """A file or address from which no article could be taken."""


class CannotWrite(DatelineError):
    """A file that could not be written."""


class WrongUse(DatelineError):
    """Something asked for in a way that cannot be understood, such as a date that is none."""


class LibraryError(DatelineError):
    """A library that cannot be opened or changed."""


class NotALibrary(LibraryError):
    """A file that is no Dateline library, or a damaged one."""


class LibraryTooNew(LibraryError):
    """A library written by a later version of Dateline."""


class LibraryReadOnly(LibraryError):
    """A library that can be read but not changed."""


class LibraryInUse(LibraryError):
    """A library that another window or program is writing to."""
