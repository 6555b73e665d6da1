"""Reported speech without marks: what a verb of saying, or "according to", says was said.

What is said begins after the cue and whom it tells; it ends with its clause, and goes on over what the parser hangs
elsewhere up to where the reporter speaks again. Fragments in marks inside it are its segments.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.according import according
from tui.analysis.as_said import says_so_itself, vouched_for
from tui.analysis.bidding import bids, those_bidden
from tui.analysis.circumstances import before_circumstance
from tui.analysis.cues import Cue, is_speech, negated
from tui.analysis.extents import (
    before_aside,
    before_comment,
    before_tail,
    goes_on,
    next_voice,
    trimmed,
    whole_marks,
)
from tui.analysis.hearsay import before_it, clause_of, unnamed, with_emerging
from tui.analysis.interrupted import adds_a_clause, completed_behind, halves
from tui.analysis.namings import names_itself, whole_naming
from tui.analysis.not_quotes import POINTS_ELSEWHERE
from tui.analysis.reading import QUOTATION_SIGNS, communication_nouns
from tui.analysis.subjects import lemma, verbs
from tui.analysis.told import asks_whether, subject_before, told_clause
from tui.analysis.topics import said_of
from tui.analysis.unsaid import document_says, leaves_a_question, leaves_open, nobody_speaks, opens_with_wh
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_SOME = frozenset("some many others another several most few both one".split())
_REPEATS = 0.82
"""Share of reported speech in marks from which on it is not told a second time."""
_WHEN = frozenset("when if once after before as while".split())
_ASIDE = 10
"""Words of an aside between a cue and "that" at most, with its commas."""
_SCENE = 600
"""Characters beyond which what stands before a cue is no mere scene (and would cost too much to look at)."""


@dataclass(frozen=True, slots=True)
class Reported:
    """One stretch of reported speech."""

    span: Span
    """What is said, with "that" where it is written, without the cue."""
    cue: Cue
    """The words of saying."""
    continues: bool = False
    """Whether it is the second half of a clause that its cue broke."""


def find_reported(reading: Reading, cues: list[Cue]) -> list[Reported]:
    """All reported speech in the order of the text; none where the whole of it stands in marks."""
    found: list[Reported] = []
    cues = with_emerging(reading, cues)
    for number, cue in enumerate(cues):
        if not reading.outside(cue.token) or _points_elsewhere(reading, cue):
            continue
        nobodys = unnamed(reading, cue)
        if nobodys is not None:
            cue, clause = nobodys, clause_of(nobodys)
            spans = _clauses(reading, cues, number, clause) if clause is not None else before_it(reading, cue)
        elif cue.source is None:
            continue
        else:
            spans = according(reading, cue) if "p" in cue.frames else _content(reading, cues, number)
        parts: list[Span] = []
        for span in spans:
            span = trimmed(reading, span)
            span = Span(span.start, before_aside(reading, span, span.start >= cue.end()))
            span = trimmed(reading, Span(span.start, before_tail(reading, span)))
            span = trimmed(reading, Span(span.start, before_comment(reading, span)))
            span = trimmed(reading, Span(span.start, before_circumstance(reading, cue, span)))
            if len(reading.words(span)) >= 2 and not mostly_marked(reading, span):
                parts += halves(reading, cue, span)
        found += [Reported(part, cue, continues=place > 0) for place, part in enumerate(parts)]
    found.sort(key=lambda r: (r.span.start, -r.span.end))
    return _without_repeats(found)


def _points_elsewhere(reading: Reading, cue: Cue) -> bool:
    return bool(POINTS_ELSEWHERE.match(reading.text, reading.paragraph(cue.span.start).start))


def _without_repeats(found: list[Reported]) -> list[Reported]:
    """Without what is inside another stretch: of "they say that he said he would come", what they say."""
    kept: list[Reported] = []
    for reported in found:
        if not any(k.span.contains(reported.span) or _said_in(reported.cue, k) for k in kept[-6:]):
            kept.append(reported)
    return kept


def _said_in(cue: Cue, outer: Reported) -> bool:
    """Whether a cue is among the words that another one reports."""
    return cue is not outer.cue and outer.span.start <= cue.span.start < outer.span.end


def _content(reading: Reading, cues: list[Cue], number: int) -> list[Span]:
    cue = cues[number]
    verb = cue.token
    if not is_speech(cue.frames) or cue.source is None:
        return []
    if "m" in cue.frames and "c" not in cue.frames:
        return _named_things(reading, cue)
    aside = vouched_for(reading, cue)
    if aside is not None:
        return aside
    if nobody_speaks(reading, cue) or leaves_a_question(reading, cue) or names_itself(cue):
        return []
    thing = "d" in cue.frames and not _somebody(reading, cue.source.head)
    naming = whole_naming(reading, cue) if _somebody(reading, cue.source.head) else None
    if naming is not None:
        return [naming]
    for child in verb.children:
        if child.i < verb.i or cue.source.span.start <= child.idx < cue.source.span.end:
            continue
        if child.dep_ == "ccomp" and child.tag_ == "VBN" and not any(True for _ in child.lefts):
            continue  # “…,” said Smith, among the drivers sent home
        if child.dep_ == "ccomp" and _says_more_of_a_noun(reading, cue, child):
            continue
        if child.dep_ == "ccomp" and ((thing and not document_says(reading, cue, child)) or leaves_open(cue, child)):
            return []
        if child.dep_ == "ccomp" and (
            "c" in cue.frames or (thing and lemma(verb) == "find") or ("w" in cue.frames and opens_with_wh(child))
        ):
            return _clauses(reading, cues, number, child)
        if thing:
            continue
        if child.dep_ == "oprd" and "n" in cue.frames and _somebody(reading, cue.source.head) and not negated(cue):
            return _clauses(reading, cues, number, child)
        if child.dep_ in ("xcomp", "pcomp") and child.tag_ == "VBG" and "g" in cue.frames and not negated(cue):
            return _clauses(reading, cues, number, child)
        if child.dep_ == "advcl" and "w" in cue.frames and asks_whether(cue, child):
            return _clauses(reading, cues, number, child)
        if bids(reading, cue, child):
            return _clauses(reading, cues, number, child)
        if child.dep_ == "dobj" and "r" in cue.frames and (clause := told_clause(reading, child)) is not None:
            return _clauses(reading, cues, number, clause)
        if child.dep_ == "dobj" and {"q", "c"} <= set(cue.frames) and _has_finite_verb(child):
            return _clauses(reading, cues, number, child)
    if thing:
        return []
    found: list[Span] = []
    if "q" in cue.frames:
        if _closes(reading, cue):
            found = _around(reading, cue)
        elif "c" in cue.frames:
            found = _related(reading, cue) or _by_position(reading, cues, number)
    return found or _named_things(reading, cue)


def _says_more_of_a_noun(reading: Reading, cue: Cue, clause: Token) -> bool:
    """Whether what the parser takes for what is said is a relative clause: “…,” she told a man who seemed lost."""
    first = clause.left_edge
    before = reading.tokens[first.i - 1] if first.i else first
    if first.dep_ not in ("nsubj", "nsubjpass") or before.i <= cue.token.i or before.is_punct:
        return False
    quoted = any(child.dep_ == "ccomp" and not reading.outside(child) for child in cue.token.lefts)
    return (first.tag_ == "WDT" and first.lower_ == "that") or (first.tag_ == "WP" and quoted)


def _has_finite_verb(noun: Token) -> bool:
    """Whether what the parser takes for an object is the subject of a clause: "said the last round required forms"."""
    for verb in noun.rights:
        if verb.dep_ == "acl" and verb.tag_ in FINITE:
            return not any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.lefts)
    return False


def _related(reading: Reading, cue: Cue) -> list[Span]:
    """What is said of the noun before, where a cue stands in a relative clause: "a poem that she said was old"."""
    at = reading.range(cue.span).stop
    before = reading.range(Span(cue.start(), cue.end())).start - 1
    if "c" not in cue.frames or before < 0 or at >= len(reading.tokens) or not reading.outside(reading.tokens[at]):
        return []
    verb, noun = reading.tokens[at], reading.tokens[before]
    if verb.tag_ not in FINITE or verb.is_sent_start or not reading.outside(noun):
        return []
    if noun.lower_ not in ("that", "which", "who") and noun.pos_ not in ("NOUN", "PROPN"):
        return []
    last = (verb.head if verb.dep_ in ("aux", "auxpass") else verb).right_edge
    return [Span(verb.idx, whole_marks(reading, verb.idx, last.idx + len(last)))]


def _named_things(reading: Reading, cue: Cue) -> list[Span]:
    """What somebody warns of, argues against or criticises, as a noun phrase: "warned of more flooding"."""
    assert cue.source is not None
    return said_of(reading, cue) if _somebody(reading, cue.source.head) else []


def _somebody(reading: Reading, head: Token) -> bool:
    """Whether a source is a person or a body, not data or a survey that only shows something."""
    if head.lower_ in _SOME:
        return True
    return head.lemma_.lower() not in communication_nouns() and reading.can_speak(head)


def _goes_with(verb: Token) -> bool:
    """Whether the next verb says the same: "neither confirmed nor denied that"."""
    behind = (child for child in verb.rights if child.dep_ == "conj" and child.i == verb.i + 2)
    return any(child.dep_ == "ccomp" for other in behind for child in other.rights)


def _by_position(reading: Reading, cues: list[Cue], number: int) -> list[Span]:
    """What follows a cue where the parser saw no complement: after "that", or a clause straight after it."""
    cue = cues[number]
    sentence = reading.sentence(cue.span.start)
    words = reading.words(Span(cue.end(), sentence.end))
    if not words or not reading.outside(words[0]) or _goes_with(cue.token):
        return []
    if cue.form == "agent" and words[0].text == ",":
        # "was told by a diver, Ann Lee, that": the name says only who that is
        behind = next((n for n, w in enumerate(words[1:10], 1) if w.ent_type_ != "PERSON"), 0)
        words = words[behind + 1 :] if behind > 1 and words[behind].text == "," else words
    words = _behind_aside(words)
    for word in words[:18]:
        if word.dep_ == "acl" and word.tag_ == "VBG" and "c" in verbs().get(lemma(word), ""):
            return []  # "read a letter saying that"
        if (word.pos_ in ("VERB", "AUX") and word.dep_ not in ("acl", "amod")) or not reading.outside(word):
            break
        if word.lower_ == "that" and (word.pos_ == "SCONJ" or word.dep_ == "mark"):
            stop = next_voice(reading, cues, number, word, sentence.end)
            return [Span(word.idx, whole_marks(reading, word.idx, stop))]
        if word.text in (",", ":", ".", ";"):
            break
    if cue.form == "agent":
        return []  # "was reported by a diver who had been called"
    while words and words[0].ent_type_ in ("DATE", "TIME"):
        words = words[1:]
    if len(words) < 4 or words[0].is_punct or not any(w.tag_ in FINITE and reading.outside(w) for w in words[:25]):
        return []
    if words[0].dep_ in ("dobj", "prep", "dative", "agent", "prt", "xcomp"):
        return []
    if words[0].pos_ in ("ADP", "VERB", "PART", "CCONJ"):
        return []
    if words[0].pos_ == "ADV" and any(word.lower_ == "as" for word in words[1:6]):
        return []  # “…,” she said calmly as the rain fell
    if any(child.dep_ in ("dobj", "oprd", "dative", "prep") and child.i > cue.token.i for child in cue.token.children):
        return []
    stop = next_voice(reading, cues, number, words[0], sentence.end)
    return [Span(words[0].idx, whole_marks(reading, words[0].idx, stop))]


def _behind_aside(words: list[Token]) -> list[Token]:
    """`words` without an aside before "that": "said, when reached by telephone, that"."""
    closing = next((n for n, w in enumerate(words[1:_ASIDE], 1) if w.text == ","), 0) if words[0].text == "," else 0
    behind = words[closing + 1 :]
    return behind if closing and behind and behind[0].lower_ == "that" and behind[0].dep_ == "mark" else words


def _clauses(reading: Reading, cues: list[Cue], number: int, root: Token) -> list[Span]:
    """The complement, from after the cue (and whom it tells, and when) to where the reporter speaks again."""
    cue = cues[number]
    sentence = reading.sentence(cue.span.start)
    start, right = max(root.left_edge.idx, cue.end()), root.right_edge
    for word in reading.words(Span(cue.end(), root.idx)):
        if word.lower_ == "that" and word.dep_ == "mark":
            start = word.idx
            break
    else:
        start = those_bidden(reading, cue, root) or max(cue.end(), min(start, subject_before(cue.token, root).idx))
    end = min(right.idx + len(right), sentence.end)
    stop = next_voice(reading, cues, number, root, sentence.end)
    if stop > end and goes_on(reading, end, stop):
        end = stop
    end = min(end, stop)
    spans = []
    if end > start:
        spans.append(Span(start, whole_marks(reading, start, end)))
    aside = _aside(reading, cue)
    if aside and spans and next(w for w in reversed(reading.words(aside)) if not w.is_punct).pos_ == "AUX":
        return [Span(aside.start, spans[-1].end)]  # "The question is, she asked, who will pay"
    return [aside, *spans] if aside else spans


def _aside(reading: Reading, cue: Cue) -> Span | None:
    """What stands before a cue set in commas: "It was late, she said, that they came"."""
    begin = reading.sentence(cue.span.start).start
    before, after = reading.text[begin : cue.start()].rstrip(), reading.text[cue.end() : cue.end() + 1]
    if _sets_the_scene(reading, cue) or reading.text[cue.end() + 1 :][:2].strip() in QUOTATION_SIGNS:
        return None
    if before[-1:] == "," and after == "," and cue.form in ("subject", "position") and len(before.split()) > 2:
        return Span(begin, begin + len(before))
    return None


def _closes(reading: Reading, cue: Cue) -> bool:
    """Whether a clause like ", Smith said on Monday." comes after what is said, within the sentence."""
    if cue.form not in ("subject", "position") or cue.token.tag_ == "VBG":
        return False
    start = cue.start()
    sentence = reading.sentence(start)
    before, after = reading.text[sentence.start : start].rstrip(), reading.text[cue.end() : sentence.end].lstrip(" ,")
    if not before or after[:1] in (*QUOTATION_SIGNS, ":"):
        return False
    told = ("ccomp", "xcomp") if "r" in cue.frames else ("ccomp", "xcomp", "dobj")
    if any(child.dep_ in told and child.i > cue.token.i for child in cue.token.children):
        return False
    return before[-1] in ",”\"’'" and (before[-1] == "," or before[-2:-1] in (",", "?", "!"))


def _around(reading: Reading, cue: Cue) -> list[Span]:
    """What stands before a cue that closes, or on both sides of one in the midst of a clause."""
    sentence = reading.sentence(cue.span.start)
    before = reading.words(Span(sentence.start, cue.start()))
    if all(w.is_punct or not reading.outside(w) for w in before):
        return []  # “…,” he said, pointing at the sea
    if cue.source is not None and cue.source.head.tag_ == "PRP" and any(says_so_itself(word) for word in before):
        return []  # "Smith says they will leave without, she says, a word": all of it is said already
    scene = _sets_the_scene(reading, cue) or _clause_sets_the_scene(cue, before)
    if scene and before[0].tag_ in ("VBN", "VBG", "WRB", "TO", "IN"):
        return []
    after = reading.words(Span(cue.end(), sentence.end))
    if after and after[0].text == "," and (completed_behind(before, after) or adds_a_clause(before, after)):
        return [Span(sentence.start, sentence.end)]
    if not scene and any(w.pos_ in ("VERB", "AUX") or not reading.outside(w) for w in before):
        return [Span(sentence.start, cue.start())]
    goes_on = bool(after) and after[0].text == "," and any(w.tag_ in FINITE for w in after)
    return [Span(sentence.start, sentence.end)] if goes_on else []


def _sets_the_scene(reading: Reading, cue: Cue) -> bool:
    """Whether what stands before a cue says only when, where or why it was said.

    "Asked whether she would go, Smith said"; "In a report titled “…,” the agency warned".
    """
    opening = Span(reading.sentence(cue.span.start).start, cue.start())
    words = reading.words(opening) if opening.end - opening.start < _SCENE else []
    if not words:
        return False
    first, last = words[0].i, words[-1].i
    for word in words:
        if word.is_punct or (first <= word.head.i <= last and word.head.i != word.i):
            continue
        participle = word.dep_ == "advcl" and word.tag_ in ("VBN", "VBG") and words[0].tag_ in ("VBN", "VBG", "WRB")
        if word.head.i != cue.token.i or not (participle or word.dep_ in ("prep", "npadvmod", "advmod")):
            return False
    return True


def _clause_sets_the_scene(cue: Cue, before: list[Token]) -> bool:
    """Whether a clause of its own before a cue says why or when it was said: "To calm them, Smith spoke"."""
    clauses = [word for word in before if word.head.i == cue.token.i and not word.is_punct]
    opens = before[0].tag_ == "TO" or before[0].lower_ in _WHEN
    return opens and bool(clauses) and all(word.dep_ == "advcl" for word in clauses)


def mostly_marked(reading: Reading, span: Span) -> bool:
    """Whether one quote in marks is all of it, or so much that it would say the same again."""
    words = reading.words(span)
    within = [reading.inside[word.i] for word in words]
    share: Counter[int] = Counter()
    for word, number in zip(words, within, strict=True):
        share[number] += len(word)
    total = share.total()
    if any(chars >= _REPEATS * total for number, chars in share.items() if number >= 0):
        return True
    opening = 1 if words[0].lower_ == "that" else 0
    if opening == len(words) or within[opening] < 0 or len(share) > 2:
        return False
    # “…” and no clause after it, nor anything that hangs on its words: all that is said is in the marks
    tail = [word for word, number in zip(words, within, strict=True) if number < 0][opening:]
    return not any(word.tag_ in FINITE or reading.inside[word.head.i] == within[opening] for word in tail)
