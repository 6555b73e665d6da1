"""The table of keys in the README, made from the list of commands. Run it to bring the README up to date."""

from __future__ import annotations

import re
from pathlib import Path

from tui.ui.commands import COMMANDS, Command, keys_of

README = Path(__file__).resolve().parents[2] / "README.md"
_BLOCK = re.compile(r"<!-- keys -->\n.*?<!-- /keys -->", re.DOTALL)


def table() -> str:
    """The block of the README, markers included."""
    groups: dict[str, list[Command]] = {}
    for command in COMMANDS:
        groups.setdefault(command.group, []).append(command)
    lines = ["<!-- keys -->", "| key | what it does | where |", "| --- | --- | --- |"]
    for group, commands in groups.items():
        lines.append(f"| **{group}** | | |")
        for command in commands:
            keys = " ".join(f"`{sign}`".replace("|", "\\|") for sign in keys_of(command))
            what = f"{command.title}. {command.help}".strip() if command.help else command.title
            where = "" if command.where == "anywhere" else command.where
            lines.append(f"| {keys} | {what} | {where} |".replace("  ", " "))
    return "\n".join([*lines, "<!-- /keys -->"])


def main() -> None:
    """Write the block into the README, at its markers or at its end."""
    text = README.read_text(encoding="utf-8")
    if not _BLOCK.search(text):
        text = text.replace("\n## Development", "\n## Keys\n\n<!-- keys -->\n<!-- /keys -->\n\n## Development", 1)
    README.write_text(_BLOCK.sub(lambda _: table(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
