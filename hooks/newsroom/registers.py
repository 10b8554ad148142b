"""The registers of units and documents alone, for commands that need no article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsroom.content import Content, Kind, walk
from newsroom.documents import DocumentRegister
from newsroom.folder import read_documents, read_folder, read_units
from newsroom.units import UnitRegister

_REGISTERED = frozenset({Kind.UNIT, Kind.PLAN, Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Registers:
    """What articles may name, and the addresses that are taken (casefolded, without slashes)."""

    units: UnitRegister
    documents: DocumentRegister
    addresses: frozenset[str] = frozenset()


def load_registers(root: Path) -> Registers:
    """Read units, plans and documents below the docs folder *root*; articles stay closed."""
    content = walk(root)
    registered = tuple(entry for entry in content.entries if entry.kind in _REGISTERED)
    folder = read_folder(root, Content(registered, ()), None)
    return Registers(
        UnitRegister(read_units(folder)),
        DocumentRegister(read_documents(folder)),
        taken_addresses(entry.address for entry in content.entries),
    )


def taken_addresses(addresses: Iterable[str]) -> frozenset[str]:
    """*addresses* as they are compared: on Windows letter case does not tell files apart."""
    return frozenset(address.strip("/").casefold() for address in addresses)
