"""Start Samenspraak: the window, or one of the headless commands."""

import sys


def main() -> int:
    """Run what the command line asks and return the exit code."""
    from desktop.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
