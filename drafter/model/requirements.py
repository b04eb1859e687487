"""The names that ``required`` and ``forbidden`` may have in the rules of a document, each in words.

A name is here only if a check of the review knows it. The check of the library refuses every other name.
"""

REQUIRED: dict[str, str] = {
    "title": "a title",
    "organisations": "the organisations that submit",
    "submitter": "who submits the case",
    "contact": "how the body can reach you",
    "themes": "at least one theme",
    "keywords": "keywords",
    "summary": "a summary",
    "method": "a paragraph on sources and method",
    "victim": "the person concerned",
    "perpetrator": "those responsible",
    "facts-of-case": "the facts of the case",
    "consent": "the consent of the person",
    "annexes": "a list of documents",
    "follow-up": "what became of earlier recommendations",
    "publication-choice": "whether it may be published",
    "questions": "a question",
    "recommendations": "a recommendation",
}
"""What a document must have."""

FORBIDDEN: dict[str, str] = {
    "abusive-language": "abusive or insulting language",
    "acronyms": "acronyms, also your own",
    "annexed-reports": "reports of other organisations as annexes",
    "anonymous-text": "a text without the name of its author",
    "emphasis": "bold, italics or underlining",
    "individual-cases": "the cases of single people",
    "logos": "logos",
    "media-alone": "reports of the media as the only source",
    "new-in-annex": "new complaints in an annex",
    "paragraph-numbers": "numbers before the paragraphs",
    "pending-elsewhere": "a matter that another UN procedure already deals with",
    "policy-requests": "requests about policy in general",
    "political-motives": "a text with openly political motives",
    "portrait": "a portrait of the organisation in place of questions and recommendations",
    "repetition": "the same request twice",
    "see-annex": "the words “see annex” in place of facts, violations or remedies",
    "several-agenda-items": "more than one agenda item",
    "several-committees": "more than one committee on a form",
    "several-states": "more than one State",
}
"""What a body does not take."""
