"""What the first page looks like: the escape sequences of its styles, and how wide its parts are.

The first page is on screen before Textual is there to be asked for colours. So the app writes down what it looks like
in this terminal (see `look_saver`), and the first page of the next start wears that: nothing shifts when the app takes
over, whatever theme, terminal and settings. Before the first start, and where anything has changed since, the app's
own theme is what is assumed. Kept free of imports beyond `os` and `sys`.
"""

from __future__ import annotations

import os
import sys

from tui import __version__

STYLES = tuple(
    "text article--title article--standfirst article--byline article--dateline article--heading article--caption "
    "article--boilerplate border border-title border-note pane status status-place hints".split()
)
"""Names of the styles: the article and its parts, the panes' borders and words, the two lines below."""

_QUIET = "\x1b[38;2;145;145;145;48;2;18;18;18m"
_TRUECOLOR: dict[str, str] = {}
_PLAIN = {
    "article--title": "\x1b[1m",
    "article--standfirst": "\x1b[3m",
    "article--byline": "\x1b[3m",
    "article--dateline": "\x1b[1m",
    "article--heading": "\x1b[1m",
    "article--caption": "\x1b[3m",
    "border-title": "\x1b[1m",
}
"""Without colours, for a terminal that has few of them or a user who wants none."""


class Look:
    """Styles by name, and the widths that the user has set."""

    __slots__ = ("hints", "measure", "rail", "styles")

    def __init__(
        self, styles: dict[str, str], measure: int = 72, rail: int = 44, hints: dict[int, str] | None = None
    ) -> None:
        """`styles` maps `STYLES` to escape sequences; widths are in cells; `hints` is the last line by its width."""
        self.styles = styles
        self.measure = measure
        self.rail = rail
        self.hints = hints or {}


def default() -> Look:
    """The look of the app's own theme, as far as this terminal shows it."""
    colours = os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return Look(_TRUECOLOR if colours and "NO_COLOR" not in os.environ else _PLAIN)


def saved_path() -> str:
    """Where the app writes its look down."""
    folder = os.environ.get("XDG_CACHE_HOME", "").strip()
    if not folder:
        folder = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")  # noqa: PTH111
    return f"{folder}/pullquote/first-page"


def circumstances(settings: str) -> str:
    """Everything that a saved look depends on, in one line; `settings` is the path of the settings file."""
    try:
        stat = os.stat(settings)  # noqa: PTH116
        stamp = f"{stat.st_mtime_ns} {stat.st_size}"
    except OSError:
        stamp = "none"
    terminal = [repr(os.environ.get(name, "")) for name in ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_THEME")]
    return " ".join([__version__, *terminal, stamp])


def load() -> Look:
    """The look that the app has written down, if it still holds; else the default."""
    try:
        with open(saved_path(), encoding="ascii") as file:  # noqa: PTH123
            settings, stamp, measure, rail, *lines = file.read(20_000).splitlines()
        if circumstances(_unescape(settings)) != stamp:
            return default()
        styles, hints = {}, {}
        for line in lines:
            name, _, value = line.partition(" ")
            if name.isdecimal():
                hints[int(name)] = _unescape(value)
            elif value and not value.strip("0123456789;"):
                styles[name] = f"\x1b[{value}m"
        return Look(styles, int(measure), int(rail), hints)
    except (OSError, ValueError):
        return default()


def save(look: Look, settings: str) -> None:
    """Write `look` down for the next start. Failure is no matter: the default holds then."""
    lines = [_escape(settings), circumstances(settings), str(look.measure), str(look.rail)]
    lines += [f"{name} {code[2:-1]}" for name, code in look.styles.items()]
    lines += [f"{width} {_escape(line)}" for width, line in look.hints.items()]
    path = saved_path()
    content = "\n".join(lines) + "\n"
    try:
        try:
            with open(path, encoding="ascii") as file:  # noqa: PTH123
                if file.read() == content:
                    return
        except (OSError, ValueError):
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        fresh = f"{path}.{os.getpid()}"
        with open(fresh, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(content)
        os.replace(fresh, path)  # noqa: PTH105
    except OSError:
        return


def _escape(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _unescape(text: str) -> str:
    return text.encode("ascii").decode("unicode_escape")
