"""Where somebody is from by words: "the Palestinian leader" is no Israeli, "the Oslo mayor" not of Bergen.

Only what speaks against somebody is looked for: a description of another nation, or of another seat.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.edges import Name
    from tui.analysis.entities import Entity
    from tui.analysis.nominals import Description
    from tui.analysis.words import Words

_NO_NATION = frozenset("african asian north south latin central native euro anglo".split())
"""What makes a people of its own of "American"."""
_SEATS = frozenset(
    "mayor governor senator councillor councilman councilwoman councilmember lawmaker congressman congresswoman "
    "sheriff bishop archbishop mp assemblyman assemblywoman selectman alderman prefect vicar rector coroner".split()
)
"""Those who are of one place."""
_OF_STATES = frozenset(["governor", "senator"])
_STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode "
    "tennessee texas utah vermont virginia washington wisconsin wyoming alberta manitoba ontario quebec saskatchewan "
    "victoria queensland tasmania wales scotland england bavaria county".split()
)
"""Words for what has towns in it."""
_FROM = frozenset(["of", "from", "for", "in"])


@cache
def _nations() -> dict[str, frozenset[int]]:
    """For each word or two, lower case, the rows of nations that it may be of."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(lexicon.rows("nations")):
        for form in row:
            found.setdefault(form.lower(), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def nations_in(said: Sequence[str]) -> frozenset[int]:
    """The nations that lower-case words name, as numbers; none where they name none."""
    known, found, index = _nations(), set[int](), 0
    while index < len(said):
        two = " ".join(said[index : index + 2])
        word = said[index].removesuffix("'s").removesuffix("’s")
        if two in known:
            found |= known[two]
            index += 1
        elif word in known and not (index and said[index - 1] in _NO_NATION):
            found |= known[word]
        index += 1
    return frozenset(found)


class Origins:
    """Where the people of one text are from."""

    def __init__(self, words: Words, named: Iterable[tuple[Entity, list[Name]]]) -> None:
        """`named` has everybody with their names; nothing is looked up before it is asked for."""
        self._words = words
        self._named = named
        self._behind: dict[int, list[list[str]]] | None = None
        self._told: dict[int, frozenset[int]] = {}

    def tell(self, entity: Entity, nations: frozenset[int]) -> None:
        """Note that a description with these nations was taken for somebody."""
        if nations:
            self._told[id(entity)] = self._told.get(id(entity), frozenset()) | nations

    def nations(self, entity: Entity) -> frozenset[int]:
        """The nations of somebody, by their roles, by what stands behind their name, by what they were called."""
        found = self._told.get(id(entity), frozenset())
        for role in entity.roles:
            found |= nations_in(role.lower().replace("-", " ").split())
        for words in self._after_name(entity):
            found |= nations_in([word.lower() for word in words])
        return found

    def speak_against(self, entity: Entity, description: Description) -> bool:
        """Whether a description must be of somebody else than `entity`: of another nation, or of another seat."""
        if description.nations:
            own = self.nations(entity)
            if own and not own & description.nations:
                return True
        noun, words = description.noun, self._words
        if noun not in _SEATS or description.plain:
            return False
        modifiers = [words.text[i] for i in range(description.first, description.head) if words.pos[i] == "PROPN"]
        places = {word.lower() for word in modifiers if is_place(word)}
        if not places or (noun not in _OF_STATES and places & _STATES):
            return False  # "the Nevada mayor" may be of any town there
        seats = [word for role in entity.roles if noun in role.lower().split() for word in _seat(role.split(), noun)]
        seats += [word for behind in self._after_name(entity) for word in behind]
        return bool(seats) and not places & {word.lower() for word in seats}

    def _after_name(self, entity: Entity) -> list[list[str]]:
        """The capitalised words behind "of" or "from" behind somebody's names: "Governor Ann Lee of New Mexico"."""
        if self._behind is None:
            self._behind = {}
            words = self._words
            for one, names in self._named:
                for name in names if one.kind == "person" else ():
                    if name.last + 1 < len(words) and words.lower[name.last] in ("of", "from"):
                        last = name.last + 1
                        while last < len(words) and words.text[last][:1].isupper() and last < name.last + 4:
                            last += 1
                        if last > name.last + 1:
                            self._behind.setdefault(id(one), []).append(words.text[name.last + 1 : last])
        return self._behind.get(id(entity), [])


def _seat(role: list[str], noun: str) -> list[str]:
    """The words with capitals behind or before a seat in a role: "Oslo" of "mayor of Oslo", "Oslo mayor"."""
    lower = [word.lower() for word in role]
    at = lower.index(noun)
    demonyms = lexicon.words("demonyms")
    if lower[at + 1 : at + 2] and lower[at + 1] in _FROM:
        return [word for word in role[at + 2 :] if word[:1].isupper()]
    return [word for word in role[:at] if word[:1].isupper() and is_place(word) and word not in demonyms]


def is_place(word: str) -> bool:
    """Whether a word with a capital is a place's name, or begins or ends one."""
    return word in lexicon.words("towns") or word.lower() in _parts_of_places()


@cache
def _parts_of_places() -> frozenset[str]:
    return frozenset(word.lower() for place in lexicon.words("places") for word in place.split())
