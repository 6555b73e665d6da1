"""The entry point of `pullquote` and `python -m tui`: the first page on screen, then everything else."""

import sys


def main() -> None:
    """Run the program and exit with its status."""
    try:
        status = _run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    source = _plain_source(arguments)
    if source is not None:
        from tui.ui.first_page import prepare

        terminal = prepare(source)
        if terminal is not None:
            try:
                terminal.show()
                from tui.ui.opening import open_first

                return open_first(source, terminal)
            finally:
                terminal.restore()
    from tui.cli import main as run

    return run(arguments)


def _plain_source(arguments: list[str]) -> str | None:
    """The file to open where the command line says no more than that; else None: the command line's parser decides."""
    if not arguments:
        from tui.resources import bundled_article

        return bundled_article()
    if len(arguments) > 1 or arguments[0].startswith("-") or arguments[0].isalpha():  # a command is one word
        return None
    return arguments[0]


if __name__ == "__main__":
    main()
