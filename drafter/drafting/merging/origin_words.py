"""What a segment of a document prints, in words by which its author recognises it."""

from drafter.drafting.merging.segments import Segment
from drafter.model.origins import KeyPath
from drafter.review.display_names import DisplayNames


def origin_in_words(segment: Segment, theme: int | None, names: DisplayNames) -> str:
    """Return what *segment* prints, in words."""
    answers = names.answers
    if segment.unit is None:
        paths = list(dict.fromkeys(span.path for line in segment.lines for span in line.spans))
        return "; ".join(dict.fromkeys(path_in_words(path, names) for path in paths[:3]))
    match segment.unit:
        case ("themes", int(number), "clauses", int(index)):
            section = answers.themes[number]
            return f"{names.theme(section)}, {names.clause(section.clauses[index].clause)}"
        case ("themes", int(number), "own", int(index)):
            section = answers.themes[number]
            return names.own_text(section, section.own[index])
        case ("facts", *keys):
            where = f"{names.theme(answers.themes[theme])}, " if theme is not None else ""
            return f"{where}{' and '.join(names.fact(str(key)) for key in keys)}"
        case ("cases", key, _):
            return names.case(str(key))
        case _:
            return path_in_words(segment.unit, names)


def path_in_words(path: KeyPath, names: DisplayNames) -> str:
    """Return the name of the answer at *path*."""
    answers = names.answers
    match path:
        case ("organisations", int(number), *field):
            name = answers.organisations[number].name or "an organisation"
            return f"{name}: {str(field[-1]).replace('_', ' ')}"
        case ("themes", int(number), "heading"):
            return f"{names.theme(answers.themes[number])}, heading"
        case ("themes", int(number), *_):
            return names.theme(answers.themes[number])
        case ("earlier", int(number), name):
            paragraph = answers.earlier[number].paragraph
            words = {"text": "wording", "evidence": "what became of it", "measures": "what the State did"}
            what = words.get(str(name), str(name))
            return f"earlier recommendation {paragraph or number + 1}: {what}"
        case ("details", name, *_):
            return str(name).replace("_", " ")
        case ("facts", key, *_):
            return names.fact(str(key))
        case ("sign_off", *_):
            return names.part("sign_off")
        case (name, *_) if str(name) in ("title", "keywords", "summary", "method", "closing"):
            return names.part(str(name))
        case _:
            return ".".join(map(str, path))
