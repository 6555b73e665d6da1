"""Who does what a verb says, outside quotation marks.

By grammar: the subject before or after the verb, the agent of a passive, the antecedent of a relative clause, the
subject shared with the verb it is joined to or hangs on; where the parse goes astray over marks, by position.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from tui.analysis.far_subjects import after_comma, far_subject
from tui.analysis.lexicon import rows
from tui.analysis.offices_as_verbs import office_beside, over_office
from tui.analysis.participles import HEARING, carrier
from tui.analysis.reading import PRONOUNS, Source, communication_nouns
from tui.analysis.spoken_edges import WEEKDAYS
from tui.analysis.voices import giver, outer_verb, said_outside
from tui.analysis.whose import owned
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

Form = Literal["subject", "agent", "relative", "shared", "phrase", "noun", "position", "label"]
"""How a speaker was found."""

_PASSIVE_SUBJECT_SPEAKS = frozenset("quote cite hear overhear record film see catch know paraphrase".split())
_SUBJECTS = frozenset("NOUN PROPN PRON DET ADJ NUM X VERB INTJ".split())
_OWN = frozenset(["promise", "vow", "threaten", "pledge", "swear", "offer"])
"""Verbs whose infinitive is done by who speaks: "promised them to say"."""
_HEARSAY = frozenset("report say believe understand think allege know rumour rumor force oblige compel hear".split())
"""Passive verbs whose subject does what their infinitive says: "is reported to have said", "was forced to admit"."""
_REPORTING = frozenset("report cite record quote".split())
_CLAUSE_LINKS = frozenset("conj advcl xcomp pcomp prep ccomp dep parataxis acl agent".split())
_PLACING = frozenset("outside inside near beside behind under opposite below above across beyond".split())
"""Prepositions that the tagger takes for adjectives before a bare noun."""
_TELLING = frozenset("tell ask inform remind assure advise warn thank urge".split())
"""Verbs that name who is spoken to straight behind them."""
_READY = frozenset("quick right correct careful keen eager fond first fair willing happy glad wrong".split())
"""What somebody is who does say something: quick to point out."""
_WHEN = frozenset("when if once until unless though although whenever".split())


@cache
def verbs() -> dict[str, str]:
    """Frames of each verb of communication, by lemma."""
    return {row[0]: row[1] for row in rows("communication_verbs")}


def lemma(token: Token) -> str:
    """The lemma, also of forms that the model takes for another part of speech."""
    base = token.lemma_.lower()
    if base in verbs():
        return base
    if token.tag_[:2] == "VB":
        return base[:-1] if base[-1:] == "e" and base[:-1] in verbs() else base  # "texte" of "texted"
    word = token.lower_
    for ending, put in (("s", ""), ("ed", ""), ("ed", "e"), ("es", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and word[: -len(ending)] + put in verbs():
            return word[: -len(ending)] + put
    return base


def noun_after(reading: Reading, index: int) -> Token | None:
    """The head of the noun phrase that starts at token `index`."""
    for place in range(index, min(index + 12, len(reading.tokens))):
        token = reading.tokens[place]
        if token.text in ",.;:" or reading.inside[place] >= 0:
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod", "amod"):
            return token
    return None


def speaker_of(reading: Reading, verb: Token, depth: int = 0) -> tuple[Source | None, Form]:
    """Who does what `verb` says, outside quotation marks; and how that was found."""
    source, form = _speaker_of(reading, verb, depth)
    if source is None or not _is_nobody(source):
        return source, form
    return far_subject(reading, verb), "position"


def _is_nobody(source: Source) -> bool:
    """Whether the words say when, not who, or tell nobody apart: "proposed Monday a rule", "each enjoys"."""
    head = source.head
    if head.lower_ == "each":
        return True
    when = head.lower_ in WEEKDAYS or head.lower_ in ("today", "yesterday", "tonight", "tomorrow")
    return when and head.idx == source.span.start


def _speaker_of(reading: Reading, verb: Token, depth: int) -> tuple[Source | None, Form]:
    pronoun = _pronoun_before(reading, verb)
    if pronoun is not None:
        return pronoun, "subject"
    owner = owned(reading, verb) or office_beside(reading, verb)
    if owner is not None:
        return owner, "position"
    above = carrier(reading, verb) if depth < 4 and "d" not in verbs().get(lemma(verb), "d") else None
    if above is not None:
        if above.pos_ in ("VERB", "AUX"):
            return speaker_of(reading, above, depth + 1)[0], "shared"
        return reading.phrase(above), "relative"
    subjects, agent, passive = [], None, False
    for child in verb.children:
        dep = child.dep_
        if dep in ("nsubj", "nsubjpass", "csubj"):
            passive = passive or dep == "nsubjpass"
            if reading.outside(child) and child.pos_ in _SUBJECTS and not _where_or_when(child, verb):
                subjects.append(child)
        elif dep == "auxpass":
            passive = True
        elif dep == "agent":
            agent = next((c for c in child.children if c.dep_ == "pobj"), None)
    if agent is not None and (passive or verb.tag_ == "VBN"):
        hears = passive and bool(subjects) and lemma(verb) in _PASSIVE_SUBJECT_SPEAKS
        if not (hears and reading.can_speak(subjects[-1])):  # else "Smith was quoted by the paper as saying"
            return (reading.phrase(agent), "agent") if reading.outside(agent) else (None, "agent")
    if passive and lemma(verb) not in _PASSIVE_SUBJECT_SPEAKS:
        return None, "subject"
    if lemma(verb) == "quote" and not passive:
        # "it quoted him as saying": the one quoted speaks
        quoted = next((c for c in verb.rights if c.dep_ == "dobj" and reading.outside(c)), None)
        if quoted is not None and (quoted.tag_ == "PRP" or reading.can_speak(quoted)):
            return reading.phrase(quoted), "subject"
    if subjects and not (subjects[-1].tag_ == "VBG" and beside(reading, verb)):
        first = subjects[0].left_edge  # "Holding signs, the men said"
        doing = first.tag_ == "VBG" and (first.i == subjects[0].i or first.is_sent_start)
        doing = doing or (len(subjects) > 1 and first.is_sent_start and first.text.endswith("ing"))
        near = after_comma(reading, verb) if doing and lemma(first) not in _REPORTING else None  # "Citing Lee, it said"
        return (near, "position") if near is not None else _subject(reading, verb, subjects)
    speech = giver(reading, verb.head) if verb.dep_ == "acl" and reading.outside(verb.nbor(1)) else None
    if speech is not None:
        return speech, "subject"
    by_position = _part_of_verb(reading, verb) or beside(reading, verb)
    if by_position is not None:
        return by_position, "position"
    if verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "aux" for child in verb.children):
        before = reading.tokens[verb.i - 1].lower_ if verb.i else ""
        if before in _WHEN or (verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl")):
            return None, "shared"  # "said when asked whether", "a man told to leave": somebody else asks and tells
    bearer = _bracketed(reading, verb) if verb.dep_ == "ccomp" else None
    if bearer is not None:
        return bearer, "position"
    source, form = _shared(reading, verb, depth)
    if source is None:
        source = _listed(reading, verb) or far_subject(reading, verb)
    return source, form


def _pronoun_before(reading: Reading, verb: Token) -> Source | None:
    """A pronoun straight before a finite verb, whatever the parser makes of it: “…,” she said outside court."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.is_sent_start:
        return None
    before = reading.tokens[verb.i - 1]
    if before.lower_ not in ("he", "she", "they", "i", "we") or not reading.outside(before):
        return None
    return Source(before, Span(before.idx, before.idx + len(before)))


