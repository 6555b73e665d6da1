"""What is what in an article that came as plain text: title, standfirst, byline, caption, heading, body, boilerplate.

Paragraphs are tagged, never rewritten. Works as it goes, a dozen paragraphs ahead, because the first page is drawn with
it: nothing may be imported here but `re`.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.domain.text import ParagraphKind

    Tagged = tuple[int, int, ParagraphKind, int | None]

_LINE = re.compile(r"[^\s][^\n\r\u2028\u2029]*")
_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n)(?!\s*\Z))*")
_HARD_WRAP_LIMIT = 90
"""Columns: mail and Gutenberg texts are broken at 65 to 80."""
_WIDEST = 140
"""Columns: editors break a little further out; a longer line is a paragraph."""
_LOOK_AHEAD = 12
"""Paragraphs among which the head of an article is told apart."""

DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’'-]+(?:[ -][A-Z.’'-]+)*(?:, (?:[A-Z][\w.’'-]+ ?){1,3})?)"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?(?= ?\())?"
    r"(?: ?\((?P<agency>[A-Z][A-Za-z. ]{1,24})\))?,? ?(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})? ?)?[—–-]{1,2} ?"
)
_CREDIT = re.compile(
    r"(?:\b(?:Image|Photo|Photograph|Picture|Credit|Photo credit|Foto|Illustration|Source)s?(?: by| courtesy(?: of)?)?"
    r": ?[^.]{2,60}|\((?:AP|AFP|Reuters|Getty|EPA|PA)\b[^)]*\)|(?:REUTERS|AFP|EPA|Getty Images|AP Photo) ?/ ?[^.]{2,60}"
    r"|[/|] ?(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA)|Getty Images|\(File [Pp]hoto\))[\s.)]*$"
    r"|^(?:FILE(?: PHOTO)?\b|File photo\b|PHOTO:|IMAGE:)"
)
_BYLINE = re.compile(r"^(?:By|BY|Written by|Reporting by|Story by)\s+(?P<names>[A-Z][^.!?\n]{2,100}?)\s*$")
_BOILERPLATE = (
    r"^(?:source link|source|(?:read|see|learn) more\b.{0,80}|read (?:also|next)\b.{0,80}|also read\b.{0,100}"
    r"|advertisement(?:\W.{0,60})?|ad|(?:story|article) continues below\b.{0,40}|scroll (?:down )?to continue\b.{0,40}"
    r"|sponsored(?: content)?|share(?: this)?(?: (?:article|story|page|post|on|via)\b.{0,40})?|tweet|print|e-?mail"
    r"|comments?(?: \(\d+\))?|\d+ comments?|click to (?:share|print|email)\b.{0,80}|copy link"
    r"|listen to this (?:article|story)"
    r"|\d{1,2} min(?:ute)?s?(?: read)?|like this:|(?:(?:facebook|twitter|x|whatsapp|linkedin|reddit|e-?mail|telegram"
    r"|pinterest|copy link|print|share)(?:\W+|$)){2,}"
    r"|(?:sign up|subscribe|register)\b.{0,120}|follow us\b.{0,60}|click here\b.{0,80}|(?:©|\(c\)|copyright)\b.{0,160}"
    r"|all rights reserved\b.{0,80}|related(?: (?:articles?|stories|topics|news|posts|content|coverage))?:?"
    r"|(?:related|see also|don.t miss|watch|recommended|more from)\b ?: ?.{1,140}|more from [^.!?]{2,40}"
    r"|more on this story"
    r"|you (?:may|might) also (?:like|be interested in)\b.{0,40}|top stories|latest (?:news|stories)"
    r"|(?:next|previous) (?:article|story|post)(?: ?[:→»].{0,100})?"
    r"|(?:tags|topics|filed under|posted in|categories) ?: ?.{1,140}"
    r"|support (?:our|independent|quality|local) journalism\b.{0,120}"
    r"|get (?:the latest|our) .{0,60}\b(?:inbox|newsletter|app)\b.{0,40}"
    r"|(?:terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy)(?: ?[|·•,–-].{0,80})?"
    r"|cookie settings"
    r"|we use cookies\b.{0,200}|manage (?:cookies|consent|preferences)|by (?:continuing|clicking|signing up)\b.{0,160}"
    r"(?:cookies?|privacy|terms|consent)\b.{0,60}"
    r"|skip to (?:main )?content|(?:this|our) (?:web)?site uses cookies\b.{0,120}|accept(?: all)? cookies|loading\W*"
    r"|trending(?: now)?|recommended(?: for you)?|most (?:read|popular)|back to top|leave a (?:comment|reply)"
    r"|download (?:the|our) app\b.{0,60}|supported by|continue reading(?: the main story)?)$"
)
_FURNITURE = frozenset(
    "accept ad advertisement all also article back by categories click comment comments continue cookie copy copyright "
    "don download e email facebook filed follow get latest learn leave like linkedin listen loading manage more most "
    "next our pinterest posted previous print privacy read recommended reddit register related scroll see share sign "
    "skip source sponsored story subscribe support supported tags telegram terms this top topics trending tweet "
    "twitter watch we whatsapp x you".split()
)
"""Letters with which `_BOILERPLATE` begins, where it begins with letters (a test derives them from it).

