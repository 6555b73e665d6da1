"""The verb or noun of communication that the words of a fragment hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.announced import Link
from tui.analysis.cues import Cue, climb, is_speech, possessor
from tui.analysis.documents import PUBLISHING
from tui.analysis.equated import equated
from tui.analysis.nested import told_by, with_words
from tui.analysis.reading import communication_nouns
from tui.analysis.subjects import speaker_of
from tui.analysis.voices import expecting
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

_COMPLEMENTS = {
    "ccomp": "cqw", "xcomp": "ciqgno", "dobj": "on", "oprd": "no", "prep": "no", "pcomp": "nogc", "acomp": "no",
    "attr": "noc", "pobj": "no", "dative": "no", "agent": "", "advcl": "n", "prt": "no", "intj": "q", "parataxis": "q",
    "nsubj": "", "nsubjpass": "no", "dep": "cq", "punct": "", "npadvmod": "n", "amod": "n", "advmod": "n",
}  # fmt: skip
"""For the way in which words hang on a verb of communication: the frames of which one lets it speak them."""
OPINIONS = frozenset("think believe feel hope fear worry consider doubt wish imagine view regard see deem".split())
"""Verbs of attitude whose object in marks is somebody's own word; "required “three” forms" is nobody's."""
_UTTERING = PUBLISHING | frozenset(
    "repeat reprise use offer deliver utter shout chant sing voice air echo raise".split()
)
"""What somebody does with words without owner, so that they are theirs: "the crowd took up the chant “…”"."""
_REJECTING = frozenset("reject deny dismiss refute dispute rebut denounce condemn counter decry deplore".split())
"""What somebody does with the claims of others."""


_WORDS_OF_DOCUMENT = 5
"""Words from which on those in marks are a document's own, and no term."""


