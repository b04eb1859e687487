"""A new clause file to begin with: every key, with what it is for."""

from drafter.model.kinds import ClauseKind

PLACEHOLDER = "…"
"""Stands in a skeleton for what has to be written; the check finds one that is left."""

_TEXTS: dict[ClauseKind, str] = {
    "standard": "Under article 12 of …, {{ house }} … [^authority:place]",
    "concern": "In {{ house }}, … (what happens, to whom, under which law, since when). {{ facts }}",
    "question": "Please state for {{ house }} …, by sex and age.",
    "recommendation": "Close {{ house }} by …",
}


def skeleton(theme: str, kind: ClauseKind, extends: str = "") -> str:
    """Return the text of a new clause file for *theme*; with *extends*, only what is to be changed."""
    if extends:
        return (
            f"---\nextends: {extends}\n"
            "# Every key that is not given here is that clause's; so is the text, where none stands below.\n"
            "# title:\n# position: neutral\n---\n"
        )
    return f"""---
title:                       # what it says, in four to nine words
{f"kind: {kind}":<28} # standard, concern, question or recommendation
{f"themes: [{theme}]":<28} # the folder's theme first
groups: []                   # people affected: see 'groups' in themes.yaml
mechanisms: [all]            # or families and mechanisms: treaty-bodies, upr
position: neutral            # or what only some would sign: see 'positions' in themes.yaml
legal_basis: []              # treaty articles: iccpr:9
authorities: []              # what the text cites: ccpr-gc35:40
sources: []                  # items of sources.yaml that it carries
questions:                   # a blank each: {{{{ house }}}} in the text is what was answered here
  - name: house              # or, for a question of the theme, its name alone: - body
    ask: Which house is meant?
    example: the house in Mill Street
---
{_TEXTS[kind]}
"""
