"""The check of a recommendation that the authors have written themselves.

A strong recommendation begins with an action verb, asks for one action, says how, and has 15 to 35 words.
Recommendations that States have carried out have these features in common.
"""

from collections.abc import Iterator

from drafter.language.actions import Action, first_action
from drafter.language.demands import has_deadline, says_how, vague_phrases
from drafter.language.separate_actions import separate_actions
from drafter.model.remark import Remark, RemarkType
from drafter.review.passages import Passage
from drafter.review.submission import Submission

SHORTEST, LONG, LONGEST = 8, 35, 50
"""Words below which a recommendation is short, and above which it is long and too long."""
FEWEST = 5
"""Words up to which even a recommendation with a specific verb is too short, unless it names something."""
ACTIONS_SOURCE = (
    "UPR Info, categories of action (E. McMahon), which rank recommendations by their first verb."
)

VERB = RemarkType(
    "recommendation-verb", "recommendations", "warning",
    "A recommendation begins with the action that it asks for.",
    ACTIONS_SOURCE,
    bad="The Government should close the compulsory centres by 2027.",
    good="Close the compulsory centres by 2027 through an order of the Ministry of Health.",
    example="recommendation",
)  # fmt: skip
WEAK = RemarkType(
    "recommendation-weak", "recommendations", "warning",
    "A recommendation asks for an action whose result people can see.",
    ACTIONS_SOURCE,
    bad="Consider the opening of a needle programme in each prison by 2027.",
    good="Open a needle programme in each prison by 2027 through the prison health service.",
    example="recommendation",
)  # fmt: skip
TWO = RemarkType(
    "recommendation-two", "recommendations", "warning",
    "A recommendation asks for one action.",
    "UPR Info training: one issue, one action in each recommendation.",
    bad="Repeal section 12 of the Act, fund two needle programmes by 2027 and train the police.",
    good="Repeal section 12 of the Act by 2027, so that nobody is charged for a syringe.",
    example="recommendation",
    other_levels="a note for two actions",
)  # fmt: skip
HOW = RemarkType(
    "recommendation-how", "recommendations", "note",
    "A recommendation says how it should be carried out: through which law, body or budget.",
    "UPR Info training: a recommendation that names only a result can hardly be measured.",
    bad="Ensure that people in prison have the same access to treatment as everybody else.",
    good="Ensure that people in prison have the same access to treatment through the health service.",
    example="recommendation",
)  # fmt: skip
LENGTH = RemarkType(
    "recommendation-long", "recommendations", "warning",
    "A recommendation has 15 to 35 words.",
    "Counted in 632 recommendations of the Universal Periodic Review: half have 20 words or fewer, nine of "
    "ten 35 or fewer.",
    bad="Open needle programmes in every prison of the country, in every police station of the capital and "
    "in every centre of the Ministry of the Interior, with staff of the health service, without a condition "
    "of abstinence, without any test of urine and without any record that the police or the courts could use "
    "against the people who come to them.",
    good="Open needle programmes in every prison through the budget of the Ministry of Health.",
    example="recommendation",
    other_levels="a note from 36 to 50 words",
)  # fmt: skip
VAGUE = RemarkType(
    "recommendation-vague", "recommendations", "note",
    "A recommendation has no words with which a State can agree and change nothing.",
    "Counted in 254 recommendations of the Universal Periodic Review: 66 “continue” or “consider”. UPR Info "
    "finds only one recommendation in three specific.",
    bad="Strengthen efforts, where appropriate, in the field of treatment in prison.",
    good="Fund treatment in every prison through the health budget from 2027.",
    example="recommendation",
)  # fmt: skip
SHORT = RemarkType(
    "recommendation-short", "recommendations", "note",
    "A recommendation says who should do what, and how.",
    "Counted in 632 recommendations of the Universal Periodic Review: hardly any has fewer than eight words.",
    bad="Open needle programmes.",
    good="Open needle programmes in every prison through the budget of the Ministry of Health.",
    example="recommendation",
)  # fmt: skip
BY_WHEN = RemarkType(
    "recommendation-by-when", "recommendations", "note",
    "A recommendation says by when it should be carried out.",
    "UPR Info training: a recommendation without a time can be followed at any time, and so never.",
    bad="Open needle programmes in every prison through the budget of the Ministry of Health.",
    good="Open needle programmes in every prison through the budget of the Ministry of Health by 2028.",
    example="recommendation",
)  # fmt: skip
TYPES = (VERB, WEAK, VAGUE, TWO, HOW, BY_WHEN, LENGTH, SHORT)
ACTIONS = "Adopt, Repeal, Fund, Publish …"
PAIR = 2
CONTINUING, GENERAL = 2, 4
CATEGORIES = {
    1: "minimal action",
    CONTINUING: "continuing action",
    3: "considering",
    GENERAL: "general action",
}
"""The weaker categories of action, by their strength."""


