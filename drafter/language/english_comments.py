"""The words of comments in English."""

from drafter.language.comment_words import CommentWords

_CONTACT = "The secretariat may have a question. Give what you want it to use, or delete these words."

ENGLISH_COMMENTS = CommentWords(
    missing="Missing: {label}.",
    wanted={
        "state": "Name the State that the document is about.",
        "summary": (
            "Write one or two paragraphs with the main points. Everybody reads them first; some "
            "people read nothing else."
        ),
        "method": (
            "Say how you asked the people affected, which period you cover, and what the figures "
            "leave out. Readers judge every figure by it."
        ),
        "closing": "Write a last paragraph after the recommendations, or delete these words.",
        "fact": "Write one sentence, as it should be printed: what was counted, where and when.",
        "fact_page": (
            "Give the page or paragraph, such as p. 12. A reader wants to find the figure in the source."
        ),
        "fact_source": (
            "Say who published it, under which title and when. A figure without a source cannot be in "
            "the final version."
        ),
        "case": (
            "Write what happened, in the order of time. Leave out details by which somebody could "
            "recognise the person."
        ),
        "source_title": "Give the title as it is on the first page.",
        "source_author": "Name the person or the office that wrote it.",
        "source_publisher": (
            "Name who published it, if that is not the author. If it is, delete these words."
        ),
        "source_date": (
            "Give the year or the day of publication, so that a reader sees how old the figure is."
        ),
        "source_address": "Give the web address, or delete these words if it is only on paper.",
        "source_seen": "Web pages change. Say on which day you opened it.",
        "own_paragraph": "Write the paragraph, or delete it.",
        "own_question": "Write the question that the body should ask the State.",
        "own_recommendation": "Write what the State should do, beginning with a verb: close, repeal, fund.",
        "verb": "Begin with a verb for an action that can be checked: close, repeal, fund.",
        "what": "Name the law, the place or the service, so that anybody can see whether it was done.",
        "how": "Name the body or the means, or delete these words.",
        "by_when": "Give a date or a period, such as within two years, or delete these words.",
        "earlier_document": (
            "Name the document that has the recommendation, with its symbol, such as A/HRC/56/7."
        ),
        "earlier_paragraph": "Give its number in that document, such as 140.23.",
        "earlier_text": "Copy the official wording, word for word.",
        "earlier_states": (
            "Name the States that made it: the official list has them in brackets after each text."
        ),
        "earlier_position": (
            "Say whether the State supported or noted it. The addendum to the report of the review "
            "has the answer."
        ),
        "earlier_status": (
            "Say what became of it: carried out, partly carried out, begun, not carried out, "
            "reversed, or not known."
        ),
        "earlier_evidence": "Say how you know what became of it: a law, a figure, a visit.",
        "earlier_measures": "Say what the State has done: laws, money, training, with dates.",
        "earlier_needed": "Say what is still needed.",
        "organisation": "Give the full official name, as in the statutes.",
        "acronym": "Give it as you use it, or delete these words with their brackets.",
        "organisation_what": (
            "Say in one to three sentences what you are, what you do, and with whom you work. The "
            "body judges by it how much you know at first hand."
        ),
        "founded": "Give the year, or delete these words.",
        "city": "Give the city of the head office.",
        "country": "Give the country of the head office.",
        "ecosoc": (
            "Say general, special or Roster, as in the list of the Economic and Social Council. Some "
            "documents are taken only from organisations with this status."
        ),
        "person": _CONTACT,
        "email": _CONTACT,
        "phone": _CONTACT,
        "address": _CONTACT,
        "website": _CONTACT,
        "sign_place": "Give the place where the document is signed.",
        "sign_date": "Give the day on which it is signed.",
        "sign_name": "Name the person who signs for the organisations.",
        "sign_function": "Give the function of this person, such as director.",
    },
    example="For example: {example}",
    required="The rules of this document require an answer.",
    choices="Choose one: {choices}.",
    how_to_fill=(
        "To fill a gap, click the yellow words and type. The final version cannot be made while one is open."
    ),
    also_here="Also missing here: {label}.",
    in_note="In note {number}.",
    levels={"error": "Correct first.", "warning": "Please check.", "note": "Good to know."},
    about="About {place}:",
    clause="Clause of the library: {title} ({id}).",
    own_wording="The wording is your own, in place of the library’s.",
    drawn_from="Drawn from {source}: {says}",
    rests_on="It rests on {authorities}.",
)
