"""Temperatures: the words that tell heat from angles, and numbers that are temperatures without their unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.noise import designated

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

HEAT = re.compile(
    r"temperature|\btemps?\b|thermostat|weather|forecast|melt|boil|freez|oven|heat|\bhot|\bcold|cool|warm|chill"
    r"|climat|celsius"
    r"|fahrenheit|\bhighs?\b|\blows?\b|sweltering|fever|thermometer|mercury|in\sthe\s(?:shade|sun)\b|\bfrost|humid"
    r"|degrees\soutside|\bbak(?:e|ing)|\broast|\bcook|\bgrill|\bsimmer|\bfry|\bfried|\bbrew|\bincubat"
    r"|pasteuri|\bice\b|\bsnow|\brain|\bsunny|\bcloud|\bshowers|\bdrizzl",
    re.IGNORECASE,
)
HEAT_LEVEL = re.compile(
    r"\b(?:hits?|hitting|reach(?:ed|es|ing)?|topp(?:ed|ing)|tops|soar(?:ed|s|ing)?\sto|plung(?:ed|es|ing)\sto"
    r"|sets?\s(?:it|the\s\w+)\s(?:to|at)"
    r"|(?:it|outside|inside|indoors|outdoors)(?:[’']s|\swas|\sis|\swill\sbe|\s(?:feels?"
    r"|felt)\slike)(?:\s(?:only|just|still))?"
    r")\s(?:about\s|around\s|nearly\s|almost\s|a\s)?$",
    re.IGNORECASE,
)
"""What is said of heat rather than of angles before a number of degrees."""
TEMPERATURES = re.compile(r"\b(?:temperatures?|temps?|highs?|lows?|mercury|thermometers?)\b", re.IGNORECASE)
ANGLE = re.compile(
    r"\b(?:angle|turn|rotat|tilt|lean|slope|steep|launch|bank|roll|lift|north|south|latitude|axis)", re.IGNORECASE
)

_SCALE_OF_HEAT = re.compile(r"\s?[°º]?\s?(?P<letter>[CFK])(?![\w/’'-])")
_IT_WAS = re.compile(
    r"\b(?:was|is|kept|stored|reach(?:es|ed)?|hit|to|at|above|below|exceed(?:s|ed)?|near(?:ly)?|about|around)\s$",
    re.IGNORECASE,
)


_NEAR_END = re.compile(r"\d+(?:\.\d+)?\s?[-–]\s?$")
"""The near end of a range, which stands before the degrees of its far end: "kept at 20-22C"."""
_LEVEL = re.compile(
    r"\b(?:to|of|at|around|about|near|nearly|between|from|hit|hits|reach(?:ed|es|ing)?|above|below|over|under"
    r"|topp?(?:ed|ing|s)|like"
    r"|touch(?:ed|es|ing)|was|were|is|are|be)\s(?:-\s)?$"
)
_SUBJECT_OF_HEAT = re.compile(
    r"\b(?:temperatures?|thermometers?|mercury)\b|(?:^|\b(?:overnight|daytime|with|and)\s)(?:highs|lows)\s"
    r"(?:will|near|around|of|between|reach|could|may|are)\b",
    re.IGNORECASE,
)
_OF_MARKETS = re.compile(r"[$£€%]|\b(?:cents?|pence|per\s?cent|shares?|stocks?|traders?|index)\b", re.IGNORECASE)
"""What tells highs and lows of prices from those of the weather."""
_FEELS_LIKE = re.compile(r"\b(?:feels?|felt)\slike\s$")
_IN_THE_SHADE = re.compile(r"\sin\sthe\s(?:shade|sun)\b")
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)]|$)|\s(?:in|on|at|and|or|to|with|this|over|during|for|last|before|after|overnight|today|tomorrow"
    r"|yesterday|but|while|when|across|out|outside|indoors|by\s(?:noon|night|dawn|dusk|the|mid))\b"
)


def _level(text: str, draft: Draft, sentence: tuple[int, int]) -> bool:
    """Whether a bare number is one that temperatures reach."""
    value = draft.value
    if (
        not draft.bare
        or not isinstance(value, float)
        or not -100 < value < 130
        or "%" in text[draft.end : draft.end + 2]
    ):
        return False
    if _IN_THE_SHADE.match(text, draft.end):
        return True
    if not (_NO_NOUN.match(text, draft.end) and _LEVEL.search(text, max(0, draft.start - 12), draft.start)):
        return False
    lead = text[max(sentence[0], draft.start - 80) : draft.start]
    if value > 0 and _OF_MARKETS.search(text, *sentence):
        return False
    return bool(_SUBJECT_OF_HEAT.search(lead) or (value < 0 and _FEELS_LIKE.search(lead)))


_BELOW = re.compile(
    r"\sbelow(?=\s*(?:[.,;:!?)”\"]|$)|\s(?:in|on|at|outside|outdoors|overnight|tonight|today|by|this|last|and"
    r"|with|or|for|when|was|were"
    r"|is|here|there|during|across|through|before)\b)"
)
_COLD_AT = re.compile(
    r"\b(?:was|is|were|hits?|reach(?:ed|es)?|to|at|of|like|even|around|about|nearly|almost|from|[a-z]+[’']s)\s$",
    re.IGNORECASE,
)
_IT_IS = re.compile(r"\b(?:it|outside|there)(?:[’']s|\s(?:is|was|will\sbe|felt|feels))\s(?:\w+\s){0,2}$", re.IGNORECASE)


def _below_nought(text: str, draft: Draft, sentence: tuple[int, int]) -> bool:
    """Whether "25 below" is of the cold, with its "zero" left out."""
    value = draft.value
    if (
        not draft.bare
        or not isinstance(value, float)
        or not 1 < value < 100
        or not text.startswith(" below", draft.end)
    ):
        return False
    lead = max(0, draft.start - 30)
    if not _BELOW.match(text, draft.end) or not _COLD_AT.search(text, lead, draft.start):
        return False
    return bool(_IT_IS.search(text, lead, draft.start) or HEAT.search(text, *sentence))


def bare_temperature(text: str, draft: Draft, sentence: tuple[int, int], warm: bool = False) -> None:
    """ "12 C" and "30C" are temperatures where the sentence speaks of heat or, `warm`, has told a temperature.

    So is a bare number that "temperatures" reach: "lows will drop to -3".
    """
    if _below_nought(text, draft, sentence):
        draft.kind, draft.unit, draft.value = "temperature", "degree", -abs(float(draft.value or 0))
        draft.end += len(" below")
        draft.core = (draft.core[0], draft.end)
        return
    if _level(text, draft, sentence):
        draft.kind, draft.unit = "temperature", "degree"
        return
    match = _SCALE_OF_HEAT.match(text, draft.end)
    if match and draft.value and match.end() == draft.end + 1 and designated(text, draft.start):  # "seat 17C"
        return
    if not match or not draft.bare or not draft.digits or not isinstance(draft.value, float):
        return
    heat = warm or HEAT.search(text, *sentence) is not None
    said = (
        bool(_IT_WAS.search(_NEAR_END.sub("", text[max(0, draft.start - 24) : draft.start])))
        and draft.value < 150
        and match["letter"] != "K"
    )
    alone = text[slice(*sentence)].strip(" .!?") == text[draft.start : match.end()]
    likely = draft.value > 0 if match["letter"] == "K" else -460 < draft.value < 2000
    if likely and (heat or said or alone or draft.value < 0):
        draft.kind, draft.end = "temperature", match.end()
        draft.unit = {"C": "celsius", "F": "fahrenheit", "K": "kelvin"}[match["letter"]]
