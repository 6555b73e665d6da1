"""Which network an address is in: a page of the open network must not have us ask this machine or its neighbours.

What a reader types may be anywhere but where cloud machines keep their secrets; where a redirect or the link of a feed
leads is decided by others, and is followed only as near as what led there. It is the address connected to that counts,
not what a name resolved to a moment before.
"""

from __future__ import annotations

import ipaddress
import socket
from enum import IntEnum

from tui.errors import ReaderError

_METADATA = frozenset(["100.100.100.200", "fd00:ec2::254"])
"""Where clouds answer with the keys of the machine; the others are link-local (169.254.169.254)."""


class Nearness(IntEnum):
    """How near to this machine an address is."""

    OPEN = 0
    """The open network."""
    PRIVATE = 1
    """A private network: a company's, a home's."""
    OWN = 2
    """This machine."""
    LINK = 3
    """What only this machine's wire answers: no articles, but the metadata of cloud machines."""


def of_ip(address: str) -> Nearness:
    """The nearness of a numeric address. Raises ValueError for what is none."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):  # IPv4 behind a translator (RFC 6052)
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return of_ip(str(inner))
    if ip.is_link_local or ip.is_multicast or str(ip) in _METADATA:
        return Nearness.LINK
    if ip.is_loopback or ip.is_unspecified or (ip.version == 4 and int(ip) >> 24 == 0):
        return Nearness.OWN
    return Nearness.OPEN if ip.is_global else Nearness.PRIVATE


def of_host(host: str) -> Nearness:
    """The nearness of a host as far as its name tells without a question to the network: for one behind a proxy."""
    bare = host.strip("[]").rstrip(".").lower()
    if bare == "localhost" or bare.endswith(".localhost"):
        return Nearness.OWN
    try:
        return of_ip(bare)
    except ValueError:
        pass
    try:
        return of_ip(socket.inet_ntoa(socket.inet_aton(bare)))  # "127.1", "0x7f000001", "2130706433"
    except (OSError, UnicodeEncodeError):
        return Nearness.OPEN


def of_resolved(host: str) -> Nearness:
    """The nearness of a host by all addresses of its name; open where it cannot be resolved."""
    found = of_host(host)
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return found
    return max([found, *(of_ip(str(answer[4][0])) for answer in answers)])


def check(nearness: Nearness, within: Nearness, shown: str, led: bool) -> None:
    """Raise ReaderError where `nearness` is nearer than `within`; `led`: the reader has not typed the address, which is
    `shown` in what is said."""
    if nearness <= within:
        return
    what = {
        Nearness.PRIVATE: "an address of a private network",
        Nearness.OWN: "an address of this machine",
        Nearness.LINK: "an address that only this machine can reach, such as keep a cloud's secrets",
    }[nearness]
    verb = "leads to" if led else "is"
    raise ReaderError(f"{shown} {verb} {what}; pullquote does not {'follow it' if led else 'ask it'}.", "Not fetched")
