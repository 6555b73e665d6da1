"""The words that say that somebody speaks: verbs, phrases and nouns of communication, each with its speaker.

Verbs and the frames they take are data (`vocabulary/communication_*.txt`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.lexicon import rows
from tui.analysis.subjects import lemma, noun_after, speaker_of, verbs
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source
    from tui.analysis.subjects import Form


@dataclass(frozen=True, slots=True)
class Cue:
    """One place where the text says that somebody speaks."""

    token: Token
    """The verb, the noun, or the first word of the phrase."""
    span: Span
    """The words of saying: "said", "went on to say", "according to"."""
    frames: str
    """What it takes, a letter each: see `vocabulary/communication_verbs.txt`."""
    source: Source | None
    """Who speaks; None where nobody is named."""
    form: Form
    """How the speaker was found."""

    def start(self) -> int:
        """Where the cue, or its speaker if that stands before it, begins."""
        return min(self.span.start, self.source.span.start) if self.source else self.span.start

    def voice(self) -> int:
        """Where the reporter takes the word for it: at the cue, or at a speaker named for this cue alone."""
        return self.span.start if self.form in ("shared", "relative", "noun") else self.start()

    def end(self) -> int:
        """Where the cue, or its speaker if that stands after it, ends."""
        return max(self.span.end, self.source.span.end) if self.source else self.span.end


@cache
def phrases() -> dict[str, list[tuple[list[str], str]]]:
    """For each verb that becomes one of communication with other words: those words and the frames."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, frames in rows("communication_phrases"):
        verb, *rest = phrase.split()
        found.setdefault(verb, []).append((rest, frames))
    return found


_ACCORDING = {
    ("according", "to"), ("in", "the", "words", "of"), ("as", "per"), ("in", "the", "opinion", "of"),
    ("in", "the", "view", "of"), ("to", "quote"), ("courtesy", "of"), ("per",), ("in", "the", "eyes", "of"),
}  # fmt: skip
_IN_WORDS = frozenset(["words", "telling", "view", "opinion", "eyes", "phrase"])
"""What somebody has of whom it is said that it is so "in their words"."""
_PHRASE_STARTS = frozenset(phrase[0] for phrase in _ACCORDING)
_IN_COMPOUND = re.compile(r"-[a-z]")
"""What goes on a word of which a verb is only a part: "told-you-so"."""
_BESIDE_VERB = frozenset(["AUX", "PART", "ADV", "PUNCT"])
_MODAL_NEGATION = frozenset(("not", "n't", "n’t", "never"))


_ANSWERING = frozenset(["reply", "respond", "answer", "comment"])
_NOBODY = frozenset(["none", "nobody", "neither"])


def is_nobody(head: Token) -> bool:
    """Whether a subject says that there is none: "None of them replied"."""
    return head.lower_ in _NOBODY or (head.lower_ == "one" and any(child.lower_ == "no" for child in head.lefts))


def find_cues(reading: Reading) -> list[Cue]:
    """All cues outside quotation marks, in the order of the text."""
    found: list[Cue] = []
    known, with_words = verbs(), phrases()
    for index, token in enumerate(reading.tokens):
        if reading.inside[index] >= 0:
            continue
        tag = token.tag_
        if token.lower_ in _PHRASE_STARTS:
            cue = _according(reading, token) or _in_words(reading, token)
            if cue:
                found.append(cue)
                continue
        if tag[:2] == "VB" or (tag[:2] in ("NN", "JJ") and token.dep_ == "ROOT"):
            cue = _verb(reading, token, known, with_words)
            if cue and not _IN_COMPOUND.match(reading.text, token.idx + len(token)):
                found.append(cue)
    found.sort(key=lambda c: c.span.start)
    return found


def _verb(
    reading: Reading, token: Token, known: dict[str, str], with_words: dict[str, list[tuple[list[str], str]]]
) -> Cue | None:
    base = lemma(token)
    frames = known.get(base, "")
    first = last = token
    if base in with_words:
        for rest, phrase_frames in with_words[base]:
            places = _following(reading, token, rest)
            if places is not None:
                apart = rest[0] == "like" or rest == ["to", "know"]  # not what the verb alone would be
                frames = phrase_frames if apart else "".join(dict.fromkeys(phrase_frames + frames))
                if places and places[-1].i - token.i <= 4:
                    last = places[-1]
                break
    # “…,” added goalkeeper Ann Lee: behind a quote a participle before a name is the verb
    behind = token.i > 0 and reading.inside[token.i - 1] >= 0 and token.tag_ in ("VBD", "VBN") and "q" in frames
    if not frames or (token.dep_ in ("amod", "compound", "aux", "auxpass") and not behind):
        return None
    if token.tag_[:2] != "VB" and "q" not in frames:
        return None
    if base == "relate" and token.i + 1 < len(reading.tokens) and reading.tokens[token.i + 1].lower_ == "to":
        return None  # "none of them related to the harbour"
    source, form = speaker_of(reading, token)
    if source is not None and base in _ANSWERING and is_nobody(source.head):
        return None
    source = source if source is None or _is_noun_phrase(source) else None
    # "went on to say", "was quoted as saying": the phrase begins where the verb it hangs on does
    head = token.head
    if token.dep_ in ("xcomp", "pcomp") and reading.outside(head) and 0 < token.i - head.i <= 4:
        first = head if head.dep_ != "prep" else head.head if token.i - head.head.i <= 4 else head
        if first.i > token.i or not reading.outside(first):
            first = token
    first = _with_denial(reading, first, token)
    return Cue(token, Span(first.idx, last.idx + len(last)), frames, source, form)


