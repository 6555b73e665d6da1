"""From a finding to the words of its row and of the status line.

A row is a list of lines, a line a list of pieces: words and the name of the part they are. Words come from the article
and are made safe here; nothing in this module, or downstream of it, is ever read as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.figures import counted, figure
from tui.domain.findings import Number, Organisation, OtherMarked, Person, Quote
from tui.domain.text import Span
from tui.ingest.display import plain
from tui.ui.excerpts import ELLIPSIS, fit, fit_end, quote_line

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Candidate, Mention, Speaker
    from tui.domain.text import Document
    from tui.ui.excerpts import Line, Piece

Item = Person | Organisation | Quote | Number | OtherMarked
"""Anything a pane can have a row for."""

KINDS = ("people", "organisations", "quotes", "numbers")
"""The panes, in the order of their keys; also the names of the fields of `Analysis`."""
TITLES = {"people": "People", "organisations": "Organisations", "quotes": "Quotes", "numbers": "Numbers"}
LINES = {"people": 1, "organisations": 1, "quotes": 2, "numbers": 1}
"""Lines that a row of the pane takes."""
_SPARK = 8
"""Cells of the spark that shows how the mentions of a person spread over the article."""
_SHORTEST_NAME = 10
"""Cells below which a name is not cut any further to make room for how it was found."""
_SHORTEST_DETAIL = 8
"""Cells below which a role is not worth beginning."""


_VALUE = 24
"""Cells of the column of values in a wide pane: few are longer."""


def _pad(words: str, width: int) -> str:
    return words + " " * max(0, width - cell_len(words))


def row(finding: Item, document: Document, width: int) -> list[Line]:
    """The lines of a finding's row, each at most `width` cells wide; as many as `LINES` says."""
    if isinstance(finding, Quote):
        return [quote_line(finding, document, width), _speaker_line(finding, width)]
    if isinstance(finding, Number):
        return [number_line(finding, document, width)]
    if isinstance(finding, OtherMarked):
        words = plain(document.slice(finding.span))
        return [[(fit(f"“{words}”", width), "detail")], [("  ", "gap"), (fit(_WHY[finding.why], width - 2), "detail")]]
    return [_entity_line(finding, document, width)]


def _spark(entity: Person | Organisation, document: Document, width: int) -> str:
    """How the mentions spread over the article, where there are `width` cells for it; "" where there are too few."""
    if width < _SPARK or len(entity.mentions) < 2:
        return ""
    from tui.ui.occurrences import spark

    return spark((mention.span.start for mention in entity.mentions), len(document.text), _SPARK)


def _entity_line(entity: Person | Organisation, document: Document, width: int) -> Line:
    count = str(len(entity.mentions))
    room = max(1, width - max(3, len(count) + 1))
    name = fit(plain(entity.name), room)
    line: Line = [(name, "name")]
    used = cell_len(name)
    role = plain(entity.roles[0]) if entity.roles else ""
    space = room - used - 2
    if role and space >= min(_SHORTEST_DETAIL, cell_len(role)):
        role = fit(role, space)
        line += [("  ", "gap"), (role, "detail")]
        used += 2 + cell_len(role)
    spread = _spark(entity, document, room - used - 2)
    if spread:
        line += [(" " * (room - used - len(spread)), "gap"), (spread, "spark")]
        used = room
    line += [(" " * max(0, width - used - len(count)), "gap"), (count, "count")]
    return line


def _speaker_line(quote: Quote, width: int) -> Line:
    indent: Piece = ("  ", "gap")
    room = max(1, width - 2)
    if quote.speaker is None:
        names = ", ".join(plain(candidate.name) for candidate in quote.candidates)
        if not names:
            label = "in a heading, nobody named" if quote.kind == "heading" else "nobody named"
            label = f"{quote.unmarked}, {label}" if quote.unmarked else label
            return [indent, (fit(label, room), "detail")]
        label = fit("unattributed?", room)
        return [indent, (label, "doubt"), (fit(f" {names}", max(0, room - len(label))), "detail")]
    name, detail = _both(quote.speaker, quote.sort, _manner(quote.speaker), room)
    line: Line = [indent, (name, "speaker")]
    return [*line, (f" · {detail}", "detail")] if detail else line


_WHOLE = 10_000
"""Cells in which any row has room for all that it says."""


def told_of(finding: Quote | OtherMarked) -> str:
    """What a row says below the words, at full length: speaker and how found, or candidates, or why nobody said it."""
    if isinstance(finding, OtherMarked):
        return _WHY[finding.why]
    return "".join(words for words, _ in _speaker_line(finding, _WHOLE))


