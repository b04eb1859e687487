"""The remarks on labelled recommendations and sentences, without a submission around them."""

from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.model.vocabulary import State
from drafter.review.passage_checks import remarks_on
from drafter.review.passages import Passage
from drafter.review.recommendations import check_recommendation
from drafter.review.submission import Submission
from drafter.review.wording import check_abbreviations
from tests.support.labelled_sentences import LabelledSentence

STATES = {
    name: State(code=name[:3].upper(), name=name, in_text=name, formal=name, status="fictional", names={})
    for name in ("Ruritania", "Borduria", "Syldavia", "Graustark", "Portugal", "Colombia", "Switzerland")
}
"""The States of the labelled sentences."""
SUBMISSION = Submission(
    Answers.model_validate({"format": 1}),
    DocumentRules(title="x", name="x", about="x", stage="recommendations", shape="x"),
    ENGLISH,
)


def recommendation_codes(text: str) -> set[str]:
    """Return the codes of the remarks on a recommendation."""
    passage = Passage(text, "x", "recommendation")
    return {remark.code for remark in check_recommendation(passage, SUBMISSION)}


def sentence_codes(labelled: LabelledSentence) -> frozenset[str]:
    """Return the codes of the remarks on a labelled sentence, "code level" too."""
    passage = Passage(labelled.text, "x", labelled.role)  # type: ignore[arg-type]  # the roles of the loader
    submission = replaced(
        SUBMISSION, read_passages=(passage,), state=STATES["Ruritania"], find_state=STATES.get
    )
    remarks = [*remarks_on([passage], submission), *check_abbreviations(submission)]
    return frozenset(text for remark in remarks for text in (remark.code, f"{remark.code} {remark.level}"))
