"""From bytes to a `Document`: the text is fixed here, once, so that offsets are final afterwards.

`open_source` and `open_several` are the way in. They are looked up when they are first used, because the first page is
drawn with modules of this package before anything else may be imported.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.ingest.choices import Choice, Choices
    from tui.ingest.sources import CLIPBOARD, open_several, open_source

__all__ = ["CLIPBOARD", "Choice", "Choices", "open_several", "open_source"]


def __getattr__(name: str) -> object:
    if name in ("Choice", "Choices"):
        from tui.ingest import choices

        return getattr(choices, name)
    if name in __all__:
        from tui.ingest import sources

        return getattr(sources, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
