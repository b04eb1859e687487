"""The separate actions of a recommendation, which each should be a recommendation of its own."""

from collections.abc import Iterator
from re import Match

from drafter.frozen import frozen
from drafter.language.actions import Action, action_at, first_action, skip_openers
from drafter.language.language import Language
from drafter.language.review_words import ActionVerbs, CoordinationWords
from drafter.language.spans import blanked


@frozen
class _Joint:
    """What joins a verb to what is before it."""

    match: Match[str]
    is_followed_by_and: bool
    """Whether an "and" comes later, as in "Repeal a, fund b and train c"."""


def separate_actions(text: str, language: Language) -> tuple[str, ...]:
    """Return the verb of each action that *text* asks for, in order; one verb for one idea.

    UPR Info advises one action a recommendation. Only coordinated verbs at the top level count: "Repeal
    section 12 and fund clinics" are two, "Review and amend the Act" and "Ensure that police do not arrest
    and search people" are one each. In doubt, a verb does not count.
    """
    first = first_action(text, language)
    if not first:
        return ()
    tables = language.review_words()
    verbs, words = tables.actions(), tables.coordination()
    shown = blanked(text, words.asides)
    counted, previous = [first.verb], first
    for action, joint in _candidates(shown, first, verbs, words):
        between = shown[previous.end : joint.start()]
        if not words.object_word.search(words.adverbial.sub("", between)):
            previous = action  # "Adopt, fund and implement a plan" is one idea
        elif not words.same_object.match(shown, action.start) and _is_on_top(
            previous, between, _Joint(joint, words.last_joint.search(shown, action.end) is not None), language
        ):
            counted.append(action.verb)
            previous = action
    return tuple(counted)


def _candidates(
    text: str, first: Action, verbs: ActionVerbs, words: CoordinationWords
) -> Iterator[tuple[Action, Match[str]]]:
    """Yield each verb after *first* that follows a joint such as "and", with the joint."""
    is_infinitive = verbs.infinitive.match(text, skip_openers(text, 0, verbs)) is not None
    for joint in words.joints.finditer(text, first.end):
        position = skip_openers(text, joint.end(), verbs)
        if is_infinitive and (to := verbs.infinitive.match(text, position)):
            position = to.end()  # "To abolish … and to destroy …"
        action = action_at(text, position, verbs)
        is_listed = (
            joint["and"] is not None and not joint["comma"] and words.noun_list.search(text[: joint.start()])
        )
        if action and not (is_listed and action.verb in verbs.nouns) and _is_verb(text, action, joint, verbs):
            yield action, joint


def _is_verb(text: str, action: Action, joint: Match[str], verbs: ActionVerbs) -> bool:
    """Return whether the word after *joint* is a verb there and not a noun or an adjective."""
    if " " in text[action.start : action.end]:
        return True
    if verbs.after_a_noun.match(text, action.end) and action.verb not in verbs.takes_of:
        return False
    if text[action.start].isupper() and joint["sentence"] is None and joint["semicolon"] is None:
        return False  # a name: "the Ministries of Health and Labour"
    if action.verb in verbs.surely_verbs:
        return True
    if action.verb in verbs.nouns or action.verb in verbs.adjectives:
        return verbs.object_start.match(text, action.end) is not None
    return True


def _is_on_top(previous: Action, between: str, joint: _Joint, language: Language) -> bool:
    """Return whether *joint* joins a verb to *previous* itself and not to a verb of a subordinate clause.

    *between* is the text from *previous* to *joint*.
    """
    verbs, words = language.review_words().actions(), language.review_words().coordination()
    if words.list_opener.search(between):
        return False  # "Amend the Act to: (a) repeal …; (b) remove …"
    if joint.match["semicolon"] is not None or joint.match["sentence"] is not None:
        return True
    clause = words.subordinator.search(between)
    if not clause and previous.verb not in words.governing:
        return joint.match["and"] is not None or joint.is_followed_by_and
    if not joint.match["comma"]:
        return False  # "Ensure that police do not arrest people and search their homes"
    return _ends_a_clause(between[clause.end() :] if clause else between, verbs, words)


def _ends_a_clause(inside: str, verbs: ActionVerbs, words: CoordinationWords) -> bool:
    """Return whether a comma and "and" after *inside*, a subordinate clause, lead back to the top level."""
    for comma in words.comma.finditer(inside):
        if action_at(inside, skip_openers(inside, comma.end(), verbs), verbs):
            return False  # "do not arrest people, search homes, and seize equipment"
    last = words.last_word.search(inside)
    return not (last and action_at(inside, last.start(), verbs))  # "to respect, protect, and fulfil rights"
