"""Forms of the wires: tickers, firms in angle brackets, agencies; and what the model glues to names. Two parses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.pipeline import Analyser

pytestmark = pytest.mark.model

WIRE = (
    "HARWOOD <HWD> SEEN IN POSSIBLE SALE\n\n"
    "Harwood Corp <HWD.N> said its profit rose 4 pct, and rival Delmont Mills <DLM> fell.\n\n"
    "Volda <VOLD ST> sold <Harker Holdings Ltd> to Stora Kopp <SKPS ST>, while Tallis Copper <TLS> rose.\n\n"
    "Shares of Kestrel Robotics (NYSE: KRB) fell. The stock of Ventor Corp (NASDAQ:VNTR, TSX: VNT) closed.\n\n"
    "Shares in Halbrook Gold (HBG.N) fell 4%, and Tolley Foods (TLY.AX) of the north (U.K) rose.\n\n"
    "REUTERS – Bolivian miners blocked a road on Friday, union leader Raul Quispe said."
)
GLUED = (
    "Nordic Match bought a mill. A bid for the Nordic Match stake failed, and the Match board met. The Nordic Match "
    "shares rose.\n\n"
    "Independent MP for Stourmouth Fay Garrick quit the Water Board.\n\n"
    "Talbert Cable CIO Shayan Keradi built the network. Keradi left it in May.\n\n"
    "DEVERELL RETRIEVAL SYSTEMS GROWS\n\n"
    "Deverell Retrieval Systems Inc bought a mill. DRS will keep its staff, and Deverell Retrieval will grow."
)


@pytest.fixture(scope="module")
def wire(analyser: Analyser) -> Entities:
    return entities_of(analyser, WIRE)


@pytest.fixture(scope="module")
def glued(analyser: Analyser) -> Entities:
    return entities_of(analyser, GLUED)


def test_tickers_and_exchanges_are_no_organisations(wire: Entities) -> None:
    names = {o.name for o in wire.organisations}
    assert not any(mark in name for name in names for mark in "<>")
    assert not names & {"HWD", "DLM", "VOLD", "KRB", "VNTR", "VNT", "HBG.N", "TLY.AX", "NYSE", "NASDAQ", "TSX"}


@pytest.mark.parametrize(
    "name",
    [
        "Harwood Corp",
        "Delmont Mills",
        "Volda",
        "Harker Holdings Ltd",
        "Stora Kopp",
        "Tallis Copper",
        "Kestrel Robotics",
        "Halbrook Gold",
        "Tolley Foods",
    ],
)
def test_a_firm_is_known_by_its_ticker_or_its_brackets(wire: Entities, name: str) -> None:
    assert one(wire.organisations, name)


def test_a_firm_in_a_headline_is_the_one_of_the_text(wire: Entities) -> None:
    assert places(one(wire.organisations, "Harwood Corp"), WIRE) == ["HARWOOD", "Harwood Corp"]


def test_an_agency_before_a_dash_is_an_organisation(wire: Entities) -> None:
    assert one(wire.organisations, "REUTERS")


def test_the_seat_of_a_member_is_no_part_of_the_name(glued: Entities) -> None:
    assert one(glued.people, "Fay Garrick").roles == ["Independent MP for Stourmouth"]


def test_an_office_in_capitals_parts_firm_and_person(glued: Entities) -> None:
    assert places(one(glued.people, "Shayan Keradi"), GLUED) == ["Shayan Keradi", "Keradi"]
    assert one(glued.organisations, "Talbert Cable")


def test_an_acronym_leaves_out_the_legal_form_and_a_name_is_not_shown_in_capitals(glued: Entities) -> None:
    assert "DRS" in places(one(glued.organisations, "Deverell Retrieval Systems Inc"), GLUED)
