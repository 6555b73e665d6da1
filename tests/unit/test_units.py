"""The sizes of units, held against Pint's registry."""

from __future__ import annotations

import pint
import pytest

from tui.domain.units import UNITS

_BASES = {
    "length": "meter", "mass": "kilogram", "area": "meter**2", "volume": "meter**3", "speed": "meter/second",
    "fuel economy": "1/meter**2", "pressure": "pascal", "power": "watt", "energy": "joule", "information": "byte",
    "frequency": "hertz", "torque": "newton*meter",
}  # fmt: skip
_OTHERWISE = {
    "stone": "stone", "ton": "short_ton", "troy ounce": "troy_ounce", "knot": "knot", "calorie": "kilocalorie",
    "metric ton": "metric_ton", "fathom": "fathom", "league": "3*mile", "furlong": "660*foot",
    "barrel": "oil_barrel", "pound foot": "force_pound*foot", "mile per gallon": "mile/gallon", "bushel": "bushel",
    "kilocalorie": "kilocalorie", "acre foot": "43560*international_foot**3", "light year": "light_year",
    "astronomical unit": "astronomical_unit", "carat": "carat", "pound per square inch": "psi",
    "acre": "43560*international_foot**2", "british thermal unit": "Btu", "horsepower": "horsepower",
}  # fmt: skip


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


def _pint_name(name: str) -> str:
    if name in _OTHERWISE:
        return _OTHERWISE[name]
    if " per " in name:
        top, _, bottom = name.partition(" per ")
        return f"{top}/{bottom}"
    for word, power in (("square ", 2), ("cubic ", 3)):
        if name.startswith(word):
            return f"{name.removeprefix(word)}**{power}"
    return name.replace(" ", "_") if name.endswith((" mile", " ton", " ounce")) else name.replace(" ", "*")


@pytest.mark.parametrize("name", [name for name, unit in UNITS.items() if unit.dimension in _BASES])
def test_a_unit_has_the_size_that_pint_gives_it(registry: pint.UnitRegistry, name: str) -> None:
    unit = UNITS[name]
    size = registry.parse_expression(_pint_name(name)).to(_BASES[unit.dimension]).magnitude
    assert unit.factor == pytest.approx(size, rel=1e-4)


def test_a_partner_measures_the_same_and_leads_to_another_system() -> None:
    for unit in UNITS.values():
        if unit.partner:
            assert UNITS[unit.partner].dimension == unit.dimension
            assert not unit.system or UNITS[unit.partner].system != unit.system
