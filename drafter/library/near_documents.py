"""The documents that somebody may mean who typed an id that does not exist."""

from collections.abc import Iterable

from drafter.language.language import Language
from drafter.model.mechanism import DocumentType
from drafter.search import did_you_mean, nearest, without_accents

_MOST = 3
"""Documents that are suggested at most."""


def document_remedy(typed: str, documents: Iterable[DocumentType], language: Language) -> str:
    """Return a remedy that asks for those of *documents* whose names have every word of *typed*.

    Those whose mechanism is called so come first. If there are none, those with a similar id are named.
    """
    words = without_accents(typed).replace("-", " ").replace("/", " ").split()
    all_documents = list(documents)
    by_name = [
        document
        for document in all_documents
        if words and set(words) <= set(_letters(f"{document.rules.title} {document.other_names}").split())
    ]
    by_name.sort(key=lambda document: not _letters(document.mechanism.title).startswith(" ".join(words)))
    ids = [document.id for document in by_name[:_MOST]]
    similar = ids or nearest(typed, (document.id for document in all_documents), cutoff=0.4)
    return f"{did_you_mean(similar, language)} 'drafter mechanisms list' shows all documents.".lstrip()


def _letters(text: str) -> str:
    """Return *text* in small letters, with a space for everything that is no letter or digit."""
    return "".join(letter if letter.isalnum() else " " for letter in without_accents(text))