def _where_or_when(noun: Token, verb: Token) -> bool:
    """Whether what the parser takes for a subject behind its verb says where: "said outside court"."""
    first = noun.left_edge
    return verb.i < first.i < noun.i and (first.pos_ == "ADP" or first.lower_ in _PLACING)


def _listed(reading: Reading, verb: Token) -> Source | None:
    """The subject of the first verb of a list without "and", where the parser takes it for what is said.

    "Ann Smith, who runs the club, rowed for ten years, said it was over"; "Smith sat down and told the court".
    """
    said = any(child.dep_ == "ccomp" for child in verb.rights)
    deed = verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ", "VBP") and "c" not in verbs().get(lemma(verb), "")
    for child in verb.lefts:
        if (child.dep_ == "ccomp" and said) or (deed and child.dep_ in ("ccomp", "parataxis")):
            for subject in child.lefts:
                speaks = subject.dep_ == "nsubj" and subject.tag_ not in ("WP", "WDT") and reading.outside(subject)
                speaks = speaks and reading.can_speak(subject)
                if speaks and (said or subject.lower_ not in ("i", "you")):  # "I mean, there is reason to say"
                    return reading.phrase(subject)
    return None


def _subject(reading: Reading, verb: Token, subjects: list[Token]) -> tuple[Source | None, Form]:
    head = subjects[-1]
    if head.left_edge.pos_ == "ADP" and head.left_edge.dep_ == "prep":
        # "In an interview with hosts, the candidate said", where the parse is lost
        return after_comma(reading, verb), "subject"
    if head.tag_ in ("WP", "WDT") or (head.lower_ == "that" and verb.dep_ == "relcl"):
        antecedent = verb.head
        if head.lower_ == "who":
            antecedent = _somebody(reading, antecedent)
        if verb.dep_ == "relcl" and antecedent.i != verb.i and reading.outside(antecedent):
            return reading.phrase(antecedent), "relative"
        noun = _noun_before(reading, head)
        return (reading.phrase(noun), "relative") if noun is not None else (None, "relative")
    source = _without_tail(reading, reading.phrase(head))
    if len(subjects) > 1:
        # "said activist and organiser Luis Garcia": the parser sees two subjects on one side of the verb
        first = _without_tail(reading, reading.phrase(subjects[0]))
        if (first.span.start < verb.idx) == (source.span.start < verb.idx):
            if "," in reading.text[first.span.end : source.span.start]:
                # what follows a comma only says more, and a date before one says when
                return (source if first.head.ent_type_ in ("DATE", "TIME") else first), "subject"
            source = Source(head, Span(first.span.start, max(first.span.end, source.span.end)))
    return source, "subject"