It takes 3 ms to compile, a tenth of the time to the first page, and most pages hold nothing that begins like that.
"""
_DATE_LINE = (
    r"^(?:(?:first )?(?:published|posted|updated|last updated|created|date)(?: on| at)?:? ?)?"
    r"(?:\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}),? )?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? \d{4}"
    r"|\d{4}-\d\d-\d\d)"
    r"(?:(?:,| at| [-–—|]|T)? ?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{1,4}(?:[+-]\d+)?)?)?\.?$"
)
"""A paragraph that is only the date of the article."""
_ENDS_LIKE_PROSE = re.compile(r"[.!?…:;,。！？；：，、．؟؛،।॥][\"”’»')\]」』）]*$")
_STOPS = re.compile(r"[.!?:][\"”’»)]*\s*$")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\d{4}")
_LIST_MARK = re.compile(r"^(?:[-*•–]|\d{1,3}[.)])\s")


def is_hard_wrapped(text: str) -> bool:
    """Whether the lines of `text` were broken at a column, so that only blank lines part its paragraphs."""
    lines = text[:20000].split("\n")[:400]
    pairs = full = broken = longest = 0
    for line, following in zip(lines, lines[1:], strict=False):
        if line.strip() and following.strip():
            pairs += 1
            longest = max(longest, len(line))
            if longest > _WIDEST:
                return False
            # a line broken at a column is long and, mostly, in the middle of a sentence
            whole = len(line) > 50 and not line[0].isspace() and not _STOPS.search(line)
            full += whole
            broken += whole and following.lstrip()[:1].islower()
    if longest <= _HARD_WRAP_LIMIT and pairs >= 4 and full >= pairs * 0.6:
        return True
    return broken >= 2 and broken >= pairs * 0.4


def paragraph_spans(text: str, wrapped: bool | None = None) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each paragraph: each line with words in it, or each block where lines are hard-wrapped
    (which is found out, unless `wrapped` says it)."""
    pattern = _BLOCK if (is_hard_wrapped(text) if wrapped is None else wrapped) else _LINE
    for match in pattern.finditer(text):
        start, end = match.span()
        while text[end - 1].isspace():
            end -= 1
        yield start, end


def tag_paragraphs(text: str) -> Iterator[Tagged]:
    """Yield (start, end, kind, index of the earlier paragraph it repeats or None), in order."""
    return tag_spans(text, paragraph_spans(text))


def tag_spans(
    text: str, paragraphs: Iterable[tuple[int, int]], known: Sequence[ParagraphKind | None] = ()
) -> Iterator[Tagged]:
    """The same for `paragraphs` that markup has already told apart; `known` has the kinds it has stated.

    A paragraph that markup calls no heading is none, however short it is.
    """
    spans = iter(paragraphs)
    head = [span for _, span in zip(range(_LOOK_AHEAD), spans, strict=False)]
    words_of_head = [text[start:end] for start, end in head]
    kinds = _head_kinds(words_of_head) if not known else [None] * len(head)
    seen: dict[str, tuple[int, ParagraphKind]] = {}
    for number, (start, end) in enumerate(_chain(head, spans)):
        words = text[start:end]
        if words in seen:
            first, kind = seen[words]
            yield start, end, kind, first
            continue
        if known:
            kind = known[number] or _marked_up(words)
        else:
            kind = (kinds[number] if number < len(kinds) else None) or kind_of(words)
        seen[words] = number, kind
        yield start, end, kind, None


