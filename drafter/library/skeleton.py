"""The text of a new clause file: every key, with a comment on its purpose."""

from drafter.model.kinds import ClauseKind

PLACEHOLDER = "…"
"""The mark for text that the author must write. The check reports each one that is left."""

_TEXTS: dict[ClauseKind, str] = {
    "standard": "Under article 12 of …, {{ house }} … [^authority:place]",
    "concern": "In {{ house }}, … (what happens, to whom, under which law, since when). {{ facts }}",
    "conclusion": "To hold people in {{ house }} is incompatible with article 9 of …",
    "question": "Please state for {{ house }} …, by sex and age.",
    "recommendation": "Close {{ house }} by …",
}


def clause_skeleton(theme: str, kind: ClauseKind, extends: str = "") -> str:
    """Return the text of a new clause file for *theme*.

    With *extends*, the id of another clause, the file has only the keys that change.
    """
    if extends:
        return (
            f"---\nextends: {extends}\n"
            "# The clause inherits every key that is missing here, and the text if there is none below.\n"
            "# title:\n# position: neutral\n---\n"
        )
    return f"""---
title:                       # what it says, in four to nine words
{f"kind: {kind}":<28} # standard, concern, conclusion, question or recommendation
{f"themes: [{theme}]":<28} # the folder's theme first
groups: []                   # people affected: see 'groups' in themes.yaml
mechanisms: [all]            # or families and mechanisms: treaty-bodies, upr
position: neutral            # or a position that not everybody shares: see 'positions' in themes.yaml
legal_basis: []              # treaty articles: iccpr:9
authorities: []              # what the text cites: ccpr-gc35:40
sources: []                  # items of sources.yaml that the text says
touches: []                  # items on the same subject that it does not say
questions:                   # one for each blank: {{{{ house }}}} in the text is replaced by the answer
  - name: house              # for a question of the theme, write only its name: - body
    ask: Which house is this about?
    example: the house in Mill Street
---
{_TEXTS[kind]}
"""
