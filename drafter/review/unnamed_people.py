"""People whom a letter does not name, with their consent to the case alone: do its details name them?"""

from collections.abc import Iterator

from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.model.text_walk import texts_of
from drafter.privacy.details import identifying_details
from drafter.review.stories import DETAILS_IDENTIFY, SEEN_DETAILS, harmless_names
from drafter.review.submission import Submission


def check_unnamed_people(submission: Submission) -> Iterator[Remark]:
    """Yield a remark if the answers about people who are not to be named show together who they are."""
    answers = submission.answers
    consent = next(filter(_lets_name, submission.rules.asks), None)
    if consent is None or consent.agreement is None:
        return
    answer = str(answers.details.get(consent.name) or "")
    is_unnamed = answer in consent.agreement.lets_tell and answer not in consent.agreement.lets_name
    people = [ask for ask in submission.rules.asks if any(field.person for field in ask.fields)]
    stories = [ask for ask in submission.rules.asks if ask.kind == "long" and "facts-of-case" in ask.meets]
    if not is_unnamed or not any(answers.details.get(ask.name) for ask in people):
        return
    texts = [text for ask in (*people, *stories) for _, text in texts_of(answers.details.get(ask.name))]
    details = identifying_details("\n".join(texts), submission.language, harmless_names(submission.state))
    if details:
        words = submission.language.listed([SEEN_DETAILS[detail] for detail in details])
        yield DETAILS_IDENTIFY.remark(
            f"“{consent.ask}”",
            f"The letter does not have the name. Its details can show the Government who it is: {words}.",
            "Ask the person or the family whether they agree to that. Take out what the case does not need.",
            path=("details", consent.name),
        )


def _lets_name(ask: Ask) -> bool:
    """Return whether the answer to *ask* says that a name may be given."""
    return ask.agreement is not None and bool(ask.agreement.lets_name)
