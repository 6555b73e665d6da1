"""What a figure counts where its noun or unit is left out and stands with an earlier figure or later in a list."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.numbers.parallels import goes_on, listed, looks_back, moved
from tui.domain.figures import plural
from tui.domain.tolls import FATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.numbers.draft import Draft

_SUSPENDED = re.compile(r"-,?\s(?:(?:and|or|to)\s)?")
_OF_PEOPLE = re.compile(r"\s+(?:who|were|was|of\s+(?:them|whom|those|which))\b")
_OF_WHICH = re.compile(r"\s+of\s+(?:which|whom|them|(?:these|those)(?!\s+(?:who|that|which|in|with|on)\b))\b")
_OF_WHICH_LED = re.compile(r",\s+of\s+(?:which|whom)\s+(?:about\s+|some\s+|only\s+|at\s+least\s+)?$")
_MANNER = re.compile(r"\s+(?:by|through)\s+(?!(?:the|a|an|his|her|their)\b)[a-z]+\b")
"""What tells how some of those counted were: "17 bouts, 12 by knockout"."""
_FRAME = re.compile(r"\s(?:for|to|in|on|at|by|from|a|an|the)\b")
_PARALLEL = re.compile(
    r"\b(?:compared\s+(?:with|to)|up\s+from|down\s+from|versus|vs\.?|against|and|but|or|while|from"
    r"|than|instead\sof|rather\sthan)\s+(?:the\s+)?(?:[\w’']+\s+){0,3}$"
    r"|,\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:has|had|have|got|gets|won|took|takes|with|received|holds?|scored|earned)\s+$"
)
_BESIDE = re.compile(r"\s+(?:vs\.?|versus)\s+(?:a\s+|the\s+)?(?:about\s+)?")
"""What stands between an amount and the one it is set beside: "30 cents vs 24"."""
_TOLL_GOES_ON = re.compile(r"(?:,|,?\s(?:and|or|but))\s+(?:another\s+|at\s+least\s+|about\s+|some\s+|a\s+further\s+)*$")
_PLACED = re.compile(r"(?:\s+(?:more|others))?\s+(?:in|at|on|near|around|outside|inside|aboard|along|elsewhere)\b")
"""What tells where a part of a toll fell: "twelve died in the valley and nine in the hills"."""
_OWN_VERB = re.compile(r"[^.,;!?\n]{0,60}\b(?:was|were|is|are|has|have|had|remain\w*|survived|lived|went|got)\b")
_OF_THE = re.compile(r"(?:^|\W)Of\s(?:the\s|those\s|these\s|its\s|their\s|about\s)?$")
_TALLIED = re.compile(r"^\s*(?:votes|points|goals|seats|runs|games|sets)\s+to\s+$")
"""What stands between the two sides of a tally: "by 318 votes to 97"."""
_NAMED_NEXT = re.compile(r"\s+(?:[A-Z]\w+\s|\w+-\w+-\w+)")
"""A name or a compound, which the figure counts even where the parser saw no noun."""
_LISTED = re.compile(r"(?:,|\b(?:and|or|plus))\s+(?:\w+\s+){0,2}$")
_LISTED_OF = re.compile(
    r"\s+of\s+(?!(?:the|these|those|them|this|that|its|their|his|her|our|us|whom|which|all|a|an)\b)(?=[a-z])"
)
_FORESEEN = re.compile(
    r"\b(?:expect|forecast|predict|estimat|project|anticipat|plan|aim|hop|target|budget|pencil|promis|pledg)\w*"
    r"(?:\s+[\w’']+){0,4}\s+$",
    re.IGNORECASE,
)
"""Words of looking ahead, after which a bare number is of what was last spoken of."""
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:with|to)|versus|against|from|than)\s+(?:about\s+|around\s+|just\s+|only\s+)?$", re.IGNORECASE
)
_BEFORE_THEN = re.compile(
    r"\s+(?:a\s+(?:year|month|week|quarter|decade)\s+(?:ago|earlier|before)|the\s+(?:year|month|week|quarter"
    r"|day)\s+before"
    r"|(?:in|for|during)\s+the\s+(?:same|previous|prior|year-ago)\b|last\s+(?:year|month|week|season|quarter)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s+short\s+of\s+(?:a|an|the|its|their|what)\b|\s+(?:more|fewer|less)(?=\s*(?:[.,;:!?)]|$)|\s+than\s+(?:needed|expected|required|planned|forecast|before|usual"
    r"|last\s+\w+|in\s+[A-Z\d]\w+|a\s+(?:year|month|week|decade)\s+(?:ago|earlier|before))\b|\s+(?:by"
    r"|in|this|next|over|from|on|before|after|at|for|as|and|if|when)\b)"
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)”\"]|$|\n)|\s+(?:by|in|for|from|this|last|next|on|before|after|a\s+year|the\s+year|when|if|and)\b"
)
_DEALS_IN_THINGS = re.compile(
    r"\b(?:sell|hire|build|make|produce|deliver|ship|open|recruit|employ|attract|carry|plant"
    r"|train)\w*\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""What is done with things, not with money: "plans to sell 2 million"."""
