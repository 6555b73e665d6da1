"""What qualifies a figure: bounds, "about", changes up and down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from tui.analysis.numbers.golf import follows_side

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft
    from tui.domain.findings import Bound

_LINK = r"(?:\s+(?:an?|the))?\s*$"
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{words}){_LINK}", re.IGNORECASE))
    for name, words in (
        ("at least", r"\b(?:no|not)\s+(?:less|fewer|lower|smaller)\s+than"
r"|\bat\s+(?:the\s+very\s+)?least(?:\s+or\s+equals?\s+to)?"
r"|\bnot\s+(?:under|below)|\ba?\s?minimum(?:\s+of)?|\bas\s+(?:few|little|low)\s+as"
            r"|\b(?:greater|more|larger|higher)(?:\s+than)?\s+or\s+equal\s+(?:to|than)"
r"|\bequal\s+to\s+or\s+(?:greater|more|larger|higher)\s+than|≥|>\s?=|=\s?>"),
        ("at most", r"\b(?:no|not)\s+(?:more|greater|larger|higher|bigger)\s+than"
r"|\b(?:not|never|cannot|n[’']t)\s+(?:to\s+)?(?:exceed(?:ing)?|over|above)|\bat\s+(?:the\s+very\s+)?most"
r"|\ba?\s?maximum(?:\s+of)?|\bcapped\s+at|\blimited\s+to|\ba\s+(?:cap|ceiling|limit)\s+of|(?<!\d\s)\bup\s+to|\bwithin"
r"|\bas\s+(?:much|many|high|long|tall|far)\s+as"
            r"|\b(?:less|fewer|lower|smaller)(?:\s+than)?\s+or\s+equal\s+(?:to|than)"
r"|\bequal\s+to\s+or\s+(?:less|fewer|lower|smaller)\s+than|≤|<\s?="),
        ("more than", r"\b(?:(?:well|far|just|slightly|significantly|a\s+little|much"
r"|way)\s+)?(?:(?:more|greater|larger|higher|bigger|longer|older|faster|taller"
r"|heavier|farther|further|better|over)\s+than|over|above"
            r"|in\s+excess\s+of|upwards?\s+of|north\s+of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
r"|topp(?:ed|ing)|beyond)|(?<![=<])>"),
        ("less than", r"\b(?:(?:well|far|just|slightly|significantly|a\s+little|much)\s+)?(?:(?:less"
r"|fewer|smaller|lower|shorter|younger|slower|lighter)\s+than|under|below"
r"|south\s+of|shy\s+of)|<"),
        ("about", r"\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|virtually"
r"|something\s+like|(?:in|on|of)\s+the\s+order\s+of|in\s+the\s+(?:vicinity|neighbou?rhood)\s+of"
r"|barely|an?\s+estimated|(?<=the\s)estimated|estimated\s+(?:at|to\s+be)|close\s+to|circa"
r"|ca?\.|more\s+or\s+less"
            r"|in\s+the\s+region\s+of|near|average\s+of|aproximately)|[~≈]|\baveraging|\baveraged"),
    )
)  # fmt: skip
_NO_NUMBER = (
    r"(?!\s+(?:[$£€]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety)\b))"
)
"""A bound that a number follows is that number's: "over 50 and under 80"."""
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at least", re.compile(r"\s*(?:\+|\bplus\b(?=\s*[.,;)]|$))|-plus\b|\s+(?:or"
r"|and)\s+(?:more(?:\s+than(?!\s+\w))?|above|over|higher|greater|older"
r"|longer|up|upwards?)\b(?!\s+than)" + _NO_NUMBER +
        r"|\s+or\s+more\s+than(?=\s*(?:$|[.,;]))", re.IGNORECASE)),
    ("at most", re.compile(r"\s+or\s+(?:less|fewer|below|under|lower|younger|shorter"
r"|smaller)\b(?!\s+than)|\s+and\s+(?:under|younger)\b(?!\s+(?:than|the|an?|its?|no|pressure)\b)"
        + _NO_NUMBER, re.IGNORECASE)),
    ("about", re.compile(r"\s+(?:or\s+so|or\s+thereabouts|give\s+or\s+take)\b|-?ish\b|-?odd\b", re.IGNORECASE)),
)  # fmt: skip
_OR_EQUAL = re.compile(r"\s+or\s+equal\s+to(?:\s+it)?(?=\s*(?:$|[.,;]))", re.IGNORECASE)
_EQUAL = re.compile(r"\b(?:is\s+)?equals?\s+to\s+$", re.IGNORECASE)
_GIVEN_OVER = re.compile(r"\b(?:fork|hand|turn|sign|cough|roll|carri|carry|mull|boil)(?:s|ed|ing)?\s$", re.IGNORECASE)
"""Verbs that "over" belongs to: "fork over $20"."""
_GOES = re.compile(
    r"(?:(?:\b(?:will|would|to)|[’'](?:ll|d))\s(?:go|move|rise|climb)"
    r"|\b(?:went|gone|moved|crept|edged|inched|shot|jumped|ticked))\s$",
    re.IGNORECASE,
)
"""What goes "up to" a new level, which is no limit then: "the fare would go up to $9"."""
_SPREAD = re.compile(r"\b(?:spread|scatter|sprawl|strew|sprinkl|burn|bruise|tattoo)\w*\s(?:\w+\s){0,3}$", re.IGNORECASE)
"""What lies over an area or a part, which is then the area itself: "burns over 90 percent of his back"."""
_RACED = re.compile(
    r"\b(?:rac(?:e|es|ed|ing)|runs?|ran|sprints?|heats?|events?|titles?|records?|champions?|freestyle"
    r"|backstroke|hurdles)\s$",
    re.IGNORECASE,
)
"""What is held over a distance, which is then the distance itself."""
_SET_MARK = re.compile(
    r"(?:[\s-]+\w+){0,2}?\s+(?:quota|limit|ceiling|cap|target|threshold|average|mean|high|low|peak)\b", re.IGNORECASE
)
"""What a figure before it sets: of "above the 5,000 quota" the quota is 5,000, and something else is above it."""


