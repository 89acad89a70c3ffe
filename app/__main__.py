"""`python -m app` does the same as the command `dateline`; the bundle begins here."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # in a bundle a worker process is the same program once more: it goes no further
    from app.main import main

    sys.exit(main())
