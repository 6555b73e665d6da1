"""Bare numbers that are ages by the words around them: "women over 50", "died at 81", "her sons, 9 and 11,"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns, words
from tui.analysis.numbers.ranges import value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.numbers.draft import Draft

_OLDEST = 120
_ANYBODY = frozenset(
    "people persons those men women children kids boys girls adults babies infants toddlers youngsters teenagers "
    "pensioners adolescents youths buyers shoppers customers guests visitors passengers users smokers applicants "
    "viewers patients anyone anybody everyone everybody nobody someone somebody none you they he she i we who"
    .split()
)  # fmt: skip
_WORD = re.compile(r"(?P<word>[A-Za-z]+)\s$")
_YEARS = re.compile(r"\b(?:older|younger)\b", re.IGNORECASE)
_LIMIT = re.compile(r"(?:over|under|above|below|between)\s", re.IGNORECASE)
_AND_OVER = re.compile(r"\s(?:and|or)\s(?:over|under|above|below|up)$", re.IGNORECASE)
_MUST_BE = re.compile(r"\b(?P<who>[A-Za-z]+)\s(?:must|should|(?:has|have|needs?|had)\sto)\sbe\s$")
_CLAUSE_GOES_ON = re.compile(
    r"\s*(?:[.,;:)?!”\"]|$)|\s(?:is|are|was|were|be|who|whose|in|to|from|at|has|have|had|can|cannot|could|may|might|must"
    r"|will|would|should|shall|and|or|but|do|did|does|live|with|without|get|gets|got|by|on|for|as|than|when|if|while|need"
    r"|needs|pay|pays|ride|rides|make|makes|said|say|go|goes|travel|travels|eat|stay|free|only)\b"
)
"""What follows an age and no count: there is no noun."""
_AT_AN_AGE = re.compile(
    r"\b(?:die[sd]?|dead|dying|passed\saway|(?:him|her)self|retire[sd]?|wed|married|widowed|orphaned)\sat\s(?:just\s|only\s)?$"
)
_GIVEN_AGE = re.compile(r"\b(?:his|her|their|whose|my|own|[’']s)\sages?\s(?:as|at|is|was|to\sbe)\s$")
_AFTER_AGE = re.compile(r"\s*(?:[.,;)”\"]|$)|\s(?:after|in|from|on|of|when|and|but|last|while|having|with|by)\b")
_IS = re.compile(
    r"\b(?:my|his|her|their|our|the|whose)\s(?:(?:only|own|younger|older|elder|eldest|youngest|little|two|three)\s){0,2}"
    r"(?P<who>[a-z-]+)\s(?:is|was|are|were|[’']s)\s(?:now\s|just\s|only\s|then\s)?$",
    re.IGNORECASE,
)
_PERSON_OF = re.compile(
    r"\b(?:an?|the|old|young)\s(?:man|woman|boy|girl|child|lad|lass|youth|teenager|pensioner|baby|toddler|bachelor|widow|widower)\sof\s"
    r"(?:just\s|only\s|about\s)?$",
    re.IGNORECASE,
)
"""Whom an age stands behind: "a girl of seven"; a father of seven has seven children."""
_OLDEST_IS = re.compile(r"\b(?:youngest|oldest|eldest)\s(?:(?:is|was|being)\s)?$")
_OF_THEM = re.compile(
    r"\b(?:(?:most|many|half|all|both|some|none|a\sthird)\sof\s(?:them|whom)|those\s[a-z]+(?:ed|en|t|ld)|most|many)\s"
    r"(?:(?:is|was|are|were|aged?)\s)?$"
)
_OF_PEOPLE = re.compile(
    r"\b(?:people|men|women|patients|children|victims|residents|pupils|passengers|workers|adults|prisoners|voters|killed|died"
    r"|jailed|infected|arrested|injured)\b"
)
"""What tells that "most of them" are people."""
_THE_OLDEST = re.compile(r"\b(?:oldest|youngest|eldest|elder|younger|older)(?:\s[a-z]+)?,\s$")
_AT = re.compile(r"(?:^|[.!?”\"]\s|\n)At\s(?:just\s|only\s)?$")
_AT_WHICH = re.compile(r",\s(?:(?:he|she|I|we|they)\s|[A-Z][a-z]+\s[a-z])")
"""What an age opens: "At 31, she became mayor"."""
_OF_AN_AGE = re.compile(
    r"\b(?:median|average|mean|retirement|pension|minimum|maximum|legal|drinking|voting|driving|school-leaving|same|starting)"
    r"\sage(?:\s(?:of|for|among|in)\s(?:[\w’'-]+\s){1,4}?)?\s?(?:to|at|from|is|was|be|being|of|rose\sto|fell\sto)\s"
    r"(?:now\s|just\s|only\s)?$"
)
"""What tells an age of many: "the median age is 38.5", "a retirement age of 67"."""
_LOOKED = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who|man|woman)\s(?:looks?|looked|(?:is|was)\s(?:thought|believed|said)\sto\sbe)\s$"
)
_BOTH = re.compile(r"\b(?P<who>[a-z]+),\s(?:both|each|all)\s$")
_KIN = re.compile(r"\band\s(?:my|his|her|their|our)\s(?P<who>[a-z]+)\s$")
_SET_OFF = re.compile(r"\s*(?:[.,;)]|$)")
_YOUNG = re.compile(r"\b(?P<who>[A-Za-z]+),\s$")
_AFTER_IS = re.compile(r"\s*(?:[.,;]|$)|\s(?:when|at\sthe\stime|and(?!\s\d))\b")
_CHILDREN = frozenset("son daughter child boy girl baby twin brother sister kid grandson grandchild".split())


@cache
def _child(word: str) -> bool:
    """Whether a noun is one of family or of a child: no number of them stands behind "the … are"."""
    single = {"children": "child", "grandchildren": "grandchild", "babies": "baby"}.get(word, word)
    return single in _CHILDREN or single.removesuffix("s") in _CHILDREN


def _person(word: str) -> bool:
    """Whether a word stands for people or for one."""
    word = word.lower()
    return word in _ANYBODY or word.removesuffix("s") in person_nouns()


def somebody(words: str) -> bool:
    """Whether a phrase is a name or stands for people: ages are of nobody else."""
    last = words.rpartition(" ")[2]
    return last[:1].isupper() or _person(last)


def told_age(text: str, draft: Draft, counts: Callable[[], bool]) -> None:
    """Make a bare number with its bounds an age where the words around it speak of people and of nothing counted.

    `counts` tells whether a noun that it could count follows.
    """
    young = _YOUNG.search(text, max(0, draft.start - 16), draft.start) if draft.kind == "duration" else None
    if young and _SET_OFF.match(text, draft.end) and _child(young["who"].lower()):
        draft.kind = "age"  # "the baby, eight months,"
    value = draft.high if draft.low is not None else value_of(draft)
    if (
        not draft.bare
        or draft.vague
        or draft.per
        or value is None
        or not 0 < value <= _OLDEST
        or (value % 1 and not _OF_AN_AGE.search(text, max(0, draft.start - 60), draft.start))
    ):
        return
    named = draft.bound is None and _PERSON_OF.search(text, max(0, draft.start - 40), draft.start)
    if not counts() if named else _is_age(text, draft):
        draft.kind, draft.unit = "age", "year"


def _is_age(text: str, draft: Draft) -> bool:
    (start, end), lead = draft.core, max(0, draft.start - 40)
    led, followed = text[draft.start : start], text[end : draft.end]
    if _YEARS.search(led) or _YEARS.search(followed):
        return True
    if not _CLAUSE_GOES_ON.match(text, draft.end):
        return False
    limit, up = _LIMIT.match(led), _AND_OVER.match(followed)
    if limit or up:
        must = _MUST_BE.search(text, lead, draft.start)
        if limit and _OF_THEM.search(text, max(0, draft.start - 50), draft.start):
            opened = max(text.rfind("\n", 0, draft.start), text.rfind(". ", 0, draft.start), draft.start - 120, 0)
            return _OF_PEOPLE.search(text, opened, draft.start) is not None
        word = must or _WORD.search(text, lead, draft.start)
        return word is not None and _person(word["who" if must else "word"])
    if _OF_AN_AGE.search(text, max(0, start - 60), draft.start) or _LOOKED.search(text, lead, draft.start):
        return True
    if draft.bound is not None:
        return False
    both, kin = _BOTH.search(text, lead, start), _KIN.search(text, lead, start)
    if draft.digits and (both or kin) and _SET_OFF.match(text, end):  # "two boys, both 13,", "and her father 64."
        return bool((both and _person(both["who"])) or (kin and kin["who"].lower() in words("kinship")))
    if draft.digits and text[end : end + 1] == "," and _THE_OLDEST.search(text, lead, start):
        return True
    if draft.digits and _OLDEST_IS.search(text, lead, start) and _SET_OFF.match(text, end):
        return True
    if draft.digits and _AT.search(text, max(0, start - 10), start) and _AT_WHICH.match(text, end):
        return True
    if _AT_AN_AGE.search(text, lead, start) or _GIVEN_AGE.search(text, lead, start):
        hour = value_of(draft) in range(1, 13) and re.match(r"\s(?:on|in\sthe)\b", text[end : end + 8])
        return _AFTER_AGE.match(text, end) is not None and not hour  # "he died at 10 on Tuesday night"
    told = _IS.search(text, lead, start)
    if told is None or not _AFTER_IS.match(text, end):
        return False
    owned = not told.group().lower().startswith("the ")  # "my nan is ninety-one"
    one = (draft.digits or owned) and re.search(r"(?:is|was|[’']s)\s(?:\w+\s)?$", told.group()) is not None
    return _child(told["who"].lower()) or (one and told["who"].lower() in words("kinship"))


def family_ages(text: str, one: Draft, other: Draft) -> bool:
    """Whether two bare numbers set off behind children, or said of people, are ages: "her sons, 9 and 11,"."""
    before = re.search(r"\b(?P<who>[a-z]+)(?:,|(?P<are>\s(?:are|were)))\s$", text[max(0, one.start - 24) : one.start])
    return bool(
        before
        and (_person(before["who"]) if before["are"] else _child(before["who"]))
        and before["who"].endswith(("s", "ren", "men"))
        and re.match(r"\s*(?:[.,;)]|$)", text[other.end : other.end + 2])
        and all(draft.bare and draft.digits and 0 < (value_of(draft) or 0) < _OLDEST for draft in (one, other))
    )
