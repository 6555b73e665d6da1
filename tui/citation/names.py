"""A byline taken apart into the names of authors, as a list of references wants them.

What is no author is left out: jobs and places, papers and agencies behind a person's name, who took the pictures or
edited, titles and degrees, addresses. What cannot be told apart stays whole, as a body's name does: a byline that is
printed as it was signed misleads nobody, half of it as a family name does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "UPI": "United Press International",
    "DPA": "Deutsche Presse-Agentur",
    "PTI": "Press Trust of India",
    "CP": "Canadian Press",
    "REUTERS": "Reuters",
}
"""Full names of news agencies by the letters they sign with; others stand as they sign."""
_AGENCIES = {short.casefold(): name for short, name in AGENCIES.items()} | {n.casefold(): n for n in AGENCIES.values()}
_PARTICLES = frozenset("van von der den de del della di da dos du la le ter ten zu bin ibn al el in 't ’t op".split())
"""Words that open a family name ("Ursula von der Leyen")."""
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_BODIES = re.compile(
    r"\b(?:press|news|staff|agency|agencies|service|desk|team|editors?|editorial|bureau|times|post|reuters|afp|ap|upi"
    r"|bloomberg|xinhua|tass|guardian|journal|magazine|correspondents?|reporters?|writers?|university|institute"
    r"|association|ministry|department|office|committee|board|organi[sz]ation|council|society|union|bank|foundation"
    r"|company|commission|court|police|government|agence|agentur|tribune|herald|gazette|courier|chronicle|telegraph"
    r"|broadcasting|network|radio|television|tv|bbc|cnn|npr|abc|cbs|nbc|dpa|efe|ansa|pti|kyodo|yonhap|newsroom"
    r"|limited|ltd|inc|gmbh|library|museum|centre|center|federation|league|authority|embassy|parliament|congress)\b",
    re.IGNORECASE,
)
"""Words that make a byline's part a body or a job, not a person's name."""
_JOB = (
    r"(?:correspondents?|reporters?|writers?|editors?|staff|contributors?|columnists?|journalists?|photographers?"
    r"|critics?)"
)
_LAST_JOB = re.compile(rf"{_JOB}\Z", re.IGNORECASE)
_GENERIC = re.compile(
    rf"(?:(?:our|staff|from|and|&|own|the|news|wire|wires|agency|agencies|services?|desk|team|{_JOB})\b\W*)+", re.I
)
"""What names nobody, not even a body."""
_OF_JOBS = frozenset(
    "chief senior junior political foreign staff deputy assistant associate special sports sport business science "
    "health world news city crime court courts education environment economics economic diplomatic travel arts art "
    "technology defence defense home legal local national international regional culture media transport features "
    "night royal us uk europe european africa asia middle east north south contributing freelance investigations data "
    "consumer".split()
)
"""Words before a job that say of what kind it is."""
_BY = re.compile(
    r"\A(?:(?:story|written|reporting|reported|words|text|report|posted|published)\s+)?by:?\s+", re.IGNORECASE
)
_OTHERS = re.compile(
    r"[,;|·•]?\s*\b(?:with\s+)?(?:additional\s+(?:reporting|research|contributions?)|contributions?|photos?|photographs?"
    r"|photography|pictures?|images?|graphics?|illustrations?|videos?|editing|edited|translated|translation)\s+"
    r"(?:by|from)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What tells of people who are no authors."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\S*@\S+|\bhttps?://\S*|\bwww\.\S+")
_TITLE = re.compile(
    r"(?:Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Miss|Mx|Rev(?:erend)?|Baroness|Hon)\.?\s+(?=\S)", re.IGNORECASE
)
_DEGREE = re.compile(
    r"(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?B\.?A|B\.?A|M\.?Sc|B\.?Sc|J\.?D|D\.?Phil|LL\.?M|Esq|CFA|R\.?N)\.?", re.IGNORECASE
)
_WHERE = re.compile(r"\s+(?:in(?! ['’]t )|at|for|from|via)\s+.*|\s+of\s+[Tt]he\s+.*")
"""Where somebody is, or for whom: behind a name of two words."""
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts in which the family name comes first, mostly without a mark between the two."""
_BREAK = re.compile(
    r"\s*(?P<firm>,?\s*\band\b|&|[;·•|/]|,?\s*\bwith\b)\s*|\s*,(?!\s*(?:Jr|Sr|II|III|IV)\b\.?)\s*", re.IGNORECASE
)
"""What stands between names; a comma alone may also lead to a job, a paper or a place."""
_INVERTED = re.compile(r"(?P<family>[^\s,]+(?:\s[^\s,]+){0,3}),\s*(?P<given>[^\s,]+(?:\s[^\s,]+){0,2})")


