"""`python -m planspec` and the `planspec` script."""

import sys


def main() -> None:
    """Run the command line and exit."""
    from planspec.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
