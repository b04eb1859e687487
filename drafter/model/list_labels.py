"""The labels of ordered lists: (a), (b) …, with (i), (ii) … below them, as the bundled look has them."""

_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def item_label(number: int, depth: int) -> str:
    """Return the label of the item *number*, from 1, of a list within *depth* other lists."""
    match depth % 3:
        case 0:
            return f"({letters(number)})"
        case 1:
            return f"({roman(number)})"
        case _:
            return f"{number}."


def letters(number: int) -> str:
    """Return a, b … z, aa, bb …: Word repeats the letter, unlike a spreadsheet (aa, ab …)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """Return *number* as a small Roman numeral."""
    numeral = ""
    for value, numeral_letters in _NUMERALS:
        numeral, number = numeral + numeral_letters * (number // value), number % value
    return numeral