def _both(speaker: Speaker, sort: str, manner: str, room: int) -> tuple[str, str]:
    """Name, and what sort of quote it is and how the speaker was found: the longer gives way, so that both are seen."""
    name, detail = plain(speaker.name), " · ".join(filter(None, (sort, manner)))
    if cell_len(name) + 3 + cell_len(detail) <= room or not detail:
        return fit(name, room), detail
    if cell_len(manner) > room // 2:
        inner = manner.strip("“”")
        manner = fit(manner, room // 2) if inner == manner else f"“{fit(inner, room // 2 - 2)}”"
    # a description has no last name that tells who it is
    least = 2 * _SHORTEST_NAME if sort and manner and speaker.person is None else _SHORTEST_NAME
    for detail, cells in ((" · ".join(filter(None, (sort, manner))), least), (sort or manner, _SHORTEST_NAME)):
        left = room - 3 - cell_len(detail)
        if left >= min(cell_len(name), cells):
            # people are known by their last names
            return (fit if speaker.person is None else _surnames)(name, left), detail
    return fit(name, room), ""


def _surnames(name: str, width: int) -> str:
    """The end of a person's name: "… Lopez Obrador"; its beginning, where the last name alone has no room."""
    shown = fit_end(name, width)
    return shown if shown == name or shown.startswith(f"{ELLIPSIS} ") else fit(name, width)


def _bare(words: str) -> str:
    """A description without the word that only points: "A police officer" is "police officer"."""
    first, _, rest = words.casefold().partition(" ")
    return rest if first in ("a", "an", "the", "some") and rest else words.casefold()


def _manner(speaker: Speaker) -> str:
    """How the speaker was found, as a row says it; "" where the name itself stands at the quote."""
    if speaker.how == "carried":
        return "carried over"
    words = plain(speaker.text)
    if speaker.named_there or not words or _bare(words) == _bare(plain(speaker.name)):
        return ""
    return f"“{words}”"


def number_line(number: Number, document: Document, width: int, other: str = "", whole: int = 0) -> Line:
    """A figure's value, with `other` after it, and what it counts, or else what it stands among.

    `whole` is the width of the row where a mark follows, so that what is counted stands in one column in every row.
    """
    column = min(max(10, (whole or width) * 2 // 5), _VALUE, max(0, width - _SHORTEST_DETAIL - 2))
    value = plain(figure(number)) or plain(document.slice(number.span))
    value = f"{value} {plain(other)}" if other else value
    what = plain(counted(number))
    if not column or (not what and cell_len(value) > width - _SHORTEST_DETAIL - 2):
        return [(fit(value, width), "figure")]
    shown = fit(value, width - _SHORTEST_DETAIL - 2) if cell_len(value) > column else _pad(value, column)
    room = width - cell_len(shown) - 2
    if not what:
        from tui.ui.in_context import in_context

        what = in_context(number, document, room)
    return [(shown, "figure"), ("  ", "gap"), (fit(what, room), "detail")] if what else [(shown, "figure")]


_WHY = {
    "title": "not speech: a title",
    "nickname": "not speech: a nickname",
    "sign": "not speech: written on something",
    "imagined": "not speech: only imagined",
    "repeat": "quoted a second time",
    "term": "not speech: a term",
}


def matter(finding: Item, document: Document, analysis: Analysis | None = None) -> Line:
    """A finding for the status line: what it is in full, without its place among the mentions.

    With `analysis`, what it is part of, a speaker who is carried over has the paragraph that mentions them last.
    """
    if isinstance(finding, Number):
        from tui.domain.wording import says_more

        words = plain(document.slice(finding.span))
        what = plain(counted(finding))
        value = plain(figure(finding))
        line: Line = [(value or words, "figure")]
        if what:
            line.append((f" {what}" if finding.kind == "count" and not finding.words else f" · {what}", "detail"))
        if value and says_more(words, finding):
            line.append((f" · “{words}”", "detail"))
        return line
    if isinstance(finding, Quote):
        return _quote_matter(finding, document, analysis)
    if isinstance(finding, OtherMarked):
        return [(_WHY[finding.why], "detail"), (f" · “{plain(document.slice(finding.span))}”", "name")]
    line = [(plain(finding.name), "name")]
    roles = [plain(role) for role in finding.roles]
    if roles:
        line.append((", " + ", ".join(roles[:3]), "detail"))
    return line


_HOW = {
    "named": "named at the quote",
    "pronoun": "by “{}”",
    "nominal": "by “{}”",
    "carried": "carried over",
}


_SORTS = {
    "heading": "in a heading",
    "reported": "reported, not verbatim",
    "turn": "a turn, without marks",
    "question": "a question, without marks",
    "answer": "an answer, without marks",
    "signed": "signed, without marks",
}


def _quote_matter(quote: Quote, document: Document, analysis: Analysis | None) -> Line:
    """Who said it, what sort of quote it is and how long, and then how the speaker was found: that may be cut."""
    speaker = quote.speaker
    told = [_SORTS.get(quote.sort, quote.sort)] if quote.sort else []
    paragraphs = 1 + document.paragraph_at(max(quote.span.start, quote.span.end - 1))
    paragraphs -= document.paragraph_at(quote.span.start)
    if paragraphs > 1:
        told.append(f"{paragraphs} paragraphs")
    if speaker is not None:
        line: Line = [(plain(speaker.name), "name")]
        told.append(_HOW["named" if speaker.named_there else speaker.how].format(plain(speaker.text)))
        told += _mentioned(quote, document, analysis) if analysis is not None and speaker.how == "carried" else []
    elif not quote.candidates:
        line = [("nobody is named", "doubt")]
    else:
        line = [("unattributed?", "doubt")]
        perhaps = f"perhaps {' or '.join(map(_likely, quote.candidates[:4]))}"
        if not told:
            return [*line, (f" {perhaps}", "detail")]
        told.append(perhaps)
    return [*line, *((f" · {words}", "detail") for words in told)]


def _mentioned(quote: Quote, document: Document, analysis: Analysis) -> list[str]:
    from tui.ui.carried import carried_from

    span = carried_from(quote, analysis, document)
    if span is None:
        return []
    return [f"mentioned {'last' if span < quote.span else 'only later,'} in ¶ {document.paragraph_at(span.start) + 1}"]


def _likely(candidate: Candidate) -> str:
    return f"{plain(candidate.name)} ({candidate.confidence:.0%})"


def nobody(quote: Quote) -> str:
    """What is said where the speaker of a quote is asked for that has none."""
    return "Who said this is not sure; o lists who it may be." if quote.candidates else "Nobody is named for this."


def mention_note(mention: Mention, document: Document) -> str:
    """What sort of mention it is, where it is not the name: 'by “he”'."""
    return "" if mention.kind == "name" else f"by “{plain(document.slice(mention.span))}”"


def first_place(finding: Item) -> Span:
    """Where the finding stands first, which also tells it from others of its kind."""
    if isinstance(finding, (Person, Organisation)):
        return finding.mentions[0].span if finding.mentions else Span(0, 0)
    return finding.span


def find_again(finding: Item, findings: tuple[Item, ...], near: int = 0) -> int | None:
    """Where `finding` of an earlier analysis is among those of a later one; looked for at `near` first.

    A person may have got a fuller name and more mentions meanwhile, and have been merged with another: whoever holds
    the first mention is the same. None if nobody does.
    """
    place = first_place(finding)
    if near < len(findings) and first_place(findings[near]) == place:
        return near
    for index, other in enumerate(findings):
        if first_place(other) == place:
            return index
    for index, other in enumerate(findings):
        if isinstance(other, (Person, Organisation)) and any(mention.span == place for mention in other.mentions):
            return index
    return None


def nearest(finding: Item, findings: tuple[Item, ...]) -> int:
    """Where the one of `findings` is that begins nearest to `finding` in the text; -1 if there is none."""
    place = first_place(finding).start
    return min(range(len(findings)), key=lambda at: abs(first_place(findings[at]).start - place), default=-1)


def findings_of(
    kind: str, analysis: Analysis, reported: bool = False, speaker: Item | None = None, others: bool = False
) -> tuple[Item, ...]:
    """What the pane `kind` lists; reported speech only if `reported`, and the quotes of `speaker` alone if it is given.

    `speaker` is a person, an organisation, or a quote whose speaker is meant. `others`: with what stands in quotation
    marks though nobody says it.
    """
    if kind != "quotes":
        found: tuple[Item, ...] = getattr(analysis, kind)
        return found
    quotes = analysis.quotes
    if not reported:
        quotes = tuple(quote for quote in quotes if quote.holds_own_words)
    if speaker is not None:
        return tuple(quote for quote in quotes if said_by(quote, speaker, analysis))
    if not others:
        return quotes
    both: list[Quote | OtherMarked] = [*quotes, *analysis.other_marked]
    return tuple(sorted(both, key=lambda item: item.span))


def said_by(quote: Quote, speaker: Item, analysis: Analysis) -> bool:
    """Whether `quote` is by `speaker`: a person, an organisation, or the speaker of another quote."""
    said = quote.speaker
    if said is None:
        return False
    if isinstance(speaker, Quote):
        other = speaker.speaker
        if other is None:
            return False
        if said.person is None and said.organisation is None:
            return other.person is None and other.organisation is None and said.name == other.name
        return (said.person, said.organisation) == (other.person, other.organisation)
    return analysis.entity_of(said) is speaker


def none_by(speaker: Item, analysis: Analysis) -> str:
    """What is said where no words of `speaker` are listed, and where there may be some."""
    if isinstance(speaker, Quote) and speaker.speaker is None:
        return nobody(speaker)
    if reported := len(findings_of("quotes", analysis, True, speaker)):
        return f"No words of theirs verbatim; r lists what is reported ({reported})."
    perhaps = sum(
        any(analysis.entity_of(candidate) is speaker for candidate in quote.candidates) for quote in analysis.quotes
    )
    return f"No quote is theirs for sure; o lists what they may have said ({perhaps})." if perhaps else _NO_QUOTE


_NO_QUOTE = "No quote of theirs is listed."


def offers(analysis: Analysis) -> frozenset[str]:
    """The ids of the commands of the quotes pane that do something with what has been found."""
    reported = any(not quote.holds_own_words for quote in analysis.quotes)
    found = {"quotes.reported": reported, "quotes.others": bool(analysis.other_marked)}
    return frozenset(command for command, of_use in found.items() if of_use)
