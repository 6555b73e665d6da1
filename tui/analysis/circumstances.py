"""What the reporter adds behind what was said: what went on meanwhile, why it was said then, who denies it.

"said three barns had burnt | , as flames shot up behind her"; "said it would close two mills | , after orders fell".
What the speaker may have said as well is left to them: a background clause is, as readers of news take it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.deeds import is_thing
from tui.analysis.subjects import lemma
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_WATCHING = frozenset("watch look listen cheer applaud clap boo jeer chant weep nod heckle groan gasp whistle".split())
"""What those do who hear somebody speak."""
_BESIDE = frozenset("behind around beside above near past outside before".split())
_THEM = frozenset(["him", "her", "them"])
_BODY_OPENS = frozenset("his her their a tears".split())
_OF_BODY = frozenset("voice eye hand head arm tear face fist lip shoulder finger cheek".split())
_SPEAKING = frozenset("speak stand sit point gesture shake smile nod laugh weep".split())
"""What people do while they speak, and things do not."""
_ON_WORDS = frozenset("refer allude echo contradict cite quote paraphrase invoke reverse repeat underscore".split())
"""What whoever speaks does by their words."""
_AHEAD = frozenset(["will", "would", "wo", "’ll", "'ll", "can", "may"])
_DISPUTING = frozenset("deny dispute reject contest refute denounce dismiss challenge rebut".split())
_CLAIMS = frozenset(
    "claim charge allegation accusation assertion suggestion argument contention statement view comment idea".split()
)
_SPELLS = frozenset("minute hour day week month year moment second".split())


def before_circumstance(reading: Reading, cue: Cue, span: Span) -> int:
    """Where what is said ends, if the reporter goes on behind a comma; the end of `span` where all may be said.

    `span`: what is said behind `cue`.
    """
    root = _root(reading, cue, span)
    if root is None or span.start < cue.end():
        return span.end
    words, beyond = reading.words(span), _beyond(reading, span)
    for number, comma in enumerate(words[:-1]):
        if comma.text != "," or comma.i < root.i or not reading.outside(comma):
            continue
        tail = words[number + 1 :] + beyond
        if len(tail) > 1 and all(reading.outside(word) for word in tail) and _is_reporters(reading, cue, root, tail):
            return comma.idx
    return span.end


def _beyond(reading: Reading, span: Span) -> list[Token]:
    """The words straight behind `span` up to the next comma or stop, where a clause of the reporter's was cut there."""
    words = reading.words(Span(span.end, reading.sentence(span.start).end))
    return words[: next((number for number, word in enumerate(words) if word.is_punct), len(words))]


def _root(reading: Reading, cue: Cue, span: Span) -> Token | None:
    """The verb of what is said."""
    for word in reading.words(span):
        if word.pos_ in ("VERB", "AUX") and not span.start <= word.head.idx < span.end:
            return word
    return None


def _is_reporters(reading: Reading, cue: Cue, root: Token, tail: list[Token]) -> bool:
    first = tail[0]
    if cue.form == "relative" and first.lower_ in ("and", "but") and tail[1].lower_ == "who":
        return not any(word.lower_ == "who" for word in root.doc[root.left_edge.i : first.i])
    if first.lower_ in _BODY_OPENS and _of_the_body(tail):
        return True
    if _disputed(tail):
        return True
    verb = _verb(tail)
    if verb is None:
        return _is_claim(first, tail)
    if verb.i != first.i and not _has_all(verb, tail):
        return False
    if verb.tag_ == "VBG":
        return _is_aside(reading, root, first, verb)
    if first.lower_ in ("as", "while"):
        return _is_scene(reading, root, verb, tail)
    return _why_then(cue, root, tail, verb)


def _of_the_body(tail: list[Token]) -> bool:
    """Whether a tail like "his voice shaking" shows the speaker."""
    noun = next((word for word in tail[:3] if word.tag_ in ("NN", "NNS")), None)
    if noun is None or noun.lemma_.lower() not in _OF_BODY or any(word.tag_ in FINITE for word in tail):
        return False
    after = tail[noun.i - tail[0].i + 1 :]
    return bool(after) and (after[0].tag_ in ("VBG", "VBN") or after[0].pos_ == "ADP")


