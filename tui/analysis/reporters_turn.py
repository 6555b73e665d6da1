"""Where a sentence goes on from what somebody said to what they did, left unsaid or stirred up by it.

"The board said the pier was unsafe | but gave no details"; "he said it was over | , which raised concerns".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.cues import negated_verb
from tui.analysis.subjects import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVING = frozenset("give offer provide release share cite present produce".split())
_DETAILS = frozenset(
    "detail comment evidence proof reason explanation indication example specific date timeline timetable figure "
    "elaboration name information answer".split()
)
_TELLING = frozenset(
    "elaborate comment specify say explain suggest identify disclose reveal confirm clarify mention answer speculate "
    "expand commit".split()
)
_REFUSING = frozenset("decline refuse".split())
_BEYOND = frozenset("beyond further".split())
_STIRRING = frozenset("raise draw spark prompt provoke trigger fuel stoke elicit".split())
_STIRRED = frozenset(
    "concern fear alarm anger fury outrage criticism debate question complaint laughter applause rebuke reply response "
    "reaction backlash speculation protest cheer boo ire condemnation praise outcry eyebrow hope row".split()
)
_WAITING = frozenset("speculation uncertainty debate doubt wrangling negotiation talk delay silence dispute".split())
"""What people are in for months, and what somebody's words end."""
_SPELLS = frozenset("minute hour day week month year decade".split())
_DOING = frozenset("put hand share launch cancel file appoint hire sack boycott suspend ban sue post spike".split())
"""What people and bodies do, not the things that they speak of."""
_IN_PLACE = frozenset("place action motion effect practice".split())
_THINGS = frozenset("it there this that".split())


def turns(root: Token, stop: int) -> Token | None:
    """The first word, before the token `stop`, of what is no longer said, with no link before it; None if all is said.

    `root`: the verb of what is said.
    """
    for word in root.doc[root.i + 1 : stop]:
        if word.pos_ not in ("VERB", "AUX"):
            continue
        joined = word.dep_ == "conj" or (word.dep_ == "dep" and word.tag_ == "VBD")
        if joined and word.head.i in (root.i, root.head.i) and _reporters(word, root):
            return next((left for left in word.lefts if left.i > root.i), word).left_edge
        if word.dep_ in ("relcl", "advcl", "ccomp", "acl") and _stirs(word):
            first = word.left_edge if word.left_edge.i > root.i else word
            if first.nbor(-1).text == ",":
                return first
    return None


def _subject(verb: Token) -> Token | None:
    return next((left for left in verb.lefts if left.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None)


def _reporters(verb: Token, root: Token) -> bool:
    subject = _subject(verb)
    if subject is not None and subject.tag_ == "WP":
        return verb.head.i == root.head.i  # "a nurse who said it was late, and who asked for tea"
    if subject is not None and subject.lower_ not in ("he", "she", "they", "it"):
        return False
    return _keeps_back(verb) or (subject is None and (_does(verb, root) or _of_another_form(verb, root)))


def _of_another_form(verb: Token, root: Token) -> bool:
    """Whether a past verb is joined to a form that it cannot go with.

    "proposed selling it and even wrote to a buyer"; "said it would close and apologised".
    """
    if verb.tag_ != "VBD" or any(left.dep_ in ("aux", "auxpass") for left in verb.lefts):
        return False
    if root.tag_ == "VB" and any(left.tag_ == "MD" for left in root.lefts):
        return root.head.tag_ == "VBD"
    infinitive = root.tag_ == "VB" and any(left.tag_ == "TO" for left in root.lefts)
    return (root.tag_ == "VBG" or infinitive) and _subject(root) is None


def _keeps_back(verb: Token) -> bool:
    """Whether a verb says what was not told: "gave no details", "would not go beyond that"."""
    base = lemma(verb)
    if base in _REFUSING:
        return any(child.dep_ == "xcomp" and lemma(child) in _TELLING for child in verb.rights)
    if base in _GIVING:
        things = [child for child in verb.rights if child.dep_ == "dobj" and child.lemma_.lower() in _DETAILS]
        return any(negated_verb(verb) or any(c.lower_ in ("no", "few", "little") for c in t.lefts) for t in things)
    if not negated_verb(verb):
        return False
    if base == "go":
        return any(child.lower_ in _BEYOND for child in verb.rights)
    return base in _TELLING


def _does(verb: Token, root: Token) -> bool:
    """Whether a verb in the past tells a deed of who spoke: "said it was unsafe and put a plan in place"."""
    subject = _subject(root)
    if verb.tag_ != "VBD" or subject is None or lemma(verb) not in _DOING:
        return False
    if subject.pos_ == "PROPN" or (subject.pos_ == "PRON" and subject.lower_ not in _THINGS):
        return False
    if lemma(verb) == "put":
        places = (child for child in verb.subtree if child.dep_ == "pobj")
        return any(place.lower_ in _IN_PLACE for place in places)
    return any(child.dep_ == "dobj" for child in verb.rights)


def _long_wait(noun: Token) -> bool:
    """Whether something lasted long that words can end: "months of speculation", "a year of doubt"."""
    if noun.lemma_.lower() not in _SPELLS:
        return False
    of = (child for child in noun.rights if child.lower_ == "of")
    return any(thing.lemma_.lower() in _WAITING for child in of for thing in child.rights)


def _stirs(verb: Token) -> bool:
    """Whether a clause tells what came of the words: ", which raised concerns", ", drawing applause"."""
    if verb.tag_ not in ("VBD", "VBG"):
        return False
    if lemma(verb) == "end":
        return any(child.dep_ == "dobj" and _long_wait(child) for child in verb.rights)
    if lemma(verb) not in _STIRRING:
        return False
    subject = _subject(verb)
    if verb.tag_ == "VBD" and (subject is None or subject.lower_ != "which"):
        return False
    return any(child.dep_ == "dobj" and child.lemma_.lower() in _STIRRED for child in verb.rights)