def _somebody(reading: Reading, noun: Token) -> Token:
    """The noun itself, or the one it hangs on where only that can speak: "supporters in the town, who said"."""
    token, body = noun, None
    for _ in range(5):
        if token.pos_ in ("NOUN", "PROPN") and reading.can_speak(token) and token.ent_type_ not in ("GPE", "LOC"):
            if token.ent_type_ != "ORG":
                return token.head if token.dep_ == "appos" and token.head.ent_type_ == "PERSON" else token
            body = body or token  # "director of the institute, who said"
        if token.head.i == token.i or not reading.outside(token.head) or token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return body or noun


def _without_tail(reading: Reading, source: Source) -> Source:
    """ "Sen. Ann Smith, R-Ohio": the name, where the parser takes what follows the comma for the subject."""
    words = reading.words(source.span)
    comma = next((n for n, w in enumerate(words) if w.text in (",", "(") and n), None)
    if comma is None or words[comma].i > source.head.i:
        return source
    head = words[comma - 1]
    return Source(head, Span(source.span.start, head.idx + len(head))) if head.pos_ == "PROPN" else source


def _noun_before(reading: Reading, token: Token) -> Token | None:
    """The nearest noun or name before `token`, over a comma."""
    for index in range(token.i - 1, max(-1, token.i - 5), -1):
        candidate = reading.tokens[index]
        if reading.inside[index] >= 0:
            return None
        if candidate.pos_ in ("NOUN", "PROPN"):
            return candidate
    return None


def _part_of_verb(reading: Reading, verb: Token) -> Source | None:
    """The subject that the parser takes for a part of its verb: "The Orr campaign projects that it will win"."""
    before = reading.tokens[verb.i - 1] if verb.i else verb
    if before.pos_ != "NOUN" or before.dep_ != "compound" or before.head.i != verb.i or not reading.outside(before):
        return None
    following = reading.tokens[verb.i + 1] if verb.i + 1 < len(reading.tokens) else verb
    if not (following.lower_ == "that" or not reading.outside(following)):
        return None
    first = verb.left_edge if reading.outside(verb.left_edge) else before
    return Source(before, Span(first.idx, before.idx + len(before)))


