"""Where the source tree is: above the tests, or where the environment says (tests of an installed wheel)."""

import os
from pathlib import Path

CHECKOUT = Path(os.environ.get("DRAFTER_CHECKOUT", Path(__file__).parents[2]))
"""The source tree."""
EXAMPLES = Path(os.environ.get("DRAFTER_EXAMPLES", CHECKOUT / "examples"))
