"""What the answers say must stay confidential: who submits, and the names that they mention. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from drafter.frozen import frozen
from drafter.model.answers import Answers, SignOff
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.patterns import pattern
from drafter.privacy.consent import consent_questions

_WORD = pattern(r"[^\W\d_][\w’'-]*")
_SENTENCE = pattern(r"(?<=[.!?:;])\s+|\n+")
_POSSESSIVE = pattern(r"[’']s?$")

Details = Mapping[str, object]


def secrets_asked(rules: DocumentRules, details: Details) -> Iterator[tuple[Ask, str]]:
    """Yield each question on what must stay confidential that has an answer, and the answer."""
    for ask in rules.asks:
        answer = details.get(ask.name)
        if ask.keeps_secret and isinstance(answer, str) and answer.strip():
            yield ask, answer


def is_withheld(rules: DocumentRules, details: Details) -> bool:
    """Return whether others than the body must not get the document as it is."""
    if any(True for _ in secrets_asked(rules, details)):
        return True
    return any(
        answer in agreement.unnamed or "public" not in agreement.readers.get(answer, ())
        for _, agreement, answer in consent_questions(rules, details)
        if agreement.readers
    )


def unnamed_by(rules: DocumentRules, details: Details) -> Ask | None:
    """Return the question whose answer is that it may be published without the names, if there is one."""
    questions = consent_questions(rules, details)
    return next((ask for ask, agreement, answer in questions if answer in agreement.unnamed), None)


def without_authors(answers: Answers) -> Answers:
    """Return *answers* without the organisations and the signature."""
    return answers.model_copy(update={"organisations": (), "sign_off": SignOff()})


def author_names(answers: Answers) -> tuple[str, ...]:
    """Return every name and address of those who submit."""
    names: list[str | None] = [answers.sign_off.name]
    for entry in answers.organisations:
        contact = entry.contact
        names += [entry.name, entry.acronym, contact.person, contact.email, contact.phone, contact.website]
    return tuple(dict.fromkeys(name.strip() for name in names if name and name.strip()))


def names_in(answer: str, harmless: Iterable[str]) -> tuple[str, ...]:
    """Return the names that *answer* mentions: words with a capital letter that open no sentence.

    Names whose words are all in one of the *harmless* names are left out, and single letters.
    """
    known = [set(_folded_words(name)) for name in harmless]
    names: dict[str, None] = {}
    for sentence in _SENTENCE.split(answer.strip()):
        for run in _capitalised_runs(sentence):
            if run and not any({word.casefold() for word in run} <= each for each in known):
                names[" ".join(run)] = None
    return tuple(names)


def _capitalised_runs(sentence: str) -> Iterator[list[str]]:
    """Yield the words with a capital letter that stand side by side in *sentence*, without its first word."""
    run: list[str] = []
    end = 0
    for number, match in enumerate(_WORD.finditer(sentence)):
        word = _POSSESSIVE.sub("", match[0])
        is_side_by_side = bool(run) and not sentence[end : match.start()].strip()
        if not is_side_by_side:
            yield run
            run = []
        if number > 0 and word[:1].isupper() and len(word) > 1:
            run.append(word)
        else:
            yield run
            run = []
        end = match.end()
    yield run


def _folded_words(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(text)]


@frozen
class Mention:
    """The search for a name or an address in texts: all of it, or its last word, which may be a surname."""

    name: str

    def is_in(self, text: str) -> bool:
        """Return whether *text* has the name."""
        name = _WORD.findall(self.name)
        if len(name) != len(self.name.split()) or "@" in self.name:
            return self.name.casefold() in text.casefold()  # an e-mail address, a number, a web page
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(text)]
        length = len(name)
        whole = any(words[start : start + length] == name for start in range(len(words) - length + 1))
        return whole or (length == 2 and name[-1][:1].isupper() and name[-1] in words)
