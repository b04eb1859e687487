"""What the figure of a sentence is, in the words of the sentence: "11 of the 34 mothers"."""

from drafter.language.figure_words import FigureWords


def read_figure(text: str, words: FigureWords) -> str:
    """Return the figure of *text*, ``""`` if it has none.

    A part of a whole comes first: "380 of 2,900", also where the whole is named before it. A year is no
    figure, and no word is cut.
    """
    share, whole_first = words.share.search(text), words.whole_first.search(text)
    if whole_first and not (share and share.start() <= whole_first.start()):
        return f"{whole_first['part']} of {whole_first['whole']}"
    match = share or next((each for each in words.counted.finditer(text) if each[0].strip()), None)
    return match[0].strip() if match else ""
