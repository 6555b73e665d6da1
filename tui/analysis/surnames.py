"""Which words of a person's name are the surname, by which the text goes on to call them.

The last one with its particles and hyphens ("ter Horst", "Nwosu-Clarke", "al-Masri"); the first one of Chinese, Korean
and Vietnamese names in their own order ("Wang Wentao"); the given name of patronymics ("Katla Jónsdóttir").
"""

from __future__ import annotations

import re

from tui.analysis import lexicon
from tui.analysis.edges import PARTICLES, SUFFIXES
from tui.analysis.words import is_hyphen

_SYLLABLE = (
    r"(?:(?:zh|ch|sh|ph|th|kh|gh|ng|tr|[bpmfdtnlgkhjqxrzcsywv])?"
    r"(?:yeo|yeu|eui|iang|iong|uang|ang|eng|ong|ing|iao|ian|uan|yun|yeon|eon|ae|ai|an|ao|eu|ei|en|er|ia|ie|in|iu|oo|oe|"
    r"ou|oh|on|ua|ui|un|uo|ue|ee|ah|eo|[aeiouy])(?:ng|[nmkltpg])?)"
)
_GIVEN = re.compile(rf"^{_SYLLABLE}{{1,2}}$", re.IGNORECASE)
_PATRONYMIC = re.compile(r"(?:d[óo]ttir|sd[óo]tter|sson)$")

_FAMILY = re.compile(
    r"(?:d[óo]ttir|sd[óo]tter|shvili|adze|enko|escu|oğlu|oglu|opoulos|[ae]kis|wicz|[oe]wsk[ia]|[ńn]sk[ia]|ovi[ćcč]|evi[ćcč]"
    r"|i[ćč]|zadeh|yeva?|ovna|evna|ovich|evich|ssen|ström|berg[ae]r|quist|gård)$"
)
"""How surnames end that are seldom anything else."""


def is_family(word: str) -> bool:
    """Whether a word ends as surnames do and hardly anything else: "Jónsdóttir", "Kovačević"."""
    return len(word) > 5 and word[0].isupper() and bool(_FAMILY.search(word))


def surname(form: tuple[str, ...]) -> str:
    """The last word of a person's name that is no suffix; the last of all where all are."""
    return ([word for word in form if word not in SUFFIXES] or form)[-1]


def family_first(form: tuple[str, ...]) -> bool:
    """Whether a name is in East Asian order: a family name, then one or two words of one or two syllables."""
    if len(form) < 2 or form[0] not in lexicon.words("east_asian_surnames"):
        return False
    given = [word for word in form[1:] if not is_hyphen(word)]
    if not 1 <= len(given) <= 2 or not all(_GIVEN.match(word) for word in given):
        return False
    return given[0] not in lexicon.words("first_names") or len(given) > 1 or len(given[0]) > 5


def tail(form: tuple[str, ...]) -> tuple[str, ...]:
    """The surname of a full name with its particles and hyphens."""
    if family_first(form):
        return form[:1]
    last = len(form)
    while last > 1 and form[last - 1] in SUFFIXES | {",", "."}:
        last -= 1
    first = last - 1
    while first > 0:
        before = form[first - 1]
        if is_hyphen(before) and first > 1:
            first -= 2
        elif before in PARTICLES or (before.lower() in PARTICLES and first > 1):
            first -= 1
        else:
            break
    return form[first:last]


def called_by(form: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What the bearer of a full name may be called for short: the surname; for patronymics the given name too."""
    short = tail(form)
    found = [short]
    if len(short) > 1 and short[0][0].islower():
        found.append((short[0].title(), *short[1:]))  # "Van der Meulen" at the start of a sentence
    if len(short) > 1:
        found.append(short[-1:])  # "Masri" of al-Masri
        found.append(tuple(word for word in short if not is_hyphen(word)))
    if _PATRONYMIC.search(form[-1]) and len(form) > 1:
        found.append(form[:1])
    return [part for part in found if len(part) < len(form)]