def _is_noun_phrase(source: Source) -> bool:
    """Whether words can stand for a speaker by what they are: no verb without an article that the parser misplaces."""
    head = source.head
    if head.tag_[:2] != "VB" or not head.is_lower or head.ent_type_:
        return True
    return any(left.dep_ in ("det", "poss", "amod", "compound", "nummod") for left in head.lefts)


def _with_denial(reading: Reading, first: Token, verb: Token) -> Token:
    """Where a cue begins that says what was not said: "did not say", "neither confirmed nor denied".

    `first`: its first word without that.
    """
    for token in dict.fromkeys((first, verb)):
        if token.dep_ == "conj" and token.i - token.head.i < 4:
            either = next((left for left in token.head.lefts if left.lower_ == "neither"), None)
            if either is not None and either.i == token.head.i - 1 and reading.outside(either):
                return either
        if not negated_verb(token):
            continue
        helpers = [left for left in token.lefts if left.dep_ in ("aux", "auxpass", "neg") or left.pos_ == "AUX"]
        index = token.i - 1
        while index > token.i - 6 and any(left.i <= index <= left.right_edge.i for left in token.lefts):
            if not (reading.outside(reading.tokens[index]) and reading.tokens[index].pos_ in _BESIDE_VERB):
                break
            index -= 1
        start = next((left for left in helpers if index < left.i <= first.i), None)
        if start is not None:
            return start
    return first


def _following(reading: Reading, token: Token, words: list[str]) -> list[Token] | None:
    """The tokens that match `words` in order within the six words after `token` and its clause, or None."""
    places: list[Token] = []
    wanted = list(words)
    for index in range(token.i + 1, min(token.i + 7, len(reading.tokens))):
        candidate = reading.tokens[index]
        if reading.inside[index] >= 0 or candidate.is_sent_start or candidate.text in ",;:.":
            break
        if candidate.lower_ == wanted[0] or candidate.lemma_ == wanted[0]:
            places.append(candidate)
            wanted.pop(0)
            if not wanted:
                return places
    return None


def _according(reading: Reading, token: Token) -> Cue | None:
    """ "according to X" and its like."""
    tokens = reading.tokens
    for phrase in _ACCORDING:
        if token.lower_ != phrase[0]:
            continue
        end = token.i + len(phrase)
        if end >= len(tokens) or any(tokens[token.i + n].lower_ != word for n, word in enumerate(phrase)):
            continue
        if phrase == ("per",) and not _is_source_per(tokens, token):
            continue
        last = tokens[end - 1]
        head = next((child for child in last.children if child.dep_ == "pobj"), None) or noun_after(reading, end)
        if head is None or not reading.outside(head) or head.ent_type_ in ("DATE", "TIME", "PERCENT", "QUANTITY"):
            return None
        source = reading.phrase(head)
        return Cue(token, Span(token.idx, last.idx + len(last)), "qcop", source, "phrase")
    return None


def _in_words(reading: Reading, token: Token) -> Cue | None:
    """ "in X's words", "in his own words"."""
    if token.lower_ != "in":
        return None
    for index in range(token.i + 2, min(token.i + 9, len(reading.tokens))):
        words = reading.tokens[index]
        if reading.inside[index] >= 0 or words.is_punct:
            return None
        if words.lower_ in _IN_WORDS and words.head.i == token.i:
            owner = possessor(reading, words)
            if owner is None or owner.i > index:
                return None
            return Cue(token, Span(words.idx, words.idx + len(words)), "q", reading.phrase(owner), "phrase")
    return None


def _is_source_per(tokens: list[Token], token: Token) -> bool:
    """ "Per Smith, …" or "…, per the report", but not "a day" and "per cent"."""
    following = tokens[token.i + 1]
    opens = token.is_sent_start or tokens[token.i - 1].text in (",", "(", "”", '"')
    return opens and (following.ent_type_ in ("PERSON", "ORG") or following.lower_ == "the")


def is_speech(frames: str) -> bool:
    """Whether a verb with these frames is one of speech rather than of attitude or manner."""
    return bool(frames) and "a" not in frames and bool(set(frames) & set("qcnoirwg"))


def reports_itself(cue: Cue, by_token: dict[int, Cue]) -> bool:
    """Whether a cue is the reporter's own, not part of what another one says was said."""
    token = cue.token
    while token.head.i != token.i:
        relation, token = token.dep_, token.head
        other = by_token.get(token.i)
        if relation == "ccomp" and other is not None and other.source is not None and is_speech(other.frames):
            return token.i > cue.token.i  # what stands before a cue that closes its sentence may be a cue itself
    return True


def negated(cue: Cue) -> bool:
    """Whether the cue says that something was not said ("declined to say", "did not say")."""
    return negated_verb(cue.token)


def negated_verb(verb: Token) -> bool:
    """Whether a verb has a "not" of its own."""
    return any(child.dep_ == "neg" or child.lower_ in _MODAL_NEGATION for child in verb.children)


def possessor(reading: Reading, noun: Token) -> Token | None:
    """Whose a noun of communication is: "her claim", "a statement by the firm"."""
    for child in noun.children:
        if child.dep_ == "poss" and reading.outside(child) and child.ent_type_ not in ("DATE", "TIME"):
            return child  # but "this week's debate" is nobody's
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from") and reading.outside(child):
            return next((c for c in child.children if c.dep_ == "pobj" and reading.outside(c)), None)
    return None


def speaking_owner(reading: Reading, noun: Token) -> Token | None:
    """Whose a noun of communication is, if they are somebody who can speak; None for other owners."""
    owner = possessor(reading, noun)
    return owner if owner is not None and (owner.tag_ == "PRP$" or reading.can_speak(owner)) else None


def climb(token: Token) -> Iterator[Token]:
    """The heads of a token, from its own up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token
