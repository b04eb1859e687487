"""Which committees of experts fit a situation, and whether the State is bound by what each of them needs."""

from collections.abc import Mapping

from drafter.frozen import frozen
from drafter.library.library import Library
from drafter.library.recommend import (
    CONSENT,
    ISSUES,
    PEOPLE,
    REGION,
    REVIEW,
    STATE,
    Suggestion,
    choosing_data,
    regions_of,
    required_treaties,
    suggest_documents,
    unbound,
)
from drafter.model.treaty import Membership

REPORT, COMPLAINT = "committee-report", "individual-communication"
"""The sets of ``common.yaml`` that reports and complaints to committees use."""
REMEDIES, TRIED = "remedies", "tried"
"""The question what was tried in the country, and the answer with which every complaint is possible."""


@frozen
class Candidate:
    """A committee whose subject fits."""

    title: str
    looks_at: str
    """What it looks at, in a few words."""
    membership: Membership | None
    """What the State has to do with the treaty or competence that is needed; ``None`` if not known."""

    @property
    def is_excluded(self) -> bool:
        """Whether the State has certainly not accepted what is needed."""
        membership = self.membership
        return membership is not None and membership.status != "party" and membership.confidence == "high"

    @property
    def is_open(self) -> bool:
        """Whether the State has certainly accepted what is needed."""
        membership = self.membership
        return membership is not None and membership.status == "party" and membership.confidence == "high"


def committees_for_report(library: Library, answers: Mapping[str, str]) -> list[Candidate]:
    """Return the committees that examine States on the subject of *answers*, the closest first."""
    return _candidates(library, answers, REPORT, {})


def committees_for_complaint(library: Library, answers: Mapping[str, str]) -> list[Candidate]:
    """Return the committees that could take a complaint on the subject of *answers*, the closest first.

    It counts neither whether the courts were tried nor whether the State accepts complaints: both are said.
    """
    return _candidates(library, answers, COMPLAINT, {PEOPLE: CONSENT, REMEDIES: TRIED})


def _candidates(
    library: Library, answers: Mapping[str, str], shared: str, assumed: Mapping[str, str]
) -> list[Candidate]:
    looks_at = choosing_data(library).looks_at
    memberships = library.memberships(library.state(answers[STATE]) if answers.get(STATE) else None)
    known = {name: value for name, value in answers.items() if name not in (STATE, REVIEW, ISSUES)}
    candidates = []
    for suggestion in suggest_documents(library, {**known, **assumed}):
        mechanism = suggestion.document.partition("/")[0]
        if shared in suggestion.rules.uses and mechanism in looks_at:
            required = required_treaties(suggestion.rules)
            membership = memberships.get(required[0]) if required else None
            title = library.mechanism(mechanism).title
            candidates.append(Candidate(title, looks_at[mechanism], membership))
    return candidates


def left_out_by_treaty(library: Library, answers: Mapping[str, str]) -> list[Suggestion]:
    """Return what would fit *answers* if the State had accepted what it needs, apart from committees."""
    known = {name: value for name, value in answers.items() if name != STATE}
    regions = [known[REGION]] if REGION in known else [*regions_of(library, answers.get(STATE, ""))]
    left_out = {
        suggestion.document: suggestion
        for region in regions
        for suggestion in suggest_documents(library, {**known, REGION: region})
        if unbound(library, suggestion.rules, answers)
    }
    looks_at = choosing_data(library).looks_at
    return [each for name, each in left_out.items() if name.partition("/")[0] not in looks_at]
