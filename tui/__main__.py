"""The entry point of `pullquote` and `python -m tui`."""

import sys


def main() -> None:
    """Run the program and exit with its status."""
    from tui.cli import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