def beside(reading: Reading, verb: Token) -> Source | None:
    """The noun phrase or pronoun straight before or, where the verb follows a quote, straight after `verb`."""
    tokens, inside = reading.tokens, reading.inside
    index = verb.i - 1
    while index >= 0 and inside[index] < 0 and tokens[index].pos_ in ("ADV", "AUX", "PART"):
        index -= 1
    if index > 0 and tokens[index].text == ")" and inside[index] < 0:
        index = _before_brackets(reading, index)  # "Ann Smith (R-Ohio) said"
    if index >= 0 and inside[index] < 0 and not tokens[index + 1].is_sent_start:
        before = tokens[index]
        if before.lower_ in PRONOUNS and before.tag_ == "PRP" and before.dep_ not in ("dobj", "pobj", "dative"):
            return Source(before, Span(before.idx, before.idx + len(before)))
        closes = verb.i + 1 >= len(tokens) or tokens[verb.i + 1].is_punct
        finite = verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBN" and closes)
        names = before.pos_ == "PROPN" or (before.pos_ in ("NOUN", "ADJ") and reading.can_speak(before))
        names = names or (before.tag_ == "CD" and before.ent_type_ in ("", "CARDINAL") and verb.tag_ in ("VBP", "VBD"))
        behind = False
        if names and verb.tag_ in ("VBN", "VBD") and verb.dep_ == "acl" and verb.head.i == before.i:
            first = reading.range(reading.phrase(before).span).start
            behind = first > 0 and inside[first - 1] >= 0  # “…?” the 43-year-old asked; “…!” one person wrote
            finite = finite or behind
        if names and finite and (behind or before.dep_ not in ("pobj", "dobj")):
            return reading.phrase(before)
    start = verb.i
    opens = start == 0 or inside[start - 1] >= 0 or tokens[start].is_sent_start or tokens[start - 1].text in ",—–"
    if opens and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN", "NNS", "NN") and start + 1 < len(tokens):
        after = tokens[start + 1]
        if inside[start + 1] >= 0 or after.is_sent_start:
            return None
        if after.tag_ == "PRP" and after.lower_ in ("he", "she", "they", "i", "we"):
            return Source(after, Span(after.idx, after.idx + len(after)))
        if inside[start - 1] >= 0 and after.lower_ in ("another", "one", "some", "many", "others", "both", "several"):
            return Source(after, Span(after.idx, after.idx + len(after)))
        if after.pos_ == "PROPN" or after.dep_ == "det" or after.pos_ in ("NOUN", "ADJ"):
            head = noun_after(reading, start + 1)
            # what stands behind a quote and a verb says who, though it may be taken for an object: “No,” shouted a man
            told = inside[start - 1] < 0 or "r" in verbs().get(lemma(verb), "")
            says = not told and head is not None and reading.can_speak(head) and head.dep_ != "pobj"
            tells = inside[start - 1] < 0 and lemma(verb) in _TELLING  # "and, smiling, told Ann": she is told
            if head is not None and (
                (after.pos_ == "PROPN" and not tells) or says or head.dep_ not in ("dobj", "dative", "pobj")
            ):
                source = over_office(reading, reading.phrase(head))
                head = source.head
                following = reading.range(source.span).stop
                after_quote = inside[start - 1] >= 0 if start else False
                if following < len(tokens) and (
                    tokens[following].pos_ in ("VERB", "AUX") or (not after_quote and inside[following] >= 0)
                ):
                    return None  # "…, said the town had flooded": what follows is said, not who says it
                return Source(head, Span(min(source.span.start, after.idx), source.span.end))
    return None


def _before_brackets(reading: Reading, closing: int) -> int:
    """Index of the token before the bracket that ends at token `closing`; `closing` where none opens near."""
    opening = next((i for i in range(closing, max(-1, closing - 8), -1) if reading.tokens[i].text == "("), 0)
    return opening - 1 if opening else closing


def _bracketed(reading: Reading, verb: Token) -> Source | None:
    """The person with brackets behind the name straight before a verb, where the parse is lost: "Lee (Lab) said"."""
    index = verb.i - 1
    if index < 1 or reading.tokens[index].text != ")" or verb.tag_ not in ("VBD", "VBZ"):
        return None
    before = reading.tokens[_before_brackets(reading, index)]
    return reading.phrase(before) if before.ent_type_ == "PERSON" and reading.outside(before) else None


