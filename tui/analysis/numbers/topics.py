"""What an amount is of, where a word right beside it says so, and what befell the people whom a figure counts.

"a fine of £2,500" is of a fine, "a 30-acre depot" of a depot, not of whoever the sentence speaks about. Tolls of one
event are what fact-checkers compare, so the figure keeps whether its people were killed, hurt, missing or held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.groups import magnitude, strong
from tui.analysis.numbers.lexicon import table
from tui.domain.tolls import FATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

    from tui.analysis.numbers.context import Context
    from tui.analysis.numbers.draft import Draft

_EMPTY = frozenset(
    "average total maximum minimum high low more less excess amount number rest worth out course lot because most one"
    " some all none record equivalent tune region area".split()
)
"""Nouns before "of" that say nothing of what the amount is."""
_FATE_OF = {lemma: fate for fate, lemmas in FATES.items() for lemma in lemmas}
_SUFFERED = frozenset("die perish drown".split())
"""Verbs whose subject is who they befell: "twelve died"."""
_OPEN = frozenset("could may might would will can should shall if unless".split())
"""What makes a deed no fact: "could kill 300 people"."""
_TOLD = re.compile(
    r"\s+(?:others\s+|more\s+)?(?P<fate>dead|killed|injured|wounded|hurt|missing|arrested|detained|evacuated|displaced"
    r"|infected)\b(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|or|in|at|on|by|after|when|as|since|while|including|near|so|with)\b)"
)
"""A fate right after a figure that stands for the people themselves: "and around 120 injured"."""
_HELD = frozenset("keep hold leave set fix put peg maintain estimate price value".split())
"""Verbs that put their object at a figure: "left its rate at 2 percent"."""
_LONG = re.compile(r"\s(?:long|wide|high|tall|deep|thick|across|away|off)\s?[,.;]")
_MODIFIED = re.compile(r"[\s-]")
_ELSEWHERE = re.compile(r"\s+(?:in|at|near|around|outside|from)\s+(?:[A-Z]|\d{4})")
_YEAR = re.compile(r"(?<![\w.,$£€])(?:19|20)\d\d(?!\w|[.,]\d)")


def parted(counts: str) -> tuple[str, str | None]:
    """What is counted and what befell it, where its last word says so: "soldiers killed"."""
    thing, _, last = counts.rpartition(" ")
    fate = _FATE_OF.get(last.lower())
    return (thing, fate) if thing and fate else (counts, None)


class Topics:
    """Reads what stands beside the figures of one document."""

    def __init__(self, text: str, context: Context, sentence: Callable[[int], tuple[int, int]]) -> None:
        """`context` is the model's reading of `text`, `sentence` gives where the sentence of an offset stands."""
        self.text = text
        self.context = context
        self.sentence = sentence
        self._fates: dict[int, str | None] = {}
        self._states: dict[int, str | None] = {}
        self._fears: dict[int, bool] = {}
        self._older: dict[int, bool] = {}
        self.latest = max((match.group() for match in _YEAR.finditer(text)), default="")

    @property
    def _doc(self) -> Doc:
        return self.context.doc

    def about(self, draft: Draft) -> str | None:
        """The noun that has the amount after its "of", or that the amount stands before as an adjective."""
        bare = draft.kind == "count" and draft.unit is None and draft.counts is None
        if draft.kind == "count" and draft.unit is None and magnitude(self.text, draft):
            draft.counts = None
            return "magnitude"
        if bare and (at := strong(self.text, draft)):
            group = self.context.noun_after(draft, at)
            return self.context.text(group[0]) if group else None
        if draft.kind not in ("money", "quantity", "duration", "percent", "temperature") and not bare:
            return None
        if draft.kind == "duration" and self.text.startswith(" of ", draft.end):  # "the toll of 15 months of war"
            return None
        if draft.kind == "quantity" and (described := self._measured(draft)):
            return described
        before = self._noun_of(draft)
        if before is not None:
            return self._left(before)
        priced = draft.kind == "money" and draft.counts is None and draft.per is None
        if draft.adjectival or priced or self._before_noun(draft):
            end = draft.end + 5 * self.text.startswith("-long ", draft.end)  # "a two-month-long trip"
            found = self.context.noun_after(draft, end) if _MODIFIED.match(self.text, draft.end) else None
            if found and not found[0][0].whitespace_ and found[0][-1].text == "-":
                return None
            if found and self.text[draft.end : draft.end + 4] != " of " and found[1].ent_type_ not in ("DATE", "TIME"):
                return self.context.text(found[0])
        return None

    def _measured(self, draft: Draft) -> str | None:
        """What a measure set off behind its noun is of: "the bypass, 4.5 miles long, will open"."""
        at = self.context.at(draft.start) - 1
        if (
            at < 1
            or self._doc[at].text != ","
            or self._doc[at - 1].pos_ != "NOUN"
            or not _LONG.match(self.text, draft.end)
        ):
            return None
        return self._left(self._doc[at - 1])

    def _before_noun(self, draft: Draft) -> bool:
        """Whether a measure in the singular stands before a noun without a hyphen: "a 20 kilometre fire line"."""
        if draft.kind != "quantity" or draft.counts or draft.per or draft.value == 1:
            return False
        unit = self._last(draft)
        return unit.tag_ == "NN" and unit.dep_ in ("compound", "nmod") and len(unit) > 3 and unit.i < unit.head.i

    def _noun_of(self, draft: Draft) -> Token | None:
        """The noun in "noun of amount" right before the figure."""
        at = self.context.at(draft.start) - 1
        if at < 1 or self._doc[at].lower_ != "of" or at >= len(self._doc):
            return None
        noun = self._doc[at - 1]
        named = noun.pos_ == "NOUN" or noun.is_sent_start
        return noun if named and noun.is_alpha and noun.lower_ not in _EMPTY else None

    def _left(self, noun: Token) -> str:
        """A noun with the adjectives and nouns before it: "annual profit"."""
        first = noun.i
        while first > noun.sent.start and noun.i - first < 3 and self._doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            first -= 1
        while first - 2 > noun.sent.start and self._doc[first - 1].text == "-" and not self._doc[first - 2].whitespace_:
            first -= 2  # "after-tax earnings"
        return self.context.text(list(self._doc[first : noun.i + 1]))

    def changed(self, draft: Draft) -> str | None:
        """What a verb of change has for its object where the figure says by or to how much: "cut its rate by 2%".

        "" where that is said by a pronoun or is no noun: the subject is not what the figure is of.
        """
        token = self._token(max(draft.core[0], draft.core[1] - 1)) if draft.per else self._last(draft)
        for _ in range(5):
            if token.lower_ == "of" and token.head.lower_ in _EMPTY:  # "to a low of 1.5 percent"
                token = token.head
                continue
            stacked = token.dep_ == token.head.dep_ == "prep"  # "by $1 to $8": one hangs on the other
            ends = token.dep_ in ("prep", "ROOT") or token.head is token or token.pos_ in ("VERB", "AUX")
            if ends and not stacked:
                break
            token = token.head
        if token.dep_ != "prep" or token.lower_ not in ("by", "to", "from", "at"):
            return None
        verb = token.head
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in _HELD and verb.head.pos_ == "NOUN":
            return self._left(verb.head)  # "a fortune valued at $30 billion"
        if verb.dep_ == "dobj":
            verb = verb.head
        if verb.pos_ != "VERB" or verb.i > token.i:
            return None
        held = token.lower_ == "at" and verb.lemma_.lower() in _HELD
        lessened = token.lower_ == "by" and draft.kind == "percent"  # whatever the verb: "dilute its stake by 5%"
        if not held and not lessened and (token.lower_ == "at" or verb.lower_ not in table("numbers_changes.txt")):
            return None
        thing = next((child for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < token.i), None)
        if thing is None:
            return None
        if thing.pos_ != "NOUN":
            return ""
        return self.context.phrase(thing) if thing.right_edge.i < token.i else self._left(thing)

    def near_subject(self, draft: Draft) -> bool:
        """Whether a measure belongs to its clause's subject ("is 90 feet high", "covers 10 acres")."""
        if draft.kind != "quantity" or draft.bound in ("up", "down"):
            return True
        token = self._last(draft)
        for _ in range(3):
            if token.pos_ in ("VERB", "AUX"):
                return True
            if token.dep_ in ("pobj", "conj", "appos") and token.head.dep_ == "prep" and token.head.lower_ in _PLACING:
                return False
            if token.head is token:
                return True
            token = token.head
        return token.pos_ in ("VERB", "AUX", "ADJ")

    def told(self, draft: Draft) -> bool:
        """Whether a bare number stands for the people whom a fate befell: "killed 30", "12 died", "8 dead"."""
        if draft.kind != "count" or draft.unit or draft.counts:
            return False
        noun = self._noun(draft)
        lemma = noun.head.lemma_.lower()
        return bool(_TOLD.match(self.text, draft.end)) or (
            (noun.dep_ in ("nsubjpass", "dobj") and (lemma in _FATE_OF or noun.head.lower_ in _FATE_OF))
            or (noun.dep_ == "nsubj" and self._suffered(noun.head, noun))
        )

    def _suffered(self, verb: Token, noun: Token) -> bool:
        """Whether a verb says what befell its subject: "twelve died", "26 are missing"."""
        lemma = verb.lemma_.lower()
        return lemma in _SUFFERED or verb.lower_ == "missing" or (lemma == "be" and bool(self._state(verb, noun)))

    def names_fate(self, draft: Draft) -> bool:
        """Whether the word after a figure is the fate of its people and no part of what it counts."""
        return draft.kind == "count" and draft.unit is None and bool(_TOLD.match(self.text, draft.end))

    def fate(self, draft: Draft) -> str | None:
        """What befell the people that a count counts, where it is told as a fact of the article's own time."""
        bare = self.told(draft)
        beyond = draft.end + len(draft.counts or "") + bool(draft.counts)
        if draft.kind != "count" or not (draft.counts or bare) or _ELSEWHERE.match(self.text, beyond):
            return None
        if self._of_another_year(*self.sentence(draft.start)):
            return None
        noun = self._noun(draft)
        if bare and (match := _TOLD.match(self.text, draft.end)):
            return None if self._feared(noun.head) else self._deed(self._token(match.start("fate")))
        if noun.i not in self._fates:
            described = (child for child in noun.children if child.dep_ in ("acl", "amod", "acomp"))
            found = next((self._deed(child) for child in described if self._deed(child)), None)
            verb = noun.head
            acts = noun.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in verb.children)
            if found is None and noun.dep_ in ("nsubj", "nsubjpass", "dobj") and not acts:
                left = noun.dep_ == "nsubj" or verb.lemma_.lower() == "leave"
                found = self._deed(verb) or (self._state(verb, noun) if left else None)
            self._fates[noun.i] = found
        return self._fates[noun.i]

    def _token(self, offset: int) -> Token:
        """The word at a code point, or the last of all behind them."""
        return self._doc[min(self.context.at(offset), len(self._doc) - 1)]

    def _last(self, draft: Draft) -> Token:
        """The last word of a figure with its unit."""
        return self._token(max(draft.core[0], draft.end - 1))

    def _noun(self, draft: Draft) -> Token:
        """The noun that a figure belongs to, or the figure itself where it stands for one."""
        token = self._token(draft.core[0])
        return token.head if token.dep_ in ("nummod", "amod", "quantmod", "compound") else token

    def _of_another_year(self, start: int, end: int) -> bool:
        """Whether a sentence names a year that is not the latest of the document: it tells of another event."""
        if start not in self._older:
            years = _YEAR.finditer(self.text, start, end)
            self._older[start] = any(match.group() != self.latest for match in years)
        return self._older[start]

    def _deed(self, word: Token) -> str | None:
        """The fate that a word tells, unless it is only feared: "could kill"."""
        fate = _FATE_OF.get(word.lemma_.lower()) or _FATE_OF.get(word.lower_)
        return fate if fate and not self._feared(word) and not self._feared(word.head) else None

    def _state(self, verb: Token, noun: Token) -> str | None:
        """The fate in "58 people were dead", "left 80 people dead"."""
        if verb.i not in self._states:
            after = max(verb.i, noun.i)
            told = (child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd") and child.i > after)
            self._states[verb.i] = next((self._deed(child) for child in told if self._deed(child)), None)
        return self._states[verb.i]

    def _feared(self, verb: Token) -> bool:
        if verb.i not in self._fears:
            self._fears[verb.i] = any(child.lower_ in _OPEN for child in verb.children)
        return self._fears[verb.i]


_PLACING = frozenset("on at in for with from to by over across near of".split())
