"""`python -m app` does the same as the command `dateline`; the bundle begins here."""

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # in a bundle a worker process is the same program once more: it goes no further than this
        import multiprocessing

        multiprocessing.freeze_support()
    from app.main import main

    sys.exit(main())
