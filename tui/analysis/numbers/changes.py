"""Figures that are changes, up or down, and bounds that a figure takes over from the one it goes with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from tui.analysis.numbers.lexicon import table

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft
    from tui.domain.findings import Bound

_PHRASAL = re.compile(
    r"\b(?:g[ai]ve|gives|given|giving|ma[dk]e|makes|making|took|takes?|taken|taking|picks?|picked|puts?|putting|brought"
    r"|turn(?:s|ed)?|c[ao]me|rack(?:s|ed|ing)?|pil(?:es?|ed|ing)|buil[dt]|chalk(?:s|ed)?|notch(?:es|ed)?|cough(?:s|ed)?"
    r"|pa(?:y|ys|id)|sav(?:es?|ed)|snap(?:s|ped)?|b(?:uys?|ought)|back(?:s|ed)?|clean(?:s|ed)?|lin(?:es?|ed)"
    r"|fre(?:es?|ed)"
    r"|sets?|setting|show(?:s|ed)?|hold|held|knock(?:s|ed)?|tear|tore|torn|laid|la[yi]d?|shut(?:s|ting)?|track(?:s|ed)?"
    r"|round(?:s|ed)|signed|add(?:s|ed)?|soak(?:s|ed)?|eat(?:s|en)?|ate|us(?:es|ed)|mop(?:s|ped)?|dig|dug|offer(?:s"
    r"|ed)?)"
    r"(?:\s+(?:it|them|him|her|us))?\s+$",
    re.IGNORECASE,
)
"""Verbs that make "up" and "down" a part of themselves: "gave up 60 points", "put down $5,000"."""
_ENDED = re.compile(r"\b(?:end|wind|wound|op[e]n|grow|grew)\w*\s+$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:an?|the|its|his|her|their|this|that|our|my)\s+$", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(r"\s(?!(?:a|an|per|in|from|to|on|at|since|by|for|last|this|and|or|as|of|after|over)\b)[a-z]")
_BRACKETED = re.compile(r"\s?[(\[]\s?|\s?/\s?")
_CLOSED = re.compile(r"\s?[)\]/]")
_OR = re.compile(r",?\s+or\s+(?:about\s+|nearly\s+|roughly\s+)?")
_NEXT_OF_LIST = re.compile(
    r"\s*(?:,|;)?\s*(?:and\s+|while\s+|with\s+|but\s+)?(?:the\s+|that\s+of\s+)?(?:[A-Z][\w&.’'-]*\s+){1,5}(?:by\s+)?"
    r"|\s+(?:in|on|for|during)\s+(?:the\s+)?\w+,?\s+and\s+(?:by\s+|another\s+|a\s+further\s+)?"
)
"""What stands before the next of a list whose verb is said once: "down 4%, Elm Motors by 5%"."""


_CUT_THING = re.compile(
    r"\b(?P<word>cuts?|cutting|reduces?|reduced|raises?|raised|lowers|lowered|lowering|increased|increases|boosted)\s"
    r"(?:[\w’'-]+\s){0,3}(?P<last>[a-z]{3,})\s(?:by\s)?(?:about\s|around\s|nearly\s|at\sleast\s|another\s)?$",
    re.IGNORECASE,
)
"""What is changed before how much, without "by": "cut emissions 55 percent"."""
_SMALL_WORDS = frozenset(
    "the its their his her our your this that these those and for with from than about over under into nearly almost"
    " around some just only all least most more less another further roughly per cent percent".split()
)
_MOVED = re.compile(r"\d\s*,\s(?P<way>up|down|off)\s(?:about\s|just\s|a\s)?$")
_MOVED_FROM = re.compile(
    r"\s*(?:[.,;:)]|$|\n)|\s(?:from|on\sthe\sday|in\s(?:early|late|heavy|light|thin)|at\s(?:noon|midday))\b"
)
"""What stands about how far a price moved: "closed at 63-3/8, up 2-1/4"."""
_FEWER = re.compile(r"\s+fewer\s+(?:(?!than\b)[a-z]|than\s(?:in|on|a|the|last|before|usual|at|during|this)\b)")
"""What makes a count one that went down: "9,500 fewer jobs"."""
_RISES = frozenset(
    "raise higher more up increase rise gain growth jump surge boost hike improvement larger bigger greater faster "
    "heavier dearer stronger longer".split()
)


@cache
def _change() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(
        sorted((re.escape(word).replace(r"\ ", r"\s+") for word in table("numbers_changes.txt")), key=len, reverse=True)
    )
    filler = (
        r"(?:\s+(?:by|of|about|around|another|a\s+further|an\s+additional|nearly|almost|just|only"
        r"|more\s+than|less\s+than|up\s+to|as\s+much\s+as|some|roughly|at\s+least|under|over"
        r"|at\s+an?\s+(?:[\w-]+\s+){0,2}(?:rate|pace|clip)\s+of|an?\s+\w+ly\s+[a-z]+(?=\s*$)|\w+ly|an?))*"
    )
    object_by = (
        r"(?:(?<!lost)(?<!lose)(?<!losing)(?<!loses)"
        r"(?:\s+(?!(?:by|since|after|because|when|while|until|before)\b)[\w’'-]+){1,9},?\s+(?=by\b)by)?"
    )
    before = re.compile(rf"\b(?P<word>{words}){object_by}{filler}\s*$", re.IGNORECASE)
    after = re.compile(
        r"\s+(?:(?:sharp|steep|slight|big|modest|small|further|annual|overall|price|tax|pay"
        r"|year-on-year)\s+)?(?P<word>higher|lower|more|less|fewer|larger|bigger|greater|faster|heavier|dearer|stronger|longer"
        r"|smaller|cheaper|lighter|slower|weaker|shorter|up|down|increase|rise|gain|growth|jump|surge|boost"
        r"|raise|hike|drop|decline|decrease|fall|loss|cut|reduction|dip|slump|plunge|slide|contraction"
        r"|improvement)\b(?!\s+to\b)",
        re.IGNORECASE,
    )
    return before, after


def change(text: str, draft: Draft) -> None:
    """Mark an amount as a change where a word of change governs it: "rose 3%", "a 3% drop", "+0.2%"."""
    if draft.kind in ("ordinal", "age", "date", "time", "duration", "ratio") or draft.bound in ("up", "down"):
        return
    if draft.kind == "count" and draft.bound is None and _FEWER.match(text, draft.end):
        draft.bound = "down"
        return
    before, after = _change()
    window = max(0, draft.start - 72)
    lead = text[max(window, text.rfind("\n", window, draft.start) + 1) : draft.start]
    value = draft.value if isinstance(draft.value, (int, float)) else None
    if value is not None and draft.kind in ("percent", "money", "count") and draft.digits:
        if value < 0 and draft.kind == "percent" and text[draft.core[0]] in "-−–":
            draft.bound = "down"
            return
        if re.search(r"(?:^|[\s(])\+$", lead) and draft.kind != "count":
            draft.bound, draft.start = "up", draft.start - 1
            return
    bare = draft.kind in ("count", "fraction") and draft.unit is None
    moved = _MOVED.search(lead) if bare or draft.kind in ("money", "percent") else None
    if moved and not draft.counts and _MOVED_FROM.match(text, draft.end):
        draft.bound = "up" if moved["way"] == "up" else "down"
        return
    if (
        draft.kind == "count"
        and (draft.low is None or draft.vague)
        and not re.search(r"\bby\s+(?:\w+\s+){0,2}$", lead)
        and not re.match(r"\s?(?:points?|units?|cents?|places?)\b", text[draft.end : draft.end + 9])
    ):
        return
    thing = _CUT_THING.search(lead) if draft.kind == "percent" and draft.bound is None else None
    if thing and thing["last"].lower() not in _SMALL_WORDS:
        draft.bound = cast("Bound", table("numbers_changes.txt")[thing["word"].lower()])
        return
    match = before.search(lead)
    if match and not _no_change(text, draft, match, lead):
        draft.bound = draft.bound or cast(
            "Bound", table("numbers_changes.txt")[" ".join(match["word"].lower().split())]
        )
        return
    match = after.match(text, draft.end)
    if match and draft.kind in ("percent", "money", "count"):
        word = match["word"].lower()
        if word in ("more", "less", "fewer") and draft.kind != "percent":
            return
        if word == "raise" and not _DETERMINER.search(lead):  # "the other 3 percent raise goats"
            return
        up = word in _RISES
        draft.bound = draft.bound or ("up" if up else "down")


def _no_change(text: str, draft: Draft, match: re.Match[str], lead: str) -> bool:
    """Whether a word of change governs something else: "gave up 60 points", "raised $3m", "Add 20 ml"."""
    word, before = match["word"].lower(), lead[: match.start("word")]
    straight = not lead[match.end("word") :].strip()
    if word in ("up", "down"):
        return bool(_PHRASAL.search(before) or (draft.kind != "percent" and _ENDED.search(before)))
    if draft.kind == "percent":
        return False
    if draft.adjectival and draft.kind in ("quantity", "money"):
        return True
    if draft.kind == "money" and _DETERMINER.search(lead) and _NOUN_FOLLOWS.match(text, draft.end):
        return True
    leapt = draft.kind == "quantity" and word[:4] in ("jump", "leap", "dive", "dove", "divi")  # "jumped 7.14 m"
    raised = leapt or (word.startswith("rais") and draft.kind == "money")
    told = (
        match["word"][0].isupper() and not before.strip() and word in ("add", "cut", "reduce", "drop", "lift", "raise")
    )
    return (raised and not re.search(r"\bby\b", lead[match.end("word") :])) or (told and straight)


def carry(text: str, found: list[Draft]) -> None:
    """Give bounds to the figures that repeat one in another measure, and changes to those of a list.

    "more than 250 kilometers (155 miles)", "lost 84 points, or 1.3%", "were down 4%, Elm Motors by 5%".
    """
    last: Draft | None = None
    changed: Draft | None = None
    for draft in found:
        if draft.kind in ("date", "time", "ordinal"):
            continue
        between = _between(text, last, draft) if last is not None else ""
        again = bool(_BRACKETED.fullmatch(between) and _CLOSED.match(text, draft.end))
        if again and last is not None and draft.kind == last.kind in ("money", "quantity") and last.unit != draft.unit:
            draft.about = last.about or draft.about  # "a fine of 7,500 francs (about $8,800)"
        if last is not None and draft.bound is None and len(between) < 60:
            other = bool(_OR.fullmatch(between))
            converted = draft.unit and last.kind == draft.kind and last.unit != draft.unit
            if converted and (again or other):
                draft.bound, draft.approximate = last.bound, draft.approximate or last.approximate
            elif (
                (again or other) and last.bound in ("up", "down") and draft.kind == "percent" and last.kind != "percent"
            ):
                draft.bound = last.bound
        if draft.bound is None and changed is not None:
            _follow(text, changed, last, draft)
        if draft.bound in ("up", "down") and draft.kind in ("percent", "money", "count"):
            changed = draft
        last = draft


def _between(text: str, last: Draft, draft: Draft) -> str:
    """What stands between two figures, without the thing that the first counts."""
    between = text[last.end : draft.start]
    return between.lstrip().removeprefix(last.counts) if last.counts else between


def _follow(text: str, changed: Draft, last: Draft | None, draft: Draft) -> None:
    """Take over the direction of an earlier change of the same list, the levels between them left out."""
    level = last is not None and last is not changed and re.search(r"\b(?:to|at)\s+$", text[changed.end : last.start])
    start = last.end if last is not None and level else changed.end
    if (last is changed or level) and (draft.kind, draft.unit) == (changed.kind, changed.unit):
        if draft.low is None and _NEXT_OF_LIST.fullmatch(text, start, draft.start):
            draft.bound = changed.bound
