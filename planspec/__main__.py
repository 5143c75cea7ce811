"""`python -m planspec` and the `planspec` script."""

import gc
import sys

_MANY = 100_000
"""Objects after which garbage is looked for: nearly all that a command makes, it needs to its end."""


def main() -> None:
    """Run the command line and exit."""
    gc.set_threshold(_MANY)
    from planspec.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
