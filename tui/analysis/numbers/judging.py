"""Whether a bare number is a figure at all, or the pronoun "one", a designation, a jersey, part of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.noise import designated, models

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

    from tui.analysis.numbers.context import Context
    from tui.analysis.numbers.draft import Draft

_ONE = re.compile(r"one(?!\w)", re.IGNORECASE)
_SHARE = re.compile(
    r"\s+(?:in|out\s+of|over)\s+(?:every\s+)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty"
    r"|a\s+(?:hundred|thousand|million|billion))|-in-|\s+(?:to|or|and)\s+(?:two|three|a\b)",
    re.IGNORECASE,
)
_RANGED = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_RANGED_TO = re.compile(
    r"\s+(?:to|and|through)\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|a\s+hundred"
    r"|one\s+hundred)\b",
    re.IGNORECASE,
)
"""What makes "one" the near end of a range: "from one to ten"."""
_STANDS_ALONE = re.compile(
    r"\s+(?:of|another|who|that|which|can|could|must|might|may|should|would|will|has|had|is|was|or\s+the\s+other|where"
    r"|thing\b|more\s+time)\b|[’']s?\b|\s*[.,;:?!)]|\s*$",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"\b(?:equals|is|minus|negative|plus|to|than|least|most)\s+$", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:the|this|that|which|each|every|any|no|some|another|(?:the|an|his|her|their|its|my|our)\s+only|last|next"
    r"|first|previous|current"
    r"|new|old|big|good|bad"
    r"|right|wrong|loved|such|other)\s+$",
    re.IGNORECASE,
)
_SPELT_UNIT = re.compile(
    r"\s(?:tonnes?|tons?|barrels?|litres?|liters?|gallons?|acres?|hectares?|kilograms?|kilos?|pounds?|miles"
    r"|kilomet(?:er|re)s|cubic|square|bushels?|ounces?|euros?|dollars|shares|people)\b"
)
_MARKER = re.compile(r"[.)]\s+[A-Z“\"‘]")
"""What follows the number of a point in a list."""
_OF_A_MODEL = re.compile(
    r"\s(?:jets?|jetliners?|planes?|airplanes?|aircraft|airliners?|freighters?|fleets?|cars?|models?|sedans?|coupes?"
    r"|pilots?"
    r"|crash(?:es)?|programs?|programmes?|production|line|family|series|orders|deliveries|customers|variants?)\b"
    r"|\s*(?:[.,;:)]|$)"
)
"""What follows the number of a model that stands without its maker."""
_HALF_OF_A_WORD = re.compile(
    r"half[\s-](?:right|wrong|asleep|awake|joking|empty|full|open|closed|expecting|hidden|dressed|centur(?:y|ies)|marathons?|brothers?|sisters?|siblings?|truths?|measures?|volleys?|terms?|mast|board)\b",
    re.IGNORECASE,
)
"""What begins with "half" and is no half of a thing."""
_ONE_MACHINE = re.compile(
    r"\s(?:jumbo\s)?(?:jet|jetliner|plane|airplane|airliner|freighter|helicopter|sedan|coupe|saloon|hatchback|tractor"
    r"|locomotive)\b(?![-‑]|\s(?:fleet|order|deal)s?\b)"
)
_DETERMINED = re.compile(r"\b(?:an?|the|this|that|its|his|her|their|our|my|another|one)\s$", re.IGNORECASE)
_DAY = re.compile(r"(?:(?P<led>[\w’']+)\s)?\b(?:day|week)\s$", re.IGNORECASE)
_TO_A_DAY = frozenset("on by until till from since after before through for to into at was is of and".split())
"""Words that lead to a numbered day; "one day four of them left" and "on Boxing Day four of them" have others."""
_OF_A_DAY = re.compile(
    r"\s+(?:of|at|in|on|when|was|is|and|with|began|starts?|ended|ends?|for|after)\b|\s*(?:[.,;:!?)]|$)"
)
_OF_MANY = re.compile(
    r"\b(?:sales|population|audience|circulation|readership|membership|users|viewers|followers|subscribers|downloads"
    r"|output|production|turnover|revenues?|profits?|workforce|electorate)\sof\s(?:about\s|around\s|just\s|over\s|some\s)?$"
)
"""What is told in millions: "sales of 20m a year"."""
_TALL = frozenset(
    "ceilings walls waves swells fences masts poles cables ropes boats yachts statues towers chimneys tanks pools"
    " hurdles sprints lengths dives drops cliffs trees pipes hedges panels banners flags ladders".split()
)
"""Things whose height or length is told before them."""
_RACES = (50.0, 60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 5000.0, 10000.0)
"""Distances in metres that are run and swum: "the 400m hurdles" are no 400 million hurdles."""


_OF_A_MATCH = re.compile(
    r"\b(?:goals?|scor\w+|penalt\w+|minutes?|header|headed|try|tries|kick\w*|points?|assist\w*|substitut\w*|replac\w+"
    r"|equali[sz]\w+|seed\w*|rank\w*|yards?|runs?|wickets?|overs?|caps?|bowled|caught|not\sout|lbw|votes?|laps?|\d+[-–]\d+)\b"
    r"|\(\d{1,3},?\d{3}\)",
    re.IGNORECASE,
)
"""Words of sport and of polls, where a number in brackets behind a name may be anything."""
_TOLD = frozenset(
    "add subtract multiply divide take give bring order send choose pick enter type press buy show set read".split()
)
"""Words that tell somebody to do something with a number, taken for names at the start of a sentence."""


def _labelled(doc: Doc, name: Token) -> bool:
    """Whether a name before a number stands right behind an article, which then belongs to what follows both."""
    return name.i > name.sent.start and doc[name.i - 1].tag_ == "DT" and doc[name.i - 1].head.i == name.head.i


class Judge:
    """Judges the bare numbers of one document."""

    def __init__(self, text: str, context: Context, sentence: Callable[[int], tuple[int, int]]) -> None:
        """`sentence` gives where the sentence of an offset stands."""
        self.text = text
        self.context = context
        self.sentence = sentence
        self._models = models(text)

    def millions(self, draft: Draft) -> bool:
        """Whether "35m" counts millions: a plural, a unit, or "of" and a determiner follows."""
        end = draft.end
        if _SPELT_UNIT.match(self.text, end):
            return True
        if re.match(r"\s+of\s+(?:its|their|the|his|her|our|all|these|those|them|us)\b", self.text[end : end + 12]):
            return True
        if _OF_MANY.search(self.text, max(0, draft.start - 30), draft.start):
            return True
        found = self.context.noun_after(draft, end)
        if found is not None and found[1].lower_ in _TALL and isinstance(draft.value, float) and draft.value < 200:
            return False  # "3.5m ceilings"
        return found is not None and found[1].tag_ in ("NNS", "NNPS") and draft.value not in _RACES

    def counted(self, draft: Draft, end: int) -> bool:
        """Whether a plural that the number could count follows at `end`."""
        found = self.context.noun_after(draft, end) if self.text[end : end + 1] == " " else None
        return found is not None and (found[1].tag_ in ("NNS", "NNPS") or found[1].lower_ in ("people", "police"))

    def no_count(self, draft: Draft) -> bool:
        """Whether a bare number counts nothing, seen before figures are joined."""
        text, (start, end) = self.text, draft.core
        if text[start : start + 1].isupper() and not draft.digits and self._amid_capitals(draft):
            return True
        if _ONE.fullmatch(text, start, end):
            return self._pronoun(draft)
        if draft.kind == "fraction" and _HALF_OF_A_WORD.match(text, start):
            return True
        listed = text[max(0, start - 2) : start] == ": " and draft.digits and float(draft.value or 0) < 20
        if (
            draft.digits
            and _MARKER.match(text, end)
            and (start == 0 or re.search(r"[.?!)]\s+$|\n$", text[max(0, start - 4) : start]) or listed)
        ):
            return True
        if draft.digits and re.match(r"[A-Za-z]", text[end : end + 1]) and not re.match(r"m\b", text[end : end + 2]):
            return True
        before = text[max(0, start - 12) : start]
        joined = re.search(r"(\d+)-$", before)
        if draft.digits and joined and designated(text, start - len(joined.group())):
            return True
        if re.search(r"\b(?:top|bottom)\s$", before, re.IGNORECASE) and self.context.noun_after(draft, end) is None:
            return True
        if draft.digits and text[start:end] in self._models and _OF_A_MODEL.match(text, end):
            return True
        if designated(text, start) and "," not in text[start:end]:
            return text.startswith(" of ", end) or not self.counted(draft, end)
        if self._numbers_a_day(start, end) or (draft.digits and self._of_one_model(draft)):
            return True
        bracketed = re.search(r"\(\s?$", before) and text[end : end + 1] == ")"
        return bool(draft.digits and bracketed and self._after_name(draft) and not self._bracketed_age(draft))

    def _numbers_a_day(self, start: int, end: int) -> bool:
        """Whether a number tells which day or week it was: "on day six of the fair"."""
        day = _DAY.search(self.text, max(0, start - 20), start)
        return bool(day and (not day["led"] or day["led"].lower() in _TO_A_DAY) and _OF_A_DAY.match(self.text, end))

    def _of_one_model(self, draft: Draft) -> bool:
        """Whether a number names the model of one machine: "the 787 jetliner"."""
        start, end = draft.core
        large = isinstance(draft.value, float) and draft.value >= 100 and draft.scale == 1
        single = large and "," not in self.text[start:end] and _ONE_MACHINE.match(self.text, end)
        return bool(single and _DETERMINED.search(self.text, max(0, start - 8), start))

    def _bracketed_age(self, draft: Draft) -> bool:
        """Whether a number in brackets behind a full name is an age, "Pat Doyle (39)", and no minute of a goal."""
        at, doc = self.context.at(draft.core[0]) - 2, self.context.doc
        full = at > 0 and doc[at].ent_type_ == doc[at - 1].ent_type_ == "PERSON" and doc[at].ent_iob_ == "I"
        grown = isinstance(draft.value, float) and 15 < draft.value < 106
        return full and grown and _OF_A_MATCH.search(self.text, *self.sentence(draft.start)) is None

    def _after_name(self, draft: Draft) -> bool:
        at = self.context.at(draft.core[0]) - 2
        return at >= 0 and self.context.doc[at].pos_ == "PROPN"

    def _amid_capitals(self, draft: Draft) -> bool:
        """Whether a number word has a capital because it is part of a name ("the Kick Six", "Big Ten")."""
        at, doc = self.context.at(draft.core[0]), self.context.doc
        if at < len(doc) and doc[at].is_sent_start:  # "Three Mile Island reopened"
            found = self.context.noun_after(draft, draft.core[1])
            named = found is not None and all(token.tag_ == "NNP" and token.text[:1].isupper() for token in found[0])
            rest = [token for token in doc[at].sent if token.is_alpha and len(token) > 3]
            return named and draft.value != 1 and sum(token.text.islower() for token in rest) > 0.3 * len(rest)
        if at == 0 or at >= len(doc) or not doc[at - 1].is_alpha:
            return False
        first, last = at, at
        while first > doc[at].sent.start and doc[first - 1].text[:1].isupper():
            first -= 1
        while last + 1 < doc[at].sent.end and doc[last + 1].text[:1].isupper():
            last += 1
        others = [
            token
            for token in doc[at].sent
            if token.is_alpha and not first <= token.i <= last and not token.is_sent_start
        ]
        words = [token for token in others if len(token) > 3] or others
        return sum(token.text[:1].isupper() for token in words) < 0.6 * len(words)

    def _pronoun(self, draft: Draft) -> bool:
        """Whether "one" stands for a person or a thing, or belongs to a phrase: then it counts nothing."""
        text, (start, end) = self.text, draft.core
        if _SHARE.match(text, end):
            return False
        if _RANGED_TO.match(text, end) and _RANGED.search(text, max(0, start - 10), start):
            return False
        whole = self.sentence(start)
        before, alone = text[max(0, start - 14) : start], _STANDS_ALONE.match(text, end)
        if text[whole[0] : whole[1]].strip(" .!?") == text[start:end] or (_NUMBER_BEFORE.search(before) and not alone):
            return False
        if _PRONOUN_BEFORE.search(before):
            return True
        if isinstance(draft.value, float) and draft.value < 0:
            return False
        if alone:
            return True
        if text[end : end + 1] in ("-", "‑"):
            return self.context.noun_after(draft, end + 1) is None
        found = self.context.noun_after(draft, end)
        return found is None or found[1].tag_ in ("NNS", "NNPS") or found[1].lower_ in ("day", "thing")

    def name(self, draft: Draft) -> bool:
        """Whether a bare number by a capitalised word is part of a name: "iPhone 11", "11 Pro Max", "Big 12"."""
        if draft.named:  # "Labour won 214 seats, the Greens 38"
            return False
        written = self.text[slice(*draft.core)]
        plain = draft.kind == "count" and draft.unit is None and draft.low is None and draft.bound is None
        if (
            not plain
            or not draft.digits
            or draft.approximate
            or draft.start != draft.core[0]
            or re.search("[.,]", written)
        ):
            return False
        at, doc = self.context.at(draft.core[0]), self.context.doc
        if self._product(draft):
            return True
        if at == 0 or at >= len(doc) or self.text[draft.core[0] - 1] not in " -\u00a0":
            return False
        before, head = doc[at - 1], doc[at].head
        if doc[at].is_sent_start or before.pos_ != "PROPN" or not before.text[:1].isupper():
            return False
        if before.is_sent_start and before.lower_ in _TOLD:
            return False
        if before.ent_type_ in ("DATE", "TIME") or before.text.rstrip(".").lower() in ("no", "nos", "about", "some"):
            return False
        plural = doc[at].dep_ == "nummod" and head.i > at and head.tag_ in ("NNS", "NNPS")
        if plural and before.dep_ in ("compound", "nmod") and before.head.i == head.i and _labelled(doc, before):
            return True  # "the Anvil 7 papers"
        return not (draft.counts and plural)

    def _product(self, draft: Draft) -> bool:
        """Whether only capitalised singulars follow a small number: "11 Pro Max", "737 Max"."""
        found = self.context.noun_after(draft, draft.core[1])
        small = isinstance(draft.value, float) and draft.value < 1000
        return bool(small and found and all(token.tag_ == "NNP" for token in found[0]) and not draft.adjectival)
