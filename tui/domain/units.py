"""What a unit measures and how large it is: enough to sort measures by size and to convert them.

Factors are exact by definition where one exists: NIST Special Publication 811 (2008), appendix B; binary prefixes are
not used, a megabyte is 10⁶ bytes (IEC 80000-13). Names are those of `Number.unit`: full, English, singular.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure."""

    dimension: str
    """What it measures: "length", "mass" …"""
    factor: float
    """Its size in the base unit of the dimension (metre, kilogram, second, square metre, cubic metre …)."""
    partner: str | None = None
    """The unit a reader of the other system of measures would want it in."""
    system: str = ""
    """"US" or "metric" where it belongs to one of the two."""


def _table(dimension: str, system: str, *rows: tuple[str, float, str | None]) -> dict[str, Unit]:
    return {name: Unit(dimension, factor, partner, system) for name, factor, partner in rows}


UNITS: dict[str, Unit] = {
    **_table(
        "length", "US",
        ("inch", 0.0254, "centimeter"), ("foot", 0.3048, "meter"), ("yard", 0.9144, "meter"),
        ("mile", 1609.344, "kilometer"), ("nautical mile", 1852, "kilometer"), ("fathom", 1.8288, "meter"),
        ("furlong", 201.168, "meter"), ("league", 4828.032, "kilometer"),
    ),
    **_table(
        "length", "metric",
        ("nanometer", 1e-9, None), ("micrometer", 1e-6, None), ("millimeter", 0.001, "inch"),
        ("centimeter", 0.01, "inch"), ("decimeter", 0.1, "inch"), ("meter", 1, "foot"), ("kilometer", 1000, "mile"),
    ),
    **_table(
        "length", "",
        ("astronomical unit", 149_597_870_700, "kilometer"), ("light year", 9.4607304725808e15, None),
        ("parsec", 3.0856775814913673e16, None),
    ),
    **_table(
        "mass", "US",
        ("grain", 6.479891e-5, "gram"), ("ounce", 0.028349523125, "gram"), ("pound", 0.45359237, "kilogram"),
        ("stone", 6.35029318, "kilogram"), ("short ton", 907.18474, "metric ton"), ("ton", 907.18474, "metric ton"),
        ("long ton", 1016.0469088, "metric ton"), ("troy ounce", 0.0311034768, "gram"),
    ),
    **_table(
        "mass", "metric",
        ("microgram", 1e-9, None), ("milligram", 1e-6, None), ("gram", 0.001, "ounce"), ("kilogram", 1, "pound"),
        ("metric ton", 1000, "short ton"),
    ),
    **_table(
        "area", "US",
        ("square inch", 0.00064516, "square centimeter"), ("square foot", 0.09290304, "square meter"),
        ("square yard", 0.83612736, "square meter"), ("acre", 4046.8564224, "hectare"),
        ("square mile", 2_589_988.110336, "square kilometer"),
    ),
    **_table(
        "area", "metric",
        ("square millimeter", 1e-6, "square inch"), ("square centimeter", 1e-4, "square inch"),
        ("square meter", 1, "square foot"), ("hectare", 1e4, "acre"), ("square kilometer", 1e6, "square mile"),
    ),
    **_table(
        "volume", "US",
        ("teaspoon", 4.92892159375e-6, "milliliter"), ("tablespoon", 1.478676478125e-5, "milliliter"),
        ("fluid ounce", 2.95735295625e-5, "milliliter"), ("cup", 2.365882365e-4, "milliliter"),
        ("pint", 4.73176473e-4, "liter"), ("quart", 9.46352946e-4, "liter"), ("gallon", 0.003785411784, "liter"),
        ("barrel", 0.158987294928, "liter"), ("bushel", 0.03523907016688, "liter"),
        ("cubic inch", 1.6387064e-5, "cubic centimeter"), ("cubic foot", 0.028316846592, "cubic meter"),
        ("cubic yard", 0.764554857984, "cubic meter"), ("acre foot", 1233.48183754752, "cubic meter"),
        ("cubic mile", 4.168181825440579e9, "cubic kilometer"),
    ),
    **_table(
        "volume", "metric",
        ("milliliter", 1e-6, "fluid ounce"), ("centiliter", 1e-5, "fluid ounce"), ("liter", 0.001, "gallon"),
        ("cubic centimeter", 1e-6, "cubic inch"), ("cubic meter", 1, "cubic foot"),
        ("cubic kilometer", 1e9, "cubic mile"),
    ),
    **_table(
        "speed", "US",
        ("mile per hour", 0.44704, "kilometer per hour"), ("foot per second", 0.3048, "meter per second"),
        ("knot", 0.5144444444444445, "kilometer per hour"),
    ),
    **_table(
        "speed", "metric",
        ("kilometer per hour", 0.2777777777777778, "mile per hour"), ("meter per second", 1, "mile per hour"),
        ("kilometer per second", 1000, "mile per second"),
    ),
    "carat": Unit("mass", 0.0002, "gram"),
    "mile per second": Unit("speed", 1609.344, "kilometer per second", "US"),
    "mile per gallon": Unit("fuel economy", 425143.707430272, "kilometer per liter", "US"),
    "kilometer per liter": Unit("fuel economy", 1e6, "mile per gallon", "metric"),
    **_table(
        "pressure", "",
        ("pascal", 1, None), ("kilopascal", 1000, "pound per square inch"), ("megapascal", 1e6, None),
        ("bar", 1e5, "pound per square inch"), ("millibar", 100, None), ("atmosphere", 101325, None),
        ("pound per square inch", 6894.757293168361, "kilopascal"),
    ),
    **_table(
        "time", "",
        ("nanosecond", 1e-9, None), ("microsecond", 1e-6, None), ("millisecond", 0.001, None), ("second", 1, None),
        ("minute", 60, None), ("hour", 3600, None), ("day", 86400, None), ("week", 604800, None),
        ("fortnight", 1209600, None), ("month", 2_629_746, None), ("quarter", 7_889_238, None),
        ("year", 31_556_952, None), ("decade", 315_569_520, None), ("century", 3_155_695_200, None),
        ("millennium", 31_556_952_000, None),
    ),
    **_table(
        "power", "",
        ("watt", 1, None), ("kilowatt", 1000, "horsepower"), ("megawatt", 1e6, None), ("gigawatt", 1e9, None),
        ("terawatt", 1e12, None), ("horsepower", 745.6998715822702, "kilowatt"),
    ),
    **_table(
        "energy", "",
        ("joule", 1, None), ("kilojoule", 1000, "calorie"), ("megajoule", 1e6, None), ("calorie", 4184, "kilojoule"),
        ("kilocalorie", 4184, "kilojoule"), ("watt hour", 3600, None), ("kilowatt hour", 3.6e6, None),
        ("megawatt hour", 3.6e9, None), ("gigawatt hour", 3.6e12, None), ("terawatt hour", 3.6e15, None),
        ("british thermal unit", 1055.05585262, "kilojoule"),
    ),
    **_table(
        "information", "",
        ("bit", 0.125, None), ("kilobit", 125, None), ("megabit", 125e3, None), ("gigabit", 125e6, None),
        ("byte", 1, None), ("kilobyte", 1e3, None), ("megabyte", 1e6, None), ("gigabyte", 1e9, None),
        ("terabyte", 1e12, None), ("petabyte", 1e15, None), ("exabyte", 1e18, None),
    ),
    **_table(
        "frequency", "",
        ("hertz", 1, None), ("kilohertz", 1e3, None), ("megahertz", 1e6, None), ("gigahertz", 1e9, None),
    ),
    **_table(
        "torque", "",
        ("pound foot", 1.3558179483314004, "newton meter"), ("newton meter", 1, "pound foot"),
    ),
}  # fmt: skip
"""The units that are sorted by size and converted, by name. Calories of news are food calories (4184 J)."""
