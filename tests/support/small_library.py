"""A small library in a folder: one court, two themes, and the clauses that a test needs."""

import json
from pathlib import Path
from typing import Any

from drafter.library.library import Library

THEMES: dict[str, Any] = {
    "themes": {
        "jails": {
            "title": "Jails & prisons",
            "uhri": "Conditions of detention",
            "words": ["jail*"],
            "questions": [
                {"name": "body", "ask": "Which authority runs them?"},
                {"name": "number", "ask": "How many?"},
            ],
        },
        "courts": {
            "title": "Courts",
            "uhri": "Fair trial",
            "words": ["court"],
            "questions": [{"name": "body", "ask": "Which court?"}],
        },
    },
    "groups": {"women": {"title": "Women"}},
    "positions": {
        "neutral": {"title": "All agree"},
        "for": {"title": "We are for it", "refuses": ["against"]},
        "against": {"title": "We are against it"},
    },
    "addressees": {"state": {"title": "the State"}, "members": {"title": "member States"}},
}


AUTHORITIES: dict[str, Any] = {
    "pact": {
        "title": "the Pact on Everything",
        "short": "the Pact",
        "kind": "treaty",
        "read_at": "page of the Pact",
        "locators": {"9": {"cite": "art. 9", "status": "verified"}, "10": {"cite": "art. 10"}},
    },
    "report": {
        "title": "Report on Something",
        "short": "Report",
        "kind": "report",
        "body": "The Body",
        "symbol": "A/1",
        "year": "2020",
    },
}


SOURCES: dict[str, Any] = {
    "book": {
        "title": "The Book", "author": "A", "date": "2020", "what": "a book", "is_not": "a law",
        "items": {"V1": {"kind": "violation", "says": "One"}, "P1": {"kind": "process", "says": "Two"}},
    }
}  # fmt: skip


RULES: dict[str, Any] = {
    "title": "The Court",
    "families": ["courts-of-law"],
    "about": "A court.",
    "documents": {
        "brief": {
            "title": "Court: brief",
            "name": "Brief",
            "about": "x",
            "stage": "recommendations",
            "shape": "brief.md.jinja",
            "numbering": {"value": ["paragraphs"]},
        },
        "list": {
            "title": "Court: list",
            "name": "List",
            "about": "x",
            "stage": "questions",
            "shape": "brief.md.jinja",
        },
    },
}


SHAPE = """\
::: title
{% if title %}{{ title }}{% else %}{{ document_name }}: {{ state }}{% endif %}

:::

{% for section in sections %}
# {{ section.heading }}

{% for paragraph in section.paragraphs %}
{{ paragraph }}

{% endfor %}
{% for asked in section.questions + section.recommendations %}
1. {{ asked.label }}{{ asked.text | indent(3) }}
{% endfor %}

{% endfor %}
"""


def clause(text: str = "Close it.", **head: Any) -> str:
    """Return a clause file: a valid recommendation about jails, with *head* in place of its usual keys."""
    usual = {"title": "Close it", "kind": "recommendation", "themes": ["jails"], "legal_basis": ["pact:9"]}
    return f"---\n{lines(usual | head)}---\n{text}\n"


def lines(data: dict[str, Any]) -> str:
    """Return *data* as YAML, each key on its own line."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in data.items())


def write_library(
    folder: Path, clauses: dict[str, str] | None = None, /, **files: str | dict[str, Any]
) -> Path:
    """Write ``clauses/`` and ``templates/`` into *folder*, with these clauses by id, and return *folder*.

    *files* replace the usual ``themes``, ``authorities``, ``sources``, ``rules`` or ``shape``.
    """
    paths = {
        "themes": "clauses/themes.yaml",
        "authorities": "clauses/authorities.yaml",
        "sources": "clauses/sources.yaml",
        "rules": "templates/court/rules.yaml",
        "shape": "templates/court/brief.md.jinja",
    }
    usual: dict[str, str | dict[str, Any]] = {
        "themes": THEMES, "authorities": AUTHORITIES, "sources": SOURCES, "rules": RULES, "shape": SHAPE,
    }  # fmt: skip
    contents = {paths[name]: content for name, content in (usual | files).items()}
    contents |= {f"clauses/{name}.md": text for name, text in (clauses or {}).items()}
    for path, content in contents.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content if isinstance(content, str) else lines(content), "utf-8")
    return folder


def library(*folders: Path) -> Library:
    """Return the library in *folders*, the lowest layer first, without the bundled one."""
    return Library(
        tuple(folder / "clauses" for folder in folders), tuple(folder / "templates" for folder in folders)
    )