_DECIMAL = re.compile(r"\d\.\d")
_OF_BEFORE = re.compile(
    r"^\s*(?:[\w-]+\s+){0,3}?,?\s*(?:(?:up|down)\s+)?(?:from|compared\s+(?:with|to)|versus|against)\s+$"
)
"""What stands between a share and what it was before, whose unit is left out: "4.9 percent from 5.1"."""
_HAS = re.compile(r"\b(?P<verb>has|have|had|won|gained|took|received)\s+$")
_THE = re.compile(r"(?:\b(?:[Tt]he|[Tt]hose|[Aa]ll)\s)$")
_OF_THE_WHOLE = re.compile(r"\s+of\s+(?:the|those)\s+")
_NEAR = 400
"""Characters within which "the 12" are the twelve last spoken of."""
_FAR = 220
"""Characters between a bare number and the figure it goes with, at the most."""
_ALIKE = 50.0
"""How many times larger one of two figures of the same thing may be."""


class Elision:
    """Gives elided nouns and units back to the figures of one document."""

    def __init__(self, text: str, sentence: Callable[[int], tuple[int, int]]) -> None:
        """`sentence` gives where the sentence of an offset stands."""
        self.text = text
        self.sentence = sentence

    def restore(self, found: list[Draft]) -> None:
        """Complete the figures of `found`, which stand in the order of the text.

        "four-, five- and six-cylinder engines", "435 homes and 187 by tender", "460 vehicles compared with 63",
        "one count of theft and three of fraud", "800 people. It plans to hire 1,200 more".
        """
        for one, other in reversed(list(pairwise(found))):
            if one.bare and one.counts is None and _SUSPENDED.fullmatch(self.text, one.end, other.start):
                one.counts = other.counts
        last: list[Draft] = []
        counted: Draft | None = None
        spoken: list[Draft] = []
        toll: Draft | None = None
        known: dict[float, Draft] = {}
        before: Draft | None = None
        for draft in found:
            if draft.kind in ("date", "time", "ordinal"):
                continue
            self._same_again(known, before, draft)
            moved(self.text, before, draft)
            before = draft
            if toll and draft.bare and draft.about not in FATES and self._next_of_toll(toll, draft):
                draft.about, draft.counts = toll.about, toll.counts
            toll = draft if draft.kind == "count" and draft.about in FATES else None
            of_people = counted is not None and _OF_PEOPLE.match(self.text, draft.end)
            source = counted if of_people else next((one for one in last[:-4:-1] if _alike(one, draft)), None)
            if source:
                self._within_sentence(source, draft)
            if spoken and self._open(draft):
                self._across(spoken[-1], draft)
            if draft.counts or draft.unit or draft.kind != "count":
                last.append(draft)
                counted = draft if draft.kind == "count" and draft.counts else counted
            if draft.kind == "money" or (draft.kind == "count" and draft.counts):
                spoken.append(draft)

    def _same_again(self, known: dict[float, Draft], before: Draft | None, draft: Draft) -> None:
        """Give "the 12" what twelve were of shortly before, and "seven of the 12" the same."""
        value = _middle(draft)
        if draft.kind != "count" or draft.unit or draft.low is not None or value <= 2:  # "the two" may be any two
            return
        if draft.counts:
            if not draft.counts.endswith(("man", "person", "member")):  # of "a 15 man crew"
                known[value] = draft
            return
        source = known.get(value)
        if not source or draft.start - source.end > _NEAR:
            return
        if not _THE.search(self.text, max(0, draft.start - 6), draft.start):
            return
        draft.counts = source.counts
        part = before is not None and _OF_THE_WHOLE.fullmatch(self.text, before.end, draft.start)
        if part and before and before.bare and before.counts is None and _middle(before) < value:
            before.counts = source.counts

    def _next_of_toll(self, toll: Draft, draft: Draft) -> bool:
        """Whether a bare number goes on a toll at another place: "twelve died in the valley and nine in the hills"."""
        if draft.counts is not None or not _PLACED.match(self.text, draft.end):
            return False
        between = self.text[toll.end : draft.start]
        near = len(between) < 90 and not re.search(r"[.!?;]\s|\n", between)
        return near and bool(_TOLL_GOES_ON.search(between)) and not _OWN_VERB.match(self.text, draft.end)

    def _within_sentence(self, source: Draft, draft: Draft) -> None:
        between = self.text[source.end : draft.start]
        if len(between) > 110 or re.search(r"(?<!\bvs)[.!?]\s|\n", between):
            return
        same = draft.counts and source.kind == "count" and source.counts and " of " in source.counts
        if same and draft.kind == "count" and _LISTED.search(between) and _LISTED_OF.match(self.text, draft.end):
            head = (source.counts or "").partition(" of ")[0]
            draft.counts = f"{plural(head) if source.value == 1 and draft.value != 1 else head} of {draft.counts}"
            return
        if draft.counts and source.counts and _OF_WHICH_LED.search(between) and _people(source.counts):
            draft.counts = draft.counts if _people(draft.counts) else source.counts  # "of whom 640 work nights"
            return
        elided = draft.bare or (draft.kind in ("rate", "fraction", "percent") and draft.unit is None)
        whole = _OF_THE.search(self.text, max(0, source.start - 12), source.start)  # "Of the 340 people, 12 were hurt"
        part = (_OF_WHICH.match(self.text, draft.end) and source.counts) or _OF_WHICH_LED.search(between)
        parallel = whole or part or _PARALLEL.search(between) or _TALLIED.search(between)
        manner = between.endswith(", ") and source.kind == "count" and _MANNER.match(self.text, draft.end)
        parallel = parallel or manner or None
        beside_it = parallel is not None or goes_on(self.text, source, draft)
        if draft.kind in ("fraction", "percent") and not part:
            return
        if not elided or draft.counts is not None or draft.low is not None or not beside_it:
            return
        if re.search(r"\bweigh\w*\s+$", between) or _NAMED_NEXT.match(self.text, draft.end):
            return
        beside = _BESIDE.fullmatch(between)
        priced = source.kind == "money" and (
            self._same_frame(source, draft)
            or (source.scale == draft.scale and _alike(source, draft, 5) and _middle(draft) > 999)
            or beside
        )
        near = _DECIMAL.search(self.text, *source.core) and _DECIMAL.search(self.text, *draft.core)
        priced = priced or bool(source.kind == "money" and near and _alike(source, draft, 2))
        if draft.about in FATES and source.kind != "count":  # "winds of 60 mph left three dead and a dozen hurt"
            return
        if source.kind == "rate" and source.counts and draft.bare:  # "4.1 cases per 100,000, from 5.2"
            if _COMPARED.search(between) and _alike(source, draft, 5):
                draft.kind, draft.per, draft.counts = "rate", source.per, source.counts
            return
        level = source.kind == "percent" and source.bound not in (
            "up",
            "down",
        )  # "rose 12 percent from 30" is of things
        share = level and _OF_BEFORE.search(between) and _alike(source, draft, 5)
        if share or (source.unit and (source.kind in ("quantity", "duration") or priced)):
            draft.kind, draft.unit = source.kind, source.unit
        elif (
            source.counts
            and source.kind == "count"
            and (whole or draft.about not in FATES or source.about in FATES or _people(source.counts))
        ):
            draft.counts = source.counts
            draft.named = listed(self.text, source, draft)

    def _same_frame(self, source: Draft, draft: Draft) -> bool:
        """Whether two amounts stand before the same small word: "350 crowns for oats and 365 for rye"."""
        joined = re.search(r"(?:,|,?\s(?:and|but|or))\s$", self.text[source.end : draft.start])
        if not joined or not _alike(source, draft, 20):
            return False
        if source.per or draft.per:
            return bool(source.per and draft.per and source.per != draft.per)
        frames = [_FRAME.match(self.text, one.end) for one in (source, draft)]
        return all(frames) and len({frame.group() for frame in frames if frame}) == 1

    def _open(self, draft: Draft) -> bool:
        """Whether a bare number counts nothing of its own, and its words look to what was spoken of before."""
        if not draft.bare or draft.counts is not None or draft.low is not None or draft.adjectival:
            return False
        before = self.text[max(0, draft.start - 60) : draft.start]
        if looks_back(self.text, draft):
            return True
        if _MORE.match(self.text, draft.end) or _BEFORE_THEN.match(self.text, draft.end):
            return True
        has = _HAS.search(before)
        if has and self._said_before(has["verb"], draft):
            return True
        ends = _CLAUSE_ENDS.match(self.text, draft.end)
        return bool(ends and (_FORESEEN.search(before) or _COMPARED.search(before)))

    def _said_before(self, verb: str, draft: Draft) -> bool:
        """Whether the figure ends its clause and the sentence before has its verb: "Kai has 45 seats. Rui has 12."."""
        at = self.sentence(draft.start)[0]
        earlier = self.text[slice(*self.sentence(at - 1))] if at else ""
        return bool(re.search(rf"\b{verb}\b", earlier) and re.match(r"\s*(?:[.;!?]|$)", self.text[draft.end :][:3]))

    def _across(self, source: Draft, draft: Draft) -> None:
        """Take over what `source` counts or its currency, from the same sentence or the one before."""
        start = self.sentence(draft.start)[0]
        near = source.start >= start or (start > 0 and source.start >= self.sentence(start - 1)[0])
        between = self.text[source.end : draft.start]
        if not near or len(between) > _FAR or "\n" in between.strip("\n") or not _alike(source, draft):
            return
        if source.kind == "count":
            draft.counts = source.counts
        elif draft.scale > 1 and not _DEALS_IN_THINGS.search(
            self.text[max(0, draft.start - 40) : draft.start]
        ):  # a bare number without a scale word may count anything
            draft.kind, draft.unit = "money", source.unit


def _people(counts: str) -> bool:
    """Whether what is counted are people, of whom a toll may be told: no "houses"."""
    last = counts.partition(" of ")[0].rpartition(" ")[2].lower()
    return last in ("people", "men", "women", "children") or last.removesuffix("s") in person_nouns()


def _alike(one: Draft, other: Draft, times: float = _ALIKE) -> bool:
    """Whether two figures are near enough in size to be of the same thing."""
    first, second = abs(_middle(one)), abs(_middle(other))
    return bool(first and second and 1 / times <= second / first <= times)


def _middle(draft: Draft) -> float:
    """The value of a figure, or the middle of its range; 0 where it has none."""
    if isinstance(draft.value, (int, float)):
        return float(draft.value)
    return (draft.low + draft.high) / 2 if draft.low is not None and draft.high is not None else 0.0
