"""Whose a document is that is mentioned again: "said in a statement … the statement read", "a letter … it says"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.cues import possessor
from tui.analysis.reading import agent_of
from tui.analysis.subjects import lemma, speaker_of, verbs
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source

PUBLISHING = frozenset("issue release put send post give publish write sign read circulate make pen file".split())
"""What somebody does with a document of their own."""
RUNNING = frozenset("run go begin open end conclude continue".split())
"""What a note or a letter called "it" does with its words."""
_READ_OUT = frozenset("statement speech address remark declaration communique communiqué".split())
"""What somebody reads who has written it."""
_STUDIES = "report document paper study review audit"
_KINDS = (
    "statement release communique communiqué", "tweet post message thread", "blog post entry", "letter note missive",
    "email e-mail message", "memo memorandum note", "text message", "op-ed column essay editorial article piece",
    "filing lawsuit suit complaint claim motion affidavit", "caption post", "speech address remark",
    "flyer flier leaflet pamphlet handbill brochure poster", "notice alert advisory bulletin", "petition", _STUDIES,
)  # fmt: skip
"""Documents that people and bodies write in their own name; the words of a row may stand for each other."""
_FINDINGS = frozenset(_STUDIES.split())
"""Documents in which others than their writers have their say."""
_PAPERS = frozenset("white green working research discussion position policy briefing".split())
"""What tells a paper that somebody writes from a newspaper."""
_SPREADING = PUBLISHING | frozenset(
    "distribute hand mail email e-mail pass prepare draft author deliver compile".split()
)
"""What is done to a document by whose it is."""
_PUTTING_UP = frozenset("leave pin tape stick nail scrawl scribble write send post text drop slip hand".split())
"""What is done to a note or a letter by who wrote it, as a relative clause tells."""
_GOING = frozenset("go come arrive".split())
_OWN_PLACES = frozenset("website site blog page account feed channel newsletter".split())
"""Where people and bodies publish in their own name."""
_DEFINITE = frozenset(["the", "this", "that"])
_REACH = 16
"""Sentences back that a document counts."""


class _Written(NamedTuple):
    at: int
    """Index of the noun."""
    kind: str
    """The noun."""
    sentence: int
    """Index of its sentence."""
    owner: Source
    """Who wrote it."""


@cache
def _alike() -> dict[str, frozenset[str]]:
    """For each noun those that may stand for the same document."""
    found: dict[str, set[str]] = {}
    for row in _KINDS:
        for word in row.split():
            found.setdefault(word, set()).update(row.split())
    return {word: frozenset(others) for word, others in found.items()}


def _kind(noun: Token) -> str:
    """The noun, with what a hyphen parts from it: "op-ed", "e-mail"."""
    if noun.i > 1 and noun.nbor(-1).text == "-" and noun.lower_ in ("ed", "eds", "mail", "mails"):
        return f"{noun.nbor(-2).lower_}-{noun.lower_.rstrip('s')}"
    if noun.lower_ == "paper" and (not noun.i or noun.nbor(-1).lower_ not in _PAPERS):
        return "newspaper"
    return str(noun.lemma_.lower())


def host_of(preposition: Token) -> Token | None:
    """On whose pages something stands: "on Halden's website"; None where a preposition does not say that."""
    if preposition.lower_ not in ("on", "in", "to"):
        return None
    place = next((c for c in preposition.children if c.dep_ == "pobj" and c.lemma_.lower() in _OWN_PLACES), None)
    return next((c for c in place.lefts if c.dep_ == "poss"), None) if place is not None else None


def publishes(verb: Token, noun: Token) -> bool:
    """Whether a verb says that its object is a document of who does it; who reads a letter need not have written it."""
    if verb.lemma_ not in PUBLISHING:
        return False
    aloud = _kind(noun) in _READ_OUT or any(child.dep_ == "prt" for child in verb.rights)
    return verb.lemma_ != "read" or aloud


class Documents:
    """The documents of one text for which it says whose they are."""

    def __init__(self, reading: Reading) -> None:
        """Look for them outside of marks."""
        self._reading = reading
        self._written: list[_Written] = []
        for token in reading.tokens:
            kind = _kind(token)
            if token.pos_ != "NOUN" or kind not in _alike() or not reading.outside(token):
                continue
            owner = self._owner(token)
            if owner is not None:
                self._written.append(_Written(token.i, kind, reading.document.sentence_at(token.idx), owner))

    def author(self, head: Token) -> Source | None:
        """Who wrote what a definite noun for a document, or "it", points back to; None where the text does not say."""
        kind = _kind(head)
        points = head.lower_ == "it" or any(child.lower_ in _DEFINITE for child in head.children)
        if not points or (kind not in _alike() and head.lower_ != "it"):
            return None
        sentence = self._reading.document.sentence_at(head.idx)
        reach = 1 if head.lower_ == "it" else _REACH
        for place in range(bisect_left(self._written, head.i, key=lambda written: written.at) - 1, -1, -1):
            written = self._written[place]
            if written.owner.head.i == head.i:
                continue  # "In a notice, it said": whose that is stands before
            if sentence - written.sentence > reach:
                return None
            if head.lower_ == "it" or written.kind in _alike()[kind]:
                return written.owner
        return None

    def _owner(self, noun: Token) -> Source | None:
        reading = self._reading
        for verb in (*noun.rights, *noun.head.rights):  # "read out a note that a neighbour had left"
            behind = verb.dep_ in ("relcl", "ccomp", "acl") and verb.left_edge.i == noun.i + 1
            behind = behind and verb.left_edge.lower_ in ("that", "which")
            if behind and verb.lemma_ in _PUTTING_UP:
                return self._who_puts(verb)
        owner, writer = possessor(reading, noun), self._writer(noun) or self._spread_by(noun)
        if writer is not None and noun.lemma_.lower() in _FINDINGS and noun.head.lemma_ not in PUBLISHING:
            first = next((child.lower_ for child in noun.lefts if child.dep_ == "det"), "")
            writer = writer if first in ("a", "an") else None  # "Lee says in the report": it may be anybody's
        if noun.lemma_.lower() in _FINDINGS:
            # "a report by the company", whichever that is; "a paper on Halden's website"
            spread = self._spread_by(noun)
            found = (owner, spread.head if spread else None, writer.head if writer else None, self._host(noun))
            named = [o for o in found if o is not None and o.pos_ == "PROPN"]
            return reading.phrase(named[0]) if named else None
        if writer is not None and (owner is None or reading.is_person(writer.head)):
            return writer  # "Smith wrote in the firm's blog post"
        if owner is None or not (reading.can_speak(owner) or owner.tag_ == "PRP$"):
            return None
        return reading.phrase(owner)

    def _who_puts(self, verb: Token) -> Source | None:
        """Who left, sent or pinned up what a relative clause with `verb` is about; None where it does not say."""
        passive = any(child.dep_ == "auxpass" for child in verb.lefts)
        who = agent_of(verb) if passive else next((child for child in verb.children if child.dep_ == "nsubj"), None)
        speaks = who is not None and who.tag_ not in ("WDT", "WP")
        return self._reading.phrase(who) if who is not None and speaks else None

    def _host(self, noun: Token) -> Token | None:
        """On whose pages a document stands, as far as its sentence says so before another verb than "titled"."""
        end = self._reading.sentence(noun.idx).end
        for word in self._reading.outside_words(Span(noun.idx, min(end, noun.idx + 120))):
            if word.tag_ in FINITE and word.dep_ != "acl":
                return None
            host = host_of(word)
            if host is not None:
                return host
        return None

    def _writer(self, noun: Token) -> Source | None:
        """Who says something in a document, or publishes it."""
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ in ("in", "on", "via", "through"):
            verb = verb.head
            if lemma(verb) not in verbs():
                return None
        elif noun.dep_ != "dobj" or not publishes(verb, noun):
            return None
        if verb.pos_ not in ("VERB", "AUX") or not self._reading.outside(verb):
            return None
        source, _ = speaker_of(self._reading, verb)
        if source is None or source.head.i == noun.i:
            return None
        return source if self._reading.can_speak(source.head) or source.head.lower_ == "it" else None

    def _spread_by(self, noun: Token) -> Source | None:
        """Who hands out, signs or sends a document: "flyers handed out by the club", "letters went out from it"."""
        verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
        spread = verb if verb is not None and verb.lemma_ in _SPREADING and noun.dep_ == "nsubjpass" else None
        spread = spread or next((c for c in noun.rights if c.dep_ == "acl" and c.lemma_ in _SPREADING), None)
        links = {"by"}
        if spread is None and verb is not None and verb.lemma_ in _GOING:
            spread, links = verb, {"by", "from"}
        if spread is None or not self._reading.outside(spread):
            return None
        for word in self._reading.outside_words(Span(spread.idx, self._reading.sentence(noun.idx).end)):
            if word.lower_ in links and word.dep_ in ("agent", "prep"):
                who = next((c for c in word.children if c.dep_ == "pobj"), None)
                if who is None or not self._reading.can_speak(who):
                    return None
                return self._reading.phrase(
                    next((c for c in who.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), who)
                )
            if word.tag_ in FINITE and word.i != spread.i:
                return None
        return None