@dataclass(frozen=True, slots=True)
class Name:
    """One author."""

    family: str
    """Family name with its particles; the whole name of a body or of somebody with one name."""
    given: str = ""
    """Given names; empty for a body."""
    suffix: str = ""
    """"Jr." and the like."""

    @property
    def straight(self) -> str:
        """As it is spoken: "Maria Verza", "Martin Luther King Jr."."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)

    @property
    def initials(self) -> str:
        """Initials of the given names: "M.", "J.-P.", "J. K."."""
        words = re.findall(r"[^\s.-]+|-", self.given)
        return re.sub(r" ?- ?", "-", " ".join("-" if word == "-" else f"{word[0].upper()}." for word in words))


def parse_names(byline: str) -> tuple[Name, ...]:
    """The authors that a byline names, in its order; where it names no person, the body it names, as one."""
    line = _OTHERS.sub("", _BY.sub("", " ".join(_ASIDE.sub(" ", byline).split()), count=1)).strip(" .,;|/–—-") or ""
    if byline.rstrip().endswith(("Jr.", "Sr.")):
        line = byline.rstrip()
    if inverted := _inverted(line):
        return inverted
    names: list[Name] = []
    people = False
    for words, firm in _parts(line):
        bare = _without_job(_WHERE.sub("", words) if _is_name(_WHERE.sub("", words)) else words)
        if _is_job(words) or _GENERIC.fullmatch(bare) or _DEGREE.fullmatch(bare):
            continue
        agency = _AGENCIES.get(bare.removeprefix("The ").casefold())
        bare = agency or bare
        body = bool(agency or _BODIES.search(bare) or _GENERIC.fullmatch(words))
        if names and (body or bare.islower() or not (firm or " " in bare)):
            continue
        names.append(Name(bare) if body else _parse_name(bare))
        people = people or not body
    if names and not people:
        whole = line.removeprefix("The ").casefold()
        return (Name(names[0].family if whole in _AGENCIES or "," in line else line),)
    return tuple(names)


def _parts(line: str) -> list[tuple[str, bool]]:
    """The parts of a byline, each with whether what stands before it joins names and nothing else."""
    parts, at, firm = [], 0, True
    for match in _BREAK.finditer(line):
        parts.append((line[at : match.start()], firm))
        at, firm = match.end(), bool(match.group("firm"))
    parts.append((line[at:], firm))
    stripped = ((_TITLE.sub("", part.strip(" –—-:"), count=1), firm) for part, firm in parts)
    return [(part if re.search(r"\b(?:Jr|Sr)\.$", part) else part.rstrip("."), firm) for part, firm in stripped if part]


def _inverted(line: str) -> tuple[Name, ...]:
    """The names of a line that has family names first, as catalogues do ("Lee, Ann; Lin, Bo"); else none."""
    found = []
    for part in line.split(";"):
        match = _INVERTED.fullmatch(part.strip())
        if match is None or re.search(r"\band\b|&", part) or _BODIES.search(part) or _DEGREE.fullmatch(match["given"]):
            return ()
        *particles, last = match["family"].split()
        if any(word.lower() not in _PARTICLES for word in particles) or not last[0].isupper():
            return ()
        if not all(word[0].isupper() or word.lower() in _PARTICLES for word in match["given"].split()):
            return ()
        if match["given"].strip(".").lower() in _SUFFIXES:
            return ()
        found.append(Name(match["family"], match["given"]))
    return tuple(found)


def _is_name(words: str) -> bool:
    return len(words.split()) >= 2 and not _BODIES.search(words)


def _is_job(words: str) -> bool:
    """Whether words say what somebody is and nothing else: "Chief political correspondent"."""
    *kind, last = words.split()
    return bool(_LAST_JOB.fullmatch(last)) and all(word.lower() in _OF_JOBS for word in kind)


def _without_job(words: str) -> str:
    """A name without the job that follows it: "Ann Lee Political editor"."""
    parts = words.split()
    if len(parts) < 3 or parts[0].lower() in ("our", "the") or not _LAST_JOB.fullmatch(parts[-1]):
        return words
    kept = parts[:-1]
    while len(kept) > 2 and kept[-1].lower() in _OF_JOBS:
        kept.pop()
    return " ".join(kept) if _is_name(" ".join(kept)) else words


def _parse_name(words: str) -> Name:
    if _EAST_ASIAN.search(words):
        return Name(words)
    parts = (_capitalised(words) if not _is_mixed(words) and " " in words else words).replace(",", " ").split()
    if len(parts) < 2 or parts[0] in ("The", "THE"):
        return Name(words)
    suffix = parts.pop() if parts[-1].strip(".").lower() in _SUFFIXES and len(parts) > 2 else ""
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in _PARTICLES:
        first -= 1
    return Name(" ".join(parts[first:]), " ".join(parts[:first]), suffix)


def _is_mixed(words: str) -> bool:
    return not words.isupper() and not words.islower()


def _capitalised(words: str) -> str:
    """A byline in capitals as a name is written: "MARIA O'NEILL-VERZA" is Maria O'Neill-Verza."""
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), words)