def _sentence_between(reading: Reading, first: Token, second: Token) -> bool:
    """Whether whole words of somebody stand between two verbs: She said, “Go.” Lee smiles and says."""
    numbers = {reading.inside[i] for i in range(first.i, second.i)}
    marks = [reading.marked[n] for n in numbers if 0 <= n < len(reading.marked)]
    return any(reading.text[mark.inner.end - 1] in ".?!…" for mark in marks)


def _shared(reading: Reading, verb: Token, depth: int) -> tuple[Source | None, Form]:
    """The speaker that a verb without a subject shares with what it is joined to or hangs on."""
    head = verb.head if reading.outside(verb.head) else said_outside(reading, verb, verbs())
    if depth > 4 or head.i == verb.i or verb.dep_ not in _CLAUSE_LINKS or not reading.outside(head):
        return None, "shared"
    if verb.dep_ == "acl" and verb.tag_ == "VB" and (head.lower_ == "order" or not reading.can_speak(head)):
        return None, "shared"  # "an attempt to say", "in order to show"
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return reading.phrase(head), "relative"
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and "q" in verbs().get(lemma(verb), ""):
        # "she said the town knew it was late and said it would wait": she says both
        outer = head.head
        if "q" in verbs().get(lemma(outer), "") and "q" not in verbs().get(lemma(head), "") and reading.outside(outer):
            head = head if _sentence_between(reading, outer, head) else outer
    head = outer_verb(reading, verb, head, verbs())
    while verb.tag_ == "VBG" and verb.dep_ == "conj" and head.tag_[:2] == "VB" and head.tag_ != "VBG":
        # a participle is joined to a participle: "telling them that it was late and asking them to leave"
        if head.head.i == head.i or head.dep_ not in ("ccomp", "xcomp", "conj"):
            break
        head = head.head
    while head.pos_ in ("ADP", "SCONJ") and head.head.i != head.i:
        head = head.head
        if not reading.outside(head):
            return None, "shared"
    if verb.dep_ == "xcomp" and head.dep_ == "acomp" and head.lower_ in _READY and head.head.lemma_ == "be":
        head = head.head  # "she was quick to point out"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of" and communication_nouns().get(head.lemma_.lower()) is False:
        return None, "shared"  # "the notion of saying prayers"
    if head.pos_ in ("NOUN", "PROPN", "PRON"):
        # "in a letter saying", "by Smith, calling": what the participle hangs on, or whose it is
        return (reading.phrase(head), "relative") if verb.dep_ in ("acl", "pcomp") else (None, "shared")
    if head.pos_ not in ("VERB", "AUX"):
        return None, "shared"
    urged = verb.tag_ == "VB" and "i" in verbs().get(lemma(head), "") and lemma(head) not in _OWN
    if verb.dep_ == "xcomp" and (urged or (verb.tag_ == "VBG" and lemma(head) in HEARING)):
        # "urged them to say", "recalled him saying": the one who is urged or recalled speaks
        controlled = next((c for c in head.children if c.dep_ in ("dobj", "dative")), None)
        if controlled is not None and controlled.i < verb.i and reading.outside(controlled):
            return reading.phrase(controlled), "shared"
    if verb.dep_ == "xcomp" and lemma(head) in _HEARSAY:
        # "Smith is reported to have said": by others, of whom the sentence says nothing
        about = next((child for child in head.lefts if child.dep_ == "nsubjpass" and reading.outside(child)), None)
        if about is not None and reading.can_speak(about):
            return _subject(reading, head, [about])[0], "shared"  # "the men, who were heard to shout"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and lemma(head) in _REPORTING:
        told = next((child for child in head.rights if child.dep_ == "dobj" and child.i < verb.i), None)
        if told is not None and reading.outside(told) and reading.can_speak(told):
            return reading.phrase(told), "shared"  # "the paper reported Smith as saying"
    source, _ = speaker_of(reading, head, depth + 1)
    return source, "shared"
