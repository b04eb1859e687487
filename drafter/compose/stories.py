"""The cases of a theme as printed, each after the name to print, with or without an introduction."""

from collections.abc import Mapping, Sequence

from drafter.compose.origins import TraceValue, untraced
from drafter.compose.wording import Prose, as_markdown, escape_sentence, prose_or_open
from drafter.language.language import Language
from drafter.model.answers import Case


class Stories:
    """The cases that a document may tell."""

    def __init__(
        self,
        cases: Mapping[str, Case],
        printed_names: Mapping[str, str],
        language: Language,
        trace: TraceValue = untraced,
    ) -> None:
        """Remember *cases* and, by the same keys, the name to print for each that may be told."""
        self._cases = cases
        self._printed_names = printed_names
        self._language = language
        self._trace = trace

    def plain(self, keys: Sequence[str]) -> tuple[Prose, ...]:
        """Return the cases *keys* that may be told, each after its name: the document is about them."""
        return tuple(self._story(key, self._printed_names[key]) for key in self._told(keys))

    def introduced(self, keys: Sequence[str]) -> tuple[Prose, ...]:
        """Return the cases *keys* that may be told, each introduced as a case of what the theme is about."""
        return tuple(self._story(key, self._introduction(key)) for key in self._told(keys))

    def _told(self, keys: Sequence[str]) -> list[str]:
        return [key for key in keys if key in self._printed_names]

    def _introduction(self, key: str) -> str:
        """Return the name with the words before it; for a person without a name, what is printed anyway."""
        labels, name = self._language.labels, self._printed_names[key]
        return name if name.startswith(labels.unnamed_person) else labels.case_of.format(name=name)

    def _story(self, key: str, beginning: str) -> Prose:
        text = prose_or_open(self._cases[key].text, self._language.gap("case"))
        text = self._trace(("cases", key, "text"), text)
        return Prose(f"*{escape_sentence(beginning, self._language)}* {as_markdown(text)}")
