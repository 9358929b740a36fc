"""The rules of the house that no other tool keeps."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "desktop").rglob("*.py"))
MADE = {".git", ".venv", ".tools", "build", "dist", "demo", "__pycache__"}
CACHES = {".hypothesis", ".pytest_cache", ".ruff_cache", ".import_linter_cache", "node_modules"}
LONGEST_FILE = 350

NETWORK = {
    "aiohttp",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
}

# In pieces, so that this file does not hold what it looks for.
PLACES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com/package",
    "deb." + "debian.org",
    "/wo" + "rk/",
    "/op" + "t/py" + "pi",
    "/op" + "t/wheels",
    "/ro" + "ot/",
]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree() -> Iterator[Path]:
    """Every text file of the project that is not made by a tool."""
    for path in sorted(ROOT.rglob("*")):
        parts = set(path.relative_to(ROOT).parts)
        if path.is_file() and not parts & (MADE | CACHES):
            yield path


def imported(source: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def on_the_network(source: ast.AST) -> set[str]:
    return {
        name
        for name in imported(source)
        if any(name == barred or name.startswith(f"{barred}.") for barred in NETWORK)
    }


def pinned(name: str) -> dict[str, str]:
    """Return distribution → its block of lines in the pinned file *name*."""
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text("utf-8"))
    return {block.split("==")[0]: block for block in blocks if "==" in block.split("\n")[0]}


def asked(name: str) -> dict[str, str]:
    """Return distribution → the whole requirement, as asked in *name*."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-"))]
    return {distribution(line): line for line in wanted}


def distribution(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("path", CODE, ids=short)
def test_a_module_says_in_one_line_what_it_is(path: Path):
    words = ast.get_docstring(ast.parse(path.read_text("utf-8")), clean=False)
    assert words, "no docstring"
    first, *rest = words.splitlines()
    assert first.strip().endswith((".", "!", "?", "…")), (
        f"the first line is not one sentence: {first!r}"
    )
    assert not rest or not rest[0].strip(), "no empty line below the first line"


@pytest.mark.parametrize("path", CODE, ids=short)
def test_a_module_fits_one_sitting(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


def test_the_app_never_touches_the_network():
    found = {short(path): on_the_network(ast.parse(path.read_text("utf-8"))) for path in CODE}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request as fetch",
        "from urllib import request",
        "from http import client",
        "from PySide6.QtNetwork import QLocalSocket",
        "from PySide6 import QtNetwork",
    ],
)
def test_the_network_rule_sees_each_way_to_import(line: str):
    assert on_the_network(ast.parse(line))


def test_the_tree_names_no_registry_and_no_machine():
    found = []
    for path in tree():
        words = path.read_bytes()
        found += [f"{short(path)}: {place}" for place in PLACES if place.encode() in words]
    assert found == []


def test_the_papers_link_to_what_is_there():
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [
        (paper, link)
        for paper in papers
        # Code in a fence has brackets of its own.
        for link in re.findall(
            r"\]\(([^)#]+)", re.sub(r"```.*?```", "", paper.read_text("utf-8"), flags=re.S)
        )
        if "://" not in link
    ]
    assert links, "no link was found at all"
    lost = [
        f"{short(paper)}: {link}" for paper, link in links if not (paper.parent / link).exists()
    ]
    assert lost == []


def test_notice_names_every_folder_with_work_of_others():
    notice = (ROOT / "NOTICE").read_text("utf-8")
    folders = {
        short(path.parent)
        for path in (ROOT / "resources").rglob("*")
        if re.match(r"(LICEN[CS]E|COPYING|OFL|NOTICE)", path.name)
    }
    assert folders, "no licence file was found at all"
    assert [folder for folder in sorted(folders) if f"{folder}/" not in notice] == []


def test_notice_names_every_library():
    notice = (ROOT / "NOTICE").read_text("utf-8").lower()
    assert [name for name in pinned("requirements.txt") if name not in notice] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_what_is_asked_is_pinned_with_hashes(name: str):
    pins = pinned(f"{name}.txt")
    assert set(asked(f"{name}.in")) <= set(pins), "run tools/pin.sh"
    assert [pin for pin, block in pins.items() if "--hash=sha256:" not in block] == []


def test_the_two_pinned_files_agree():
    app, dev = pinned("requirements.txt"), pinned("requirements-dev.txt")
    first = {name: block.split("\n")[0] for name, block in app.items()}
    assert {name: dev[name].split("\n")[0] for name in first} == first


def test_the_package_asks_for_what_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {distribution(line) for line in project["dependencies"]} == set(asked("requirements.in"))
