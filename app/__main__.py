"""`python -m app` does the same as the command `dateline`."""

import sys

from app.main import main

if __name__ == "__main__":
    sys.exit(main())
