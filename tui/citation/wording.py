"""What the prose styles share: titles in their capitals and marks, names in a row, the sentence with the quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.citation.passage import Passage
    from tui.citation.source import Name

_SMALL = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet vs v n".split()
)
"""Words that stay small inside a title (Citation Style Language 1.0.2, "Title Case Conversion")."""
_WORD = re.compile(r"[^\s–—/-]+")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.)+$")


def title_case(title: str) -> str:
    """A headline with the capitals of an American title; words that have capitals of their own keep them."""
    words = list(_WORD.finditer(title))
    parts, at = [], 0
    for number, match in enumerate(words):
        word = match.group()
        before = title[: match.start()].rstrip()
        opens = number in (0, len(words) - 1) or before.rstrip("”’\"'").endswith((":", "?", "!"))
        small = word.strip("“”‘’\"'()[],;:.!?").lower() in _SMALL and not opens
        first = next((place for place, character in enumerate(word) if character.isalnum()), None)
        if first is not None and word == word.lower() and not small:
            word = word[:first] + word[first].upper() + word[first + 1 :]
        parts += [title[at : match.start()], word]
        at = match.end()
    return "".join([*parts, title[at:]])


def curled(title: str) -> str:
    """A title with straight marks and apostrophes set as a printer would."""
    title = re.sub(r'"([^"]*)"', r"“\1”", title)
    title = re.sub(r"(?<=\w)'(?=\w)|(?<!\w)'(?=(?:\d0s|tis|twas|em|cause|til|n)\b)", "’", title, flags=re.IGNORECASE)
    return re.sub(r"(?<!\w)'(?=\S)([^']*)(?<=\S)'(?!\w)", r"‘\1’", title).replace("'", "’")


def single_marks(title: str) -> str:
    """A title for inside double marks: its own double marks become single ones, and single ones inside those double."""
    parts = re.split(r"“([^“”]*)”", curled(title))
    inside = [part if n % 2 == 0 else f"‘{_doubled(part)}’" for n, part in enumerate(parts)]
    return "".join(part.replace("“", "‘").replace("”", "’") if n % 2 == 0 else part for n, part in enumerate(inside))


def double_marks(title: str) -> str:
    """A title for inside single marks: its own single marks become double ones, but for those inside double ones."""
    parts = re.split(r"(“[^“”]*”)", curled(title))
    return "".join(part if part.startswith("“") else _doubled(part) for part in parts)


def _doubled(words: str) -> str:
    """`words` with double marks in place of their single ones; apostrophes stay."""
    return re.sub(r"(?<!\w)‘([^‘’]*(?:(?<=\w)’(?=\w)[^‘’]*)*)’(?!\w)", r"“\1”", words)


def ended(title: str, mark: str) -> str:
    """The title with `mark` at its end, inside of marks that close there, as in American print.

    A full stop is not added to a question, an exclamation or another full stop; a comma is.
    """
    body = title
    while body[-1:] in ("’", "”") and _closes(body):
        body = body[:-1]
    if body[-1:] == mark or (mark == "." and body[-1:] in ("?", "!")):
        return title
    return f"{body}{mark}{title[len(body) :]}"


def _closes(title: str) -> bool:
    """Whether the last character closes marks opened in the title, and is no apostrophe."""
    opening = {"’": "‘", "”": "“"}[title[-1]]
    return title.rfind(opening) > (title[:-1].rfind("”") if opening == "“" else -1)


def joined(names: Sequence[str], last: str, comma: bool) -> str:
    """Names in a row: "A, B, and C" with "and" for `last` and a comma before it, "A and B" without."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if comma else ''} {last} {names[-1]}"


def inverted(name: Name, given: str) -> str:
    """ "Family, Given, Suffix" with what is known of it."""
    return ", ".join(part for part in (name.family, given, name.suffix) if part)


def sentences(passages: tuple[Passage, ...], cite: Callable[[int], str]) -> str:
    """Each passage as a sentence of a text; `cite` makes the citation of a paragraph's number."""
    return "\n\n".join(quoted(passage, f" {cite(passage.paragraph)}", ".") for passage in passages)


def quoted(passage: Passage, citation: str, stop: str) -> str:
    """The words with who says them, `citation` after them and `stop` at the very end.

    Words that hold quotation marks of their own are set as a block, without marks around them, so that the source's
    marks stay as they are.
    """
    lead = {
        "spoken": f"{passage.who}: ",
        "fragment": f"{passage.who}, quoted in part: ",
        "mixed": f"{passage.who}, quoted in part: ",
        "reported": f"{passage.who}, as reported: ",
        "about": f"On {passage.who}: ",
    }.get(passage.manner, "")
    lead = lead[:1].upper() + lead[1:] if passage.who else ""  # a description may stand for a name
    words = passage.words
    if passage.manner in ("spoken", "fragment") and passage.in_marks:
        return f"{lead}{_without_last_stop(words)}{citation}{stop}"
    if passage.manner == "mixed" or re.search('[“”„«»"\n]', words):
        block = f"{lead.rstrip()}\n\n{words}" if lead else words
        return f"{block}{citation}"
    return f"{lead}“{_stopless(words)}”{citation}{stop}"


def _without_last_stop(words: str) -> str:
    return _stopless(words[:-1]) + words[-1]


def _stopless(words: str) -> str:
    """The words without a last comma or full stop: it belongs after the citation."""
    if words.endswith(",") or (words.endswith(".") and not words.endswith("..") and not _ABBREVIATION.search(words)):
        return words[:-1]
    return words