_ABOUT_WHICH = re.compile(
    r"\b(?:cent(?:er|re)|revolv|rotat|buil|bas|wrap|gather|organi[sz]|turn|run|ran)\w*\s$", re.IGNORECASE
)
"""What turns "around" something: no amount follows."""


def qualify(text: str, draft: Draft) -> None:
    """Set bound and approximation from the words right before and after the figure, which then belong to it."""
    if draft.kind == "ordinal":
        return
    for _ in range(3):
        window = max(0, draft.start - 44, text.rfind("\n", max(0, draft.start - 44), draft.start) + 1)
        before = text[window : draft.start]
        for name, pattern in _BEFORE:
            match = pattern.search(before)
            if name != "about" and draft.bound is not None:
                continue  # "handing over more than 60" has one bound
            if match and not _misread(text, draft, name, match, before):
                _set(draft, name)
                draft.start = window + match.start()
                while text[draft.start : draft.start + 1].isspace():
                    draft.start += 1
                break
        else:
            break
    for name, pattern in _AFTER:
        match = pattern.match(text, draft.end)
        if match and not (
            name == "at least" and "+" in match.group() and re.match(r"\s*\d", text[match.end() : match.end() + 3])
        ):
            _set(draft, name)
            draft.end = match.end()
            break
    equal = _OR_EQUAL.match(text, draft.end)
    if equal and draft.bound in ("more than", "less than"):
        draft.bound = "at least" if draft.bound == "more than" else "at most"
        draft.end = equal.end()
    _exactly(text, draft)


def _exactly(text: str, draft: Draft) -> None:
    """ "equal to 5000" is a range of one value, and says so."""
    match = _EQUAL.search(text[max(0, draft.start - 16) : draft.start])
    if match and draft.bare and draft.low is None and isinstance(draft.value, (int, float)):
        draft.start -= len(match.group())
        if draft.bound is None:
            draft.low = draft.high = float(draft.value)


def _set(draft: Draft, name: str) -> None:
    if name == "about":
        draft.approximate = True
    elif draft.bound is None:
        draft.bound = cast("Bound", name)


def _misread(text: str, draft: Draft, name: str, match: re.Match[str], before: str) -> bool:
    """Whether the words are no bound here: "spread over five years", "16 per cent above its level"."""
    words = match.group().strip().lower()
    if words in ("over", "under") and follows_side(before[: match.start()]):  # "a 3-under 69"
        return True
    if words.startswith(("over",)) and draft.kind == "duration":
        lead = before[: match.start()].rstrip().lower()
        if re.match(r"\s(?:ago|earlier|later)\b", text[draft.end : draft.end + 9]):
            return False
        return not re.search(
            r"\b(?:for|in|of|after|took|take|takes|taken|is|was|been|just|lasted|lasts|by|to|spent|unemployed|and"
            r"|here|there)$",
            lead,
        )
    if words == "up to" and _GOES.search(before, 0, match.start()):
        return True
    if words == "within":
        return draft.kind not in ("duration", "quantity")
    if words.startswith("over") and _GIVEN_OVER.search(before, 0, match.start()):
        return True
    if words == "over" and draft.kind in ("quantity", "percent") and _SPREAD.search(before, 0, match.start()):
        return True
    if words == "over" and draft.kind == "quantity" and _RACED.search(before, 0, match.start()):
        return True
    if draft.adjectival and re.fullmatch(r"(?:over|under|above|below)\san?", words):  # "under a 30-day truce"
        return True
    if words.endswith((" the", " a", " an")) and name in ("more than", "less than"):
        return bool(_SET_MARK.match(text, draft.end, draft.end + 40))
    if words == "some" and draft.kind in ("date", "time"):
        return True
    if re.match(r"around\s+the$", words) and _ABOUT_WHICH.search(before[: match.start()]):
        return True
    if words.startswith("average") and before[: match.start()].rstrip().lower().endswith(("an", "the", "a")):
        return True
    if words == "near" or (words == "under" and draft.kind in ("date", "time")):
        return words != "near" or draft.kind == "count"
    if (
        words in ("above", "below")
        and re.search(r"\d\S*\s(?:per\s?cent\s|percent\s|\w+\s)?$", before[: match.start()])
        and draft.kind != "count"
    ):
        return False
    return False
