"""A line that says who is quoted, set under a quote and inside its marks by a page that did not look. Text only."""

from __future__ import annotations

import re

from tui.analysis.lexicon import person_nouns

_NAME_WORD = r"(?:[A-Z][\w’'.-]*|of|de|the|and|for|van|von|al|in)"
_NAMES = re.compile(rf"[-–—―]?\s*{_NAME_WORD}(?:,? {_NAME_WORD}){{0,11}}\.?")
_DESCRIBED = re.compile(
    r"[-–—―]?\s*(?:[A-Z][\w’'.-]*,? )+(?:[a-z-]+ ){0,3}(?P<role>[a-z-]+) [A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,2}\.?"
)
"""The same with what somebody is in small letters: "Former council leader Ann Smith"."""
_DASHED = re.compile(rf"[-–—―]\s*{_NAME_WORD}(?: {_NAME_WORD}){{0,5}}, [^\n.!?“”\"]{{1,80}}\.?")
"""Behind a dash, with what they are after it: "– Ann Smith, who led the council"."""
_SAYS = frozenset("I We He She They It You This That There".split())
"""What begins a sentence and no such line."""


def is_signature(line: str) -> bool:
    """Whether a line has no more than names, with or without what their bearer is."""
    if _NAMES.fullmatch(line) or _DASHED.fullmatch(line):
        return True
    found = _DESCRIBED.fullmatch(line)
    return found is not None and found["role"] in person_nouns() and line.split()[0] not in _SAYS
