"""Answers with one person's case, whose real name is only in the private file."""

NAME = "Canaria Goldfinch"


ANSWERS = """\
format: 1
document: special-procedures/communication
language: en
state: Ruritania
organisations: [{name: House of Examples, role: lead}]
details: {consent_to_send: "yes"}
themes:
  - theme: compulsory-treatment
    cases: [C1]
cases:
  C1:
    pseudonym: Josef
    age_group: adult
    text: He was held for nine months without a judge.
    consent: {body: "yes", government: "yes", public: "yes", given: in writing}
"""
