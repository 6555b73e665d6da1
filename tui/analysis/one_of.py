"""Of whom "one" or "another" is who speaks: "Colleagues of Lee agree. “…,” one said" is one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.nominals import singular
from tui.analysis.words import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source

_ONE = frozenset(["one", "another"])
_OF = ("of", "them"), ("of", "these"), ("of", "those")
_MANY = frozenset("source friend other resident voter expert user insider supporter critic".split())
_NOT_SPOKEN = frozenset(["read", "go", "run", "bear"])
"""What a memo or a sign does that is "one"."""
_LISTED = frozenset(["DET", "NUM", "PRON"])
_REACH = 5
"""Sentences back that a group may stand, in the paragraph or the one before."""


def one_of(reading: Reading, source: Source) -> str | None:
    """The words for who a bare "one", "another" or "one of them" is; None for other words, or where no group stands."""
    head = source.head
    words = [word.lower_ for word in reading.words(source.span)]
    if head.lower_ not in _ONE or words[0] != head.lower_ or head.head.lemma_ in _NOT_SPOKEN:
        return None
    if words[1:] and tuple(words[1:]) not in _OF:
        return None
    group = _group(reading, source, bool(words[1:]))
    return f"{words[0]} of {_named(reading, group)}" if group is not None else None


def _group(reading: Reading, source: Source, theirs: bool) -> Token | None:
    """The plural noun for people that the text before is about; `theirs`: "them" may be an object as well."""
    document = reading.document
    here = document.sentence_at(source.span.start)
    paragraph = document.paragraph_at(source.span.start)
    for number in range(here, max(-1, here - 1 - _REACH), -1):
        sentence = document.sentences[number]
        if paragraph - sentence.paragraph > 1 or document.paragraphs[sentence.paragraph].kind in ("heading", "title"):
            return None
        said = [word for word in reading.outside_words(sentence.span) if word.idx < source.span.start]
        several = [word for word in said if word.tag_ in ("NNS", "NNPS") and _are_people(word)]
        for word in several:
            if word.dep_ in SUBJECTS and reading.outside(word.head):
                return word
        if several:  # "Two men were charged. Police spoke to neighbours. “It was loud,” one said"
            other = several[0].dep_ in ("dobj", "pobj")
            return several[0] if theirs and len(several) == 1 and other else None
    return None


def _are_people(noun: Token) -> bool:
    one = singular(noun.lower_)
    return noun.lower_ == "people" or one in lexicon.person_nouns() or noun.lemma_.lower() in _MANY


def _named(reading: Reading, noun: Token) -> str:
    """The group's words as they stand behind "one of": with an article where they have no word of that kind."""
    span = reading.phrase(noun).span
    first, *_ = reading.words(span)
    words = " ".join(reading.document.slice(span).split())
    if first.is_sent_start and not _is_name(first, first.i == noun.i):
        words = words[0].lower() + words[1:]
    if first.lower_ in ("some", "other", "others", "any"):
        words = words.partition(" ")[2] or words
        return f"the {words}"
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    return words if first.pos_ in _LISTED or first.tag_ == "PRP$" or owned else f"the {words}"


def _is_name(word: Token, heads: bool) -> bool:
    """Whether the first word of a sentence has its capital as a name: "Norwegian sailors", but no "Friends"."""
    if heads or word.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB"):
        return False
    listed = (word.text,) in lexicon.known_organisations() or word.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    return listed or word.pos_ == "PROPN" or word.text in lexicon.words("demonyms")
