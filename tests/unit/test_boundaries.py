"""The layers hold in a running interpreter, not only in the import graph."""

from __future__ import annotations

import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    """The modules loaded in a fresh interpreter after `statement`."""
    code = f"{statement}\nimport sys; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    "module",
    ["tui.ui.app", "tui.cli", "tui.cli.read", "tui.library.kept", "tui.export.analysis", "tui.citation"],
)
def test_screen_and_command_line_load_no_spacy(module: str) -> None:
    assert not {"spacy", "thinc", "numpy"} & modules_after(f"import {module}")


@pytest.mark.parametrize("module", ["tui.analysis.pipeline", "tui.analysis.worker", "tui.cli", "tui.citation"])
def test_analysis_and_command_line_load_no_textual(module: str) -> None:
    assert "textual" not in modules_after(f"import {module}")


def test_domain_needs_the_standard_library_alone() -> None:
    loaded = modules_after("import tui.domain.text, tui.domain.findings, tui.domain.contract")
    outside = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"tui", "__main__"}
    assert {name for name in outside if not name.startswith(("_", "sitecustomize"))} <= {"site"}


def test_what_the_first_page_needs_is_light() -> None:
    loaded = modules_after("import tui.resources, tui.ingest.structure, tui.ingest.display")
    assert not {"dataclasses", "typing", "inspect", "pathlib", "argparse", "json"} & loaded