def check_recommendation(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on what would make *passage* stronger, if it is a recommendation."""
    words = passage.text.split()
    if passage.role != "recommendation" or not words:
        return
    action = first_action(passage.text, submission.language)
    remarks = [
        *_on_action(passage, action, submission),
        *_several_actions(passage, submission),
        *_length(len(words), action, passage),
    ]
    yield from remarks
    # The author has to rewrite this text anyway, and can add the time then.
    if action is not None and not remarks and not has_deadline(passage.text, submission.language):
        yield BY_WHEN.remark(
            passage.place, "It does not say by when.", "Add a time: by the end of 2027.", path=passage.path
        )


def _on_action(passage: Passage, action: Action | None, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the *action* with which the recommendation begins, or on its absence."""
    if action is None:
        yield from _no_action(passage, submission)
    elif remark := _weak(passage, action, submission):
        yield remark
    else:
        yield from _vague(passage, action, submission)


def _no_action(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on a text that certainly begins with something else than a verb.

    A first word that is in no table may be a rare verb, so it gets no remark.
    """
    asks, first = submission.language.asks, passage.text.split()[0]
    begins_otherwise = first.lower().strip("“”\"'(),.:") in asks.non_verbs and ":" not in passage.text
    if begins_otherwise or asks.statement.search(passage.text):
        text = f"It begins with “{first}”, not with an action."
        yield VERB.remark(passage.place, text, f"Begin with the action: {ACTIONS}", path=passage.path)


def _weak(passage: Passage, action: Action, submission: Submission) -> Remark | None:
    """Return a warning if the first verb is weak and nothing after it could be seen to be done."""
    text, language = passage.text, submission.language
    asks = language.asks
    if action.strength not in CATEGORIES or action.strength == GENERAL:
        return None
    is_dated = has_deadline(text, language)
    if action.strength == CONTINUING and (is_dated or asks.keeps.search(text)):
        return None  # a cut or a breach would be seen
    if is_dated and action.verb in asks.done_by_a_day:
        return None
    aside = asks.aside.match(text, action.end)
    rest = aside.end() if aside else action.end
    does_more = len(separate_actions(text, language)) > 1 or asks.then_acts.search(text, action.end)
    if does_more or asks.acts_on_cases.match(text, rest) or asks.statement.search(text):
        return None
    return WEAK.remark(
        passage.place,
        f"A State can agree to “{text[action.start : action.end]}” and change nothing. Its strength is "
        f"{action.strength} of 5: {CATEGORIES[action.strength]}.",
        f"Ask for an action that people can see: {ACTIONS}",
        path=passage.path,
    )


def _vague(passage: Passage, action: Action, submission: Submission) -> Iterator[Remark]:
    """Yield a note on vague words, or on a general verb or a result without the means."""
    text, language = passage.text, submission.language
    if hits := vague_phrases(text, language):
        quoted = language.listed([language.quote(hit.text) for hit in hits])
        yield VAGUE.remark(
            passage.place,
            f"A State can agree to {quoted} and change nothing.",
            "Say what should be done, by whom and with which means.",
            path=passage.path,
        )
    elif not says_how(text, language) and not any(map(str.isdigit, text)):
        about = f" “{text[action.start : action.end]}” names a direction, not an act."
        yield HOW.remark(
            passage.place,
            f"It does not say how.{about if action.strength == GENERAL else ''}",
            "Add the law, the body or the budget through which it should be done.",
            path=passage.path,
        )


def _several_actions(passage: Passage, submission: Submission) -> Iterator[Remark]:
    verbs = separate_actions(passage.text, submission.language)
    if len(verbs) > 1:
        language = submission.language
        yield TWO.remark(
            passage.place,
            f"It asks for {language.number_in_words(len(verbs))} actions: "
            f"{language.listed([*map(language.quote, verbs)])}.",
            "Make each a recommendation of its own: a State accepts or refuses it as a whole.",
            level="warning" if len(verbs) > PAIR else "note",
            path=passage.path,
        )


def _length(words: int, action: Action | None, passage: Passage) -> Iterator[Remark]:
    place, path = passage.place, passage.path
    if words > LONGEST:
        text = f"It has {words} words. That is too long to be quoted in full."
        yield LENGTH.remark(place, text, f"Shorten it to {LONG} words or fewer.", path=path)
    elif words > LONG:
        text = f"It has {words} words. Recommendations of 15 to 35 words are read best."
        yield LENGTH.remark(place, text, level="note", path=path)
    elif words < SHORTEST and not _is_clear(words, action, passage.text):
        text = f"It has only {words} words."
        yield SHORT.remark(place, text, "Say who should do what, and how.", path=path)


def _is_clear(words: int, action: Action | None, text: str) -> bool:
    """Return whether a short recommendation asks for an act by name: "Ratify the OPCAT"."""
    if action is None or action.strength <= GENERAL:
        return False
    rest = text[action.end :]
    return words > FEWEST or any(letter.isupper() or letter.isdigit() for letter in rest)
