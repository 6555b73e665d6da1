"""Build wheel and sdist, install each into an empty environment, and see that the command and the article work there.

Run by `make check`. Slow (the dependencies are installed twice), so it is no test of the suite.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command; its standard output, or an exit with what it said."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    words = [str(part) for part in command]
    done = subprocess.run(words, capture_output=True, text=True, cwd=cwd, env=environment, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)}: status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def check(built: Path, scratch: Path) -> None:
    """Install `built` into an empty environment and use it from a folder that is not the checkout."""
    home = scratch / built.suffix.strip(".")
    venv.create(home, with_pip=True)
    python, pullquote = home / "bin" / "python", home / "bin" / "pullquote"
    run(python, "-m", "pip", "install", "--quiet", "--upgrade", "pip")
    run(python, "-m", "pip", "install", "--quiet", built)
    version = run(pullquote, "--version", cwd=scratch)
    where = "import tui.resources as r; print(r.bundled_article()); print(r.bundled('styles'))"
    article, styles = map(Path, run(python, "-c", where, cwd=scratch).split())
    assert home in article.parents and article.is_file(), article
    assert list(styles.glob("*.tcss")), styles
    assert (home / "share/man/man1/pullquote.1").read_text().startswith(".TH PULLQUOTE")
    findings = json.loads(run(pullquote, "analyze", article, cwd=scratch))
    assert all(findings[pane] for pane in ("title", "people", "organisations", "quotes", "numbers"))
    for kind in ("good/news.html", "made/report.pdf", "made/one-chapter.epub", "good/letter.eml", "good/notes.md"):
        page = scratch / "made" / Path(kind).name if kind.startswith("made") else CORPUS / kind
        assert json.loads(run(pullquote, "analyze", page, cwd=scratch))["title"], kind
    print(f"{built.name}: {version.strip()}, {len(findings['people'])} people in the bundled article", flush=True)


def main() -> None:
    """Build both, check both."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        run(sys.executable, "-m", "build", "--outdir", scratch, ROOT)
        run(sys.executable, CORPUS / "make.py", scratch / "made")
        for built in (*scratch.glob("*.whl"), *scratch.glob("*.tar.gz")):
            check(built, scratch)


if __name__ == "__main__":
    main()