def pull_quotes(words: Sequence[str], kinds: Sequence[ParagraphKind]) -> dict[int, int]:
    """Short paragraphs whose words stand in a longer one as well, as layouts pull them out: their index to its index.

    Only the article's own prose is looked at, and of it what is set apart: a heading, or words in quotation marks.
    """
    prose = [(number, _bare(text)) for number, text in enumerate(words) if kinds[number] in ("body", "list")]
    found: dict[int, int] = {}
    for number, text in enumerate(words):
        if kinds[number] not in ("heading", "body", "pullquote") or not 20 <= len(text) <= 300:
            continue
        if kinds[number] == "body" and text[0] not in "\"“‘«'":
            continue
        short = _bare(text)
        if short.count(" ") < 4:
            continue
        holder = next((n for n, long in prose if n != number and len(long) > len(short) and short in long), None)
        if holder is not None:
            found[number] = holder
    return found


def _bare(text: str) -> str:
    """`text` for comparing: words alone, in lower case, with a space before, between and after them."""
    return " " + " ".join(_WORD.findall(text.lower())) + " "


def _marked_up(words: str) -> ParagraphKind:
    kind = kind_of(words)
    return "body" if kind == "heading" else kind


def _chain(head: Iterable[tuple[int, int]], rest: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from head
    yield from rest


def _head_kinds(paragraphs: list[str]) -> list[ParagraphKind | None]:
    """The kinds of the first paragraphs, or None where only the paragraph's own look decides."""
    kinds: list[ParagraphKind | None] = [None] * len(paragraphs)
    if len(paragraphs) < 2 or not _is_title(paragraphs[0]):
        return kinds
    kinds[0] = "title"
    own = [kind_of(words) for words in paragraphs]
    prose = [n for n, kind in enumerate(own) if kind in ("body", "heading") and paragraphs[n] != paragraphs[0]]
    opening = next((number for number in prose if DATELINE.match(paragraphs[number])), None)
    if opening is None:
        # no dateline: a standfirst is what stands between the title and a byline or a picture
        marks = [number for number, kind in enumerate(own) if kind in ("byline", "caption")]
        opening = marks[0] if marks and marks[0] <= 3 else 0
    before = [number for number in prose if number < opening]
    if len(before) <= 3:
        for number in before:
            kinds[number] = "standfirst"
    return kinds


def _is_title(words: str) -> bool:
    if len(words) > 200 or DATELINE.match(words):
        return False
    return not _ENDS_LIKE_PROSE.search(words.rstrip("?!")) or _ends_with_initials(words)


def _ends_with_initials(words: str) -> bool:
    """Whether the stop of a headline is that of an abbreviation: "Port Opens to Ferries From the U.S."

    A sentence may end so as well, but not have nearly all of its words in capitals.
    """
    if words[-1] != "." or words[-3:-2] != "." or not words[-2].isupper():
        return False
    longer = [word for word in words.split() if len(word) > 3]
    return len(longer) > 3 and sum(word.lstrip("\"'“‘(")[:1].isupper() for word in longer) >= 0.8 * len(longer)


def _is_boilerplate(words: str) -> bool:
    letters = _LETTERS.match(words)
    if (letters and letters.group().lower() not in _FURNITURE) or not (letters or words[0] in "©(0123456789"):
        return False
    return re.match(_BOILERPLATE, words, re.IGNORECASE) is not None


def is_date_line(words: str) -> bool:
    """Whether a paragraph is no more than the date of the article, with or without the time."""
    return len(words) <= 80 and _YEAR.search(words) is not None and bool(re.match(_DATE_LINE, words, re.IGNORECASE))


def kind_of(words: str) -> ParagraphKind:
    """What a paragraph is by its own look, wherever it stands."""
    if len(words) > 700:
        return "body"
    if _is_boilerplate(words):
        return "boilerplate"
    if is_date_line(words):
        return "dateline"
    if _BYLINE.match(words) and len(words.split()) <= 14:
        return "byline"
    if _CREDIT.search(words):
        return "caption"
    if (
        len(words) <= 90
        and len(words.split()) <= 12
        and not _ENDS_LIKE_PROSE.search(words)
        and not _LIST_MARK.match(words)
        and any(character.isalpha() for character in words)
    ):
        return "heading"
    return "body"
