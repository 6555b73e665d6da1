"""The one place that knows where bundled files lie.

In a wheel `styles/` and `seeds/` stand inside the package; in a checkout they stand beside it. Kept free of imports
beyond `os.path`, because the first page is drawn with it.
"""

import os.path

_PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib would cost the first page 5 ms


def bundled(folder: str) -> str:
    """The absolute path of the bundled `folder` ("styles" or "seeds")."""
    inside = f"{_PACKAGE}/{folder}"
    return inside if os.path.isdir(inside) else f"{os.path.dirname(_PACKAGE)}/{folder}"  # noqa: PTH112, PTH120


def bundled_article() -> str:
    """The path of the article that opens when none is given."""
    return f"{bundled('seeds')}/000_45397eb93afc9b26.txt"
