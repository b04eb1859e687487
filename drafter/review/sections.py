"""The themes: each rests on something of the author's own, and each word of it finds its place."""

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.answers import Answers, ThemeSection
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.review.display_names import Naming, begun
from drafter.review.recommendations import look_at
from drafter.review.submission import Submission


def check_sections(submission: Submission) -> Iterator[Remark]:
    """Yield what is to be said of the themes of a document that has any."""
    answers, rules, chosen = submission.answers, submission.rules, submission.clauses
    named = submission.names
    if "themes" in rules.left_out:
        return
    yield from _said_twice(chosen, named)
    asked = {clause.id: {ask.name for ask in clause.questions} for clause in chosen}
    for section in answers.themes:
        place = named.theme(section)
        if not any((section.clauses, section.facts, section.cases, section.own)):
            yield Remark(
                "theme-empty",
                "warning",
                place,
                "Nothing is said under it, so it is not printed.",
                "Add a clause, a fact or a paragraph, or take the theme out.",
            )
        elif not section.all_facts:
            yield Remark(
                "theme-without-fact",
                "warning",
                place,
                "It rests on no fact of yours.",
                "Add what only you know: a figure, a finding, an event, with its source.",
            )
        yield from _under(section, answers, rules, place)
        wanted = {name for entry in section.clauses for name in asked.get(entry.clause, ())}
        idle = sorted(set(section.answers) - wanted)
        if idle:
            yield Remark(
                "answer-unused",
                "note",
                place,
                f"No clause here asks for {', '.join(idle)}, so the answer is not printed.",
                "Leave it, or take the clause again that asked for it.",
            )
        yield from _own(section, named, place)


def _said_twice(chosen: Sequence[Clause], named: Naming) -> Iterator[Remark]:
    for clause_id, times in Counter(clause.id for clause in chosen).items():
        if times > 1:
            yield Remark(
                "clause-twice",
                "warning",
                named.clause(clause_id),
                f"It is taken {times} times and printed each time.",
                "Keep it under one theme.",
            )


def _under(section: ThemeSection, answers: Answers, rules: DocumentRules, place: str) -> Iterator[Remark]:
    """Yield an error where a section answers a question that the call does not have: it would vanish."""
    asked = any(ask.name == "questions" and ask.kind == "group" for ask in rules.asks)
    given = answers.details.get("questions")
    number = len(given) if isinstance(given, list) else 0
    if asked and number and section.under and not 1 <= section.under <= number:
        yield Remark(
            "under-no-question",
            "error",
            place,
            f"It answers question {section.under} of the call. The call has {number}, so it is not printed.",
            "Correct the number (under), or take it out.",
        )


def _own(section: ThemeSection, named: Naming, place: str) -> Iterator[Remark]:
    for own in section.own:
        text = own.text or own.parts.sentence or ""
        where = f"{place}, your {own.kind} {begun(text)}" if text.strip() else place
        if own.kind == "recommendation":
            yield from look_at(text, where, named.language)
        known = named.vocabulary.addressees
        if known and own.kind != "paragraph" and own.addressee not in known:
            yield Remark(
                "addressee-unknown",
                "warning",
                where,
                f"It is addressed to “{own.addressee}”, which is printed as it stands.",
                f"Choose one that is known: {', '.join(known)}.",
            )


def check_own_content(submission: Submission) -> Iterator[Remark]:
    """Yield a warning where all of the document comes from the library."""
    answers = submission.answers
    own = len(answers.facts) + sum(len(section.own) for section in answers.themes)
    if len(submission.clauses) > 3 and own == 0:
        yield Remark(
            "nothing-of-your-own",
            "warning",
            "the themes",
            "Everything here comes from the library; bodies count copied letters as one.",
            "Add facts and paragraphs of your own.",
        )