class Governed:
    """Finds what marked stretches hang on by the parse."""

    def __init__(self, reading: Reading, cues: list[Cue]) -> None:
        """`cues` are those of the text."""
        self.reading = reading
        self._by_token = {cue.token.i: cue for cue in cues}

    def _ancestors(self, mark: Marked) -> list[tuple[Token, str]]:
        """What the words of a marked stretch hang on, from the inside out, and by which relation."""
        reading = self.reading
        indices = reading.range(mark.inner)
        if not indices:
            return []
        number = reading.inside[indices[0]]
        sentence_end = next((i for i in indices if i > indices[0] and reading.tokens[i].is_sent_start), indices[-1] + 1)
        for index in range(indices[0], sentence_end):
            token = reading.tokens[index]
            if token.is_punct or token.is_space or reading.inside[token.head.i] == number:
                continue
            if token.head.i != token.i:
                heads = list(climb(token))
                return list(zip(heads, [token.dep_, *(h.dep_ for h in heads)], strict=False))
        return []

    def governed(self, mark: Marked) -> Link | None:
        """The nearest verb or noun of communication that the words of the fragment hang on."""
        reading = self.reading
        open_link: Link | None = None
        noun = False
        known_nouns, opening = communication_nouns(), reading.range(mark.outer).start
        attitude: Link | None = None
        aside: Link | None = None
        for token, relation in self._ancestors(mark):
            if not reading.outside(token):
                continue
            aside = aside or self._put_into(token, opening)
            told = equated(reading, token) if relation == "ccomp" else None
            if told is not None and told[0].i < opening:
                noun_span = Span(told[0].idx, told[0].idx + len(told[0]))
                return Link("noun", reading.phrase(told[1]), noun_span, "noun", told[0])
            if token.lower_ == "order" and relation == "acl":
                break  # "in order to show that": what is done, not what is said
            cue = self._by_token.get(token.i)
            follows = token.i < opening or relation in ("ccomp", "nsubjpass")
            if cue is not None and follows and set(cue.frames) & set(_COMPLEMENTS.get(relation, "")):
                link = Link("governed", cue.source, cue.span, cue.form, token)
                if ("m" in cue.frames and "c" not in cue.frames) or self._only_shows(cue):
                    continue
                if not is_speech(cue.frames):
                    thinks = cue.source is not None and token.lemma_.lower() in OPINIONS
                    attitude = attitude or (link if thinks else None)
                    continue
                speaks = cue.source is not None and reading.can_speak(cue.source.head)
                lends = "q" in cue.frames and relation != "xcomp" and not (cue.form == "shared" and token.tag_ == "VBG")
                if cue.source is not None and (speaks or lends):
                    return open_link if token.lemma_.lower() in _REJECTING and noun else self._put_by(cue) or link
                open_link = open_link or link
            elif token.pos_ == "NOUN" and token.i < opening and token.lemma_.lower() in known_nouns:
                owner = possessor(reading, token)
                span = Span(token.idx, token.idx + len(token))
                if owner is not None and token.lemma_ == "record":
                    continue  # "touted her husband's record": what he did
                if owner is not None:
                    return Link("noun", reading.phrase(owner), span, "noun", token)
                uttered = self._uttered(token)
                if uttered is not None:
                    return uttered
                open_link, noun = open_link or Link("noun", None, span, "noun", token), True
        uttered = self._uttered(reading.tokens[opening - 1] if opening else None)
        return aside or attitude or self._of_document(mark) or uttered or open_link

    def _of_document(self, mark: Marked) -> Link | None:
        """The document whose own words stand in what it does: The advert attacks a “board that lets firms do it”."""
        reading = self.reading
        if reading.text.count(" ", mark.inner.start, mark.inner.end) < _WORDS_OF_DOCUMENT - 1:
            return None
        for token, relation in self._ancestors(mark):
            if token.pos_ != "VERB" or relation != "dobj" or not reading.outside(token):
                continue
            for child in token.lefts:
                named = child.pos_ == "NOUN" and communication_nouns().get(child.lemma_.lower())
                if child.dep_ == "nsubj" and named and reading.outside(child):
                    return Link("noun", reading.phrase(child), None, "subject")
            return None
        return None

    def _put_into(self, verb: Token, opening: int) -> Link | None:
        """The cue put into a clause before the token `opening`: "The plums, Smith said, were “bitter”"."""
        for child in verb.lefts:
            cue = self._by_token.get(child.i) if child.dep_ == "parataxis" and child.i < opening else None
            if cue is None or cue.source is None or not ({"q", "c"} <= set(cue.frames) and is_speech(cue.frames)):
                continue
            text = self.reading.text
            if text[max(0, cue.start() - 2) : cue.start()].rstrip() == "," and text[cue.end() : cue.end() + 1] == ",":
                return Link("governed", cue.source, cue.span, cue.form, child)
        return None

    def _uttered(self, noun: Token | None) -> Link | None:
        """Whose words are that somebody utters: "took up the chant “…”", "ended with a plea to “…”"."""
        if noun is None or noun.pos_ != "NOUN" or not self.reading.outside(noun):
            return None
        if noun.lemma_.lower() not in communication_nouns():
            return None
        verb = noun.head if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _UTTERING else with_words(noun)
        if verb is None:
            return None
        source, _ = speaker_of(self.reading, verb)
        if source is None or not self.reading.can_speak(source.head):
            return None
        return Link("noun", source, Span(noun.idx, noun.idx + len(noun)), "noun", noun)

    def _put_by(self, cue: Cue) -> Link | None:
        """Who asks somebody to say something, and so says it first: "They asked her to make clear that “…”"."""
        expects = expecting(cue, self._by_token) or told_by(self.reading, cue, self._by_token)
        if expects is not None:
            return Link("governed", expects.source, expects.span, expects.form, expects.token)
        if cue.token.dep_ != "xcomp" or cue.token.tag_ != "VB" or cue.form != "shared":
            return None
        outer = self._by_token.get(cue.token.head.i)
        if outer is None or outer.source is None or "i" not in outer.frames or not is_speech(outer.frames):
            return None
        return Link("governed", outer.source, outer.span, outer.form, outer.token)

    def _only_shows(self, cue: Cue) -> bool:
        """Whether a verb of showing has a person for its subject: "he had shown “no remorse”"."""
        if "d" not in cue.frames or "q" in cue.frames or cue.source is None:
            return False
        head = cue.source.head
        return head.lemma_.lower() not in communication_nouns() and head.ent_type_ != "ORG"
