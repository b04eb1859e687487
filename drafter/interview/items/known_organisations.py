"""Organisations and settings from other files: one answer takes them, another confirms who has agreed."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import answered, at
from drafter.answers.paths import rows as saved_rows
from drafter.answers.working import WorkingAnswers, as_saved
from drafter.drafting.carry_over import carry
from drafter.errors import DrafterError
from drafter.interview.items.declared import NOT_SAVED
from drafter.interview.items.item import FINISHED, AnswerValue, FinishableItem, Item, is_finished
from drafter.interview.on_record import KnownOrganisation, LastSubmission, OnRecord, organisation_key
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.mechanism import DocumentType
from drafter.model.node import Node, Tree
from drafter.model.question import Choice

SECTION = "Who submits"
REUSE, KNOWN, AGREED = "organisations/reuse", "organisations/known", "organisations/agreed"
"""The names of the questions in ``interview.finished``."""
_LIST = "organisations"
_SETTINGS = ("stand_for", "refuse", "accept_conflicts", "recommendations", "earlier_table")
"""What is usually the same in the next document."""
_CONTENT = ("earlier", "themes", "keywords", "summary", "method", "facts", "cases")
"""What a document has that is not new any more."""
_MOST_FILES = 2
"""Files that a choice names."""


class ReuseItem(FinishableItem):
    """Whether to begin with the organisations, the contact and the settings of the last submission."""

    taken: dict[str, object]
    """What a yes takes, by the key of the answers."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that take the answers, or that remember that they are not wanted."""
        if value is not True:
            return self.finish(answers)
        finished = [*answers.interview.finished, REUSE, KNOWN]
        changes: list[Change] = [((key,), as_saved(node)) for key, node in self.taken.items()]
        return [*changes, (FINISHED, finished)]


class KnownOrganisationsItem(FinishableItem):
    """Which organisations of other files submit this time too."""

    entries: dict[str, dict[str, object]]
    """What is saved about each organisation, by the value of its choice."""

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that none is marked: those that were taken are not in the list any more."""
        return []

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that add the marked organisations; whether they agreed is not known."""
        marked = value if isinstance(value, list) else []
        chosen = [entry for key, entry in self.entries.items() if key in marked]
        count = len(answers.organisations)
        is_only_one = count == 0 and len(chosen) == 1
        has_lead = any(organisation.role == "lead" for organisation in answers.organisations)
        role: dict[str, Node] = {}
        if is_only_one or has_lead:
            role = {"role": "lead" if is_only_one else "co-submitter"}
        added: list[Change] = [
            ((_LIST, count + number), as_saved({**entry, **role, "status": "not-asked"}))
            for number, entry in enumerate(chosen)
        ]
        asked_again = {KNOWN, AGREED} if chosen else {KNOWN}
        finished = [name for name in answers.interview.finished if name not in asked_again]
        return [*added, (FINISHED, [*finished, KNOWN])]


class LeadItem(Item):
    """Which organisation leads, where none was named as the lead."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that save the role of each organisation."""
        return [
            ((_LIST, number, "role"), "lead" if str(number) == value else "co-submitter")
            for number in range(len(answers.organisations))
        ]


