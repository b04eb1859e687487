"""Answers with an error, a warning, a note and a waived remark, to check from the command line."""

WEAK = "recommendation-weak"
"""The code of the remark that the answers waive."""
REASON = "The coalition agreed on this wording."
SUMMARY_LINE, OWN_LINE = 12, 17
"""The lines of the summary and of the author's own recommendation."""

ANSWERS = f"""\
format: 1
document: upr/joint
language: en
state: Ruritania
title: Health care in prison
keywords: [prison, health, dependence]
organisations:
  - {{name: House of Examples, role: lead, what: It visits., contact: {{email: a@house.example}}}}
  - {{name: Second House, role: co-submitter, what: It does too., contact: {{email: b@second.example}}}}
method: We visited four prisons in 2024.
details: {{session: null, names_public: "yes"}}
summary: The clinic turns junkies away at the door.
themes:
  - theme: prison-health
    facts: [F1]
    own:
      - kind: recommendation
        text: Consider reviewing the rules on methadone in prison by 2027.
facts:
  F1:
    text: In 2024, 41 of the 96 people interviewed had asked for treatment in vain
    source: S1
    checked: true
sources:
  S1: {{author: House of Examples, title: Interviews in prisons, publisher: Zenda, date: 2025}}
waive:
  - {{code: {WEAK}, reason: {REASON}}}
"""
"""An open session is an error, a word a warning, the fictional State a note."""
CLEAN = "state-fictional"
"""The code of the note that every submission about the State of the examples has."""
