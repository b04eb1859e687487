"""Print what the review of an answers file takes, in milliseconds of CPU time: the first in its process.

    python tests/bench/review_time.py ANSWERS.yaml

Everything before the review (reading, composing, counting) is done already; the patterns and tables of the
review are not loaded yet, as in a command.
"""

import gc
import sys
import time
from datetime import date
from pathlib import Path

from drafter.drafting import composing, pipeline
from drafter.drafting.read import read_submission
from drafter.drafting.resolve import resolve
from drafter.library.open_library import library_for
from drafter.review.length import measure
from drafter.review.review import review


def main() -> None:
    """Review the file that is named and print the time."""
    gc.disable()  # as a command does
    file = Path(sys.argv[1])
    library = library_for(file)
    answers, _ = read_submission(file, library)
    resolved = resolve(answers, library)
    draft = composing.compose_draft(resolved)
    length = measure(draft.document, resolved.rules, answers)
    start = time.process_time()
    submission = pipeline._submission(resolved, draft, length, date.today())
    remarks = review(submission)
    print(1000 * (time.process_time() - start), len(remarks))


if __name__ == "__main__":
    main()
