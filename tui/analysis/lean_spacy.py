"""spaCy without its command line.

`import spacy` also imports the `spacy` command, and with it HTTP clients and a project runner, for the one function
`spacy.info`: a third of the import's time, which a reader waits for at every cold start. While spaCy is imported here,
stand-ins take those modules' place; afterwards they are gone, so that the real ones can still be imported.
"""

from __future__ import annotations

import sys
from types import ModuleType


def import_spacy() -> None:
    """Import spaCy with the stand-ins in place."""
    if "spacy" in sys.modules:
        return
    command, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    command.__path__ = []
    info.info = _real_info  # type: ignore[attr-defined]
    stand_ins = {"spacy.cli": command, "spacy.cli.info": info}
    sys.modules.update(stand_ins)
    try:
        import spacy
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
    if getattr(spacy, "cli", None) is command:
        vars(spacy).pop("cli")


def _real_info(*arguments: object, **options: object) -> object:
    from importlib import import_module

    return import_module("spacy.cli.info").info(*arguments, **options)


import_spacy()
