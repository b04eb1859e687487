"""How a finished document is sent, as far as the rules know it."""

from drafter.model.mechanism import DocumentRules

CHECK_IT = "Before you send it, check this in the current notice of the body."


def how_to_send(rules: DocumentRules) -> str:
    """Return by which way a document with *rules* is sent; if that is not known, where one can find it."""
    route = rules.route
    if isinstance(route.value, tuple):
        way = "; ".join(route.value)
    else:
        way = str(route.value) if route.value else "not known to drafter"
    sentences = [f"How to send it: {way.rstrip('.')}.", route.note, CHECK_IT]
    return " ".join(" ".join(filter(None, sentences)).split())