def _verb(tail: list[Token]) -> Token | None:
    """The verb of the clause that opens a tail: behind "as", "which" or "after", or a participle."""
    first = tail[0]
    if first.tag_ == "VBG":
        return first
    if first.lower_ == "with":
        # "with dozens cheering", "with dozens of captains cheering"
        return next((word for word in tail[1:9] if word.tag_ == "VBG" and word.dep_ in ("pcomp", "acl")), None)
    for word in tail[:6]:
        link = word.dep_ == "mark" or word.tag_ in ("WDT", "WP") or word.lower_ == "after"
        if link and word.head.pos_ in ("VERB", "AUX") and word.head.i > word.i:
            return word.head
        if word.pos_ in ("VERB", "AUX"):
            return None
    return None


def _has_all(verb: Token, tail: list[Token]) -> bool:
    """Whether a clause reaches to the end of the tail."""
    last = next(word for word in reversed(tail) if not word.is_punct)
    return verb.right_edge.i >= last.i


def _finite(verb: Token) -> Token | None:
    """The word of a clause that tells its time."""
    return next((w for w in (*verb.lefts, verb) if w.tag_ in FINITE and w.dep_ in ("aux", "auxpass", verb.dep_)), None)


def _is_claim(first: Token, tail: list[Token]) -> bool:
    """Whether a tail calls what was said a claim: "a charge that the landlord rejects"."""
    if first.pos_ != "DET":
        return False
    noun = first.head
    return noun.lemma_.lower() in _CLAIMS and any(
        child.dep_ == "relcl" and child.i <= tail[-1].i and child.lemma_.lower() in (*_DISPUTING, "make")
        for child in noun.rights
    )


def _disputed(tail: list[Token]) -> bool:
    """Whether others deny what was said: ", which the landlord denies"."""
    last = next(word for word in reversed(tail) if not word.is_punct)
    return tail[0].lower_ == "which" and tail[0].dep_ != "nsubj" and lemma(last) in _DISPUTING


def _is_scene(reading: Reading, root: Token, verb: Token, tail: list[Token]) -> bool:
    """Whether a clause tells what went on around the speaker: ", as residents looked on"."""
    subject = next((left for left in verb.lefts if left.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in ("VBD", "VBN") or any(left.dep_ == "aux" for left in verb.lefts):
        return False
    if verb.lemma_.lower() in _WATCHING:
        return not reading.is_person(subject) and subject.tag_ == "NNS"
    if any(_is_one(reading, word) for word in root.doc[root.left_edge.i : tail[0].i]):
        return False
    return any(word.lower_ in _THEM and word.nbor(-1).lower_ in _BESIDE for word in tail)


def _is_one(reading: Reading, word: Token) -> bool:
    """Whether a word may be whoever a later "him" or "her" is."""
    if word.tag_ == "PRP":
        return word.lower_ not in ("it", "we", "i", "you")
    return word.pos_ in ("NOUN", "PROPN") and (word.ent_type_ == "PERSON" or reading.can_speak(word))


def _is_aside(reading: Reading, root: Token, first: Token, verb: Token) -> bool:
    """Whether a participle tells what the speaker did, or others: ", pointing at the sea", ", with many cheering"."""
    base = verb.lemma_.lower()
    if first.lower_ == "with":
        return base in _WATCHING
    if base in _ON_WORDS:
        return True
    subject = next((left for left in root.lefts if left.dep_ in ("nsubj", "nsubjpass")), None)
    return base in _SPEAKING and subject is not None and is_thing(reading, subject)


def _why_then(cue: Cue, root: Token, tail: list[Token], verb: Token) -> bool:
    """Whether a tail tells what had happened before something was promised or foretold: ", hours after he resigned"."""
    before = [word for word in tail if word.i < verb.i]
    after = next((n for n, word in enumerate(before) if word.lower_ == "after"), None)
    if after is None or any(w.pos_ not in ("DET", "ADJ", "NUM", "NOUN", "ADV") for w in before[:after]):
        return False
    if after and before[after - 1].lemma_.lower() not in (*_SPELLS, "just", "only", "shortly", "soon", "long"):
        return False
    past, ahead = _finite(verb), _finite(root)
    if past is None or past.tag_ != "VBD":
        return False
    if ahead is None or ahead.lower_ in _AHEAD:
        return True
    return ahead.tag_ in ("VBZ", "VBP") and cue.token.tag_ == "VBD"