class AgreedItem(FinishableItem):
    """Which of the organisations that were not asked yet have agreed to submit this document."""

    adds_more = False

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that confirm the marked organisations; the others stay as they are."""
        marked = value if isinstance(value, list) else []
        confirmed: list[Change] = [((_LIST, int(number), "status"), "confirmed") for number in marked]
        return [*confirmed, *self.finish(answers)]


def from_other_files(
    answers: WorkingAnswers, document: DocumentType, library: Library, record: OnRecord
) -> Iterator[Item]:
    """Yield the questions about what other files know: what to take from them, and what holds here too."""
    rules = document.rules
    if record.last is not None and _is_new(answers, record):
        taken = _taken(answers, record.last, document, library)
        if taken:
            yield _reuse(answers, record.last, taken)
    if rules.organisations != "one":
        present = {organisation_key(organisation.name) for organisation in answers.organisations}
        known = tuple(each for each in record.organisations if each.key not in present)
        if known:
            yield _known(answers, known)
    if lead_is_open(answers):
        yield _lead(answers)
    if any(organisation.status == "not-asked" for organisation in answers.organisations):
        yield _agreed(answers)


def lead_is_open(answers: WorkingAnswers) -> bool:
    """Return whether there are several organisations and nothing is known about their roles."""
    count = len(answers.organisations)
    return count > 1 and not any(answered(answers, (_LIST, number, "role")) for number in range(count))


def _is_new(answers: WorkingAnswers, record: OnRecord) -> bool:
    """Return whether nothing is answered yet that the last submission could give."""
    names = [organisation_key(organisation.name) for organisation in answers.organisations]
    return (
        names in ([], [record.own_organisation])
        and not any(at(answers, (part,)) for part in _CONTENT)
        and not {REUSE, _LIST} & set(answers.interview.finished)
    )


# ---- what the last submission gives ----


def _taken(
    answers: WorkingAnswers, last: LastSubmission, document: DocumentType, library: Library
) -> dict[str, Node]:
    """Return what the *last* submission adds to *answers*, as *document* can use it, by key."""
    taken: dict[str, Node] = {}
    organisations = _organisations(answers, last.tree, is_one=document.rules.organisations == "one")
    if organisations:
        taken[_LIST] = [*saved_rows(answers.saved, (_LIST,)), *organisations]
    kept = {key: value for key, value in last.tree.items() if key in ("document", *_SETTINGS)}
    try:
        usable: Tree = carry(kept, document.id, library).data
    except DrafterError:  # it was for a document that the library does not have any more
        usable = {}
    for key in _SETTINGS:
        if usable.get(key) and key not in document.rules.left_out and not answered(answers, (key,)):
            taken[key] = usable[key]
    return taken


def _organisations(answers: WorkingAnswers, tree: Tree, *, is_one: bool) -> list[Node]:
    """Return the organisations to add: the lead first, and of the others nobody knows if they agree."""
    present = {organisation_key(organisation.name) for organisation in answers.organisations}
    has_lead = bool(present)  # the organisation in the profile leads
    new = [
        row
        for row in saved_rows(tree, (_LIST,))
        if isinstance(row, dict)
        and (key := organisation_key(str(row.get("name") or "")))
        and key not in present
        and row.get("status") != "declined"
    ]
    new.sort(key=lambda row: row.get("role") != "lead")
    added: list[Node] = []
    for row in new[: 0 if has_lead else 1] if is_one else new:
        leads = not has_lead and not added
        role = (
            {"role": "lead", "status": "confirmed"}
            if leads
            else {"role": "co-submitter", "status": "not-asked"}
        )
        added.append({**row, **role})
    return added


def _reuse(answers: WorkingAnswers, last: LastSubmission, taken: dict[str, Node]) -> ReuseItem:
    added = saved_rows(taken, (_LIST,))[len(answers.organisations) :]
    names = [_short_name(row) for row in added if isinstance(row, dict)]
    leads = [row for row in added if isinstance(row, dict) and row.get("role") == "lead"]
    has_contact = any(row.get("contact") for row in leads)
    lead = f"{names[0]} as the lead{', with its contact' if has_contact else ''}" if leads else ""
    other = "other organisation" if leads or answers.organisations else "organisation"
    parts = [
        *filter(None, (lead,)),
        *_counted(len(names) - len(leads), other),
        *_counted(sum(len(saved_rows(taken, (key,))) for key in ("stand_for", "refuse")), "position"),
        *(["settings of tables and lists"] if {"recommendations", "earlier_table"} & taken.keys() else []),
    ]
    not_asked = " The other organisations are noted as not asked yet." if len(names) > len(leads) else ""
    what = "organisations, contact and settings" if names else "settings"
    return ReuseItem(
        path=(*NOT_SAVED, REUSE),
        section=SECTION,
        text=f"Use the {what} of {last.name}?",
        help=f"That is: {'; '.join(parts)}.{not_asked} You can change all of it later.",
        kind="yes-no",
        name=REUSE,
        taken=dict(taken),
    )


def _counted(count: int, word: str) -> list[str]:
    return [SCREEN.counted(count, word)] if count else []


def _short_name(row: Tree) -> str:
    return str(row.get("acronym") or row.get("name"))


# ---- organisations that are known ----


def _known(answers: WorkingAnswers, known: tuple[KnownOrganisation, ...]) -> KnownOrganisationsItem:
    done = is_finished(answers, KNOWN) or is_finished(answers, _LIST)
    return KnownOrganisationsItem(
        path=(*NOT_SAVED, KNOWN),
        section=SECTION,
        text="Which of these organisations submit this time too?",
        help="They are in your other files, with what you wrote about them. Mark all that are to take part. "
        "Whether they have agreed is asked next.",
        kind="choices",
        choices=tuple(_choice(each) for each in known),
        automatic=not done,
        overview_title="Add more: organisations in your other files" if done else "",
        name=KNOWN,
        entries={each.key: dict(each.saved) for each in known},
    )


def _choice(organisation: KnownOrganisation) -> Choice:
    """Return the choice of an *organisation*. Its contact is not shown."""
    acronym = f" ({organisation.acronym})" if organisation.acronym else ""
    more = len(organisation.files) - _MOST_FILES
    files = [*organisation.files[:_MOST_FILES], *([f"{more} more"] if more > 0 else [])]
    return Choice(
        value=organisation.key,
        title=f"{organisation.name}{acronym}",
        note=f"in {SCREEN.listed(files)}",
        more=organisation.what,
    )


def _lead(answers: WorkingAnswers) -> LeadItem:
    return LeadItem(
        path=(*NOT_SAVED, "organisations/lead"),
        section=SECTION,
        text="Which of them is the lead organisation?",
        help="The lead is named first. The secretariat writes to it.",
        kind="choice",
        choices=tuple(
            Choice(value=str(number), title=organisation.name or f"Organisation {number + 1}")
            for number, organisation in enumerate(answers.organisations)
        ),
    )


def _agreed(answers: WorkingAnswers) -> AgreedItem:
    done = is_finished(answers, AGREED)
    return AgreedItem(
        path=(*NOT_SAVED, AGREED),
        section=SECTION,
        text="Which of them have agreed to submit this document?",
        help="Mark only those that have said yes to this document. The others stay “not asked yet”: they are "
        "not printed and not counted. You can change it when they answer.",
        kind="choices",
        choices=tuple(
            Choice(
                value=str(number),
                title=organisation.name or f"Organisation {number + 1}",
                note="not asked yet",
            )
            for number, organisation in enumerate(answers.organisations)
            if organisation.status == "not-asked"
        ),
        automatic=not done,
        overview_title="Which organisations have agreed?" if done else "",
        name=AGREED,
    )
