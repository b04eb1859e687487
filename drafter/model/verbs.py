"""The verbs with which a recommendation begins, weak and strong.

After the five categories of action by which recommendations of States are rated (E. McMahon, used by
UPR Info), from asking for little to asking for a change.
"""

WEAK = frozenset({
    "accelerate", "address", "analyse", "consider", "continue", "encourage", "envisage", "explore", "improve",
    "intensify", "maintain", "persevere", "promote", "pursue", "raise", "reflect", "seek", "share", "step",
    "strengthen", "study", "support", "take",
})  # fmt: skip
"""First words that, alone, ask for nothing that can be seen to have been done."""

NO_VERB = frozenset({
    "the", "a", "an", "to", "that", "all", "every", "each", "in", "on", "for", "by", "with", "as", "it", "we",
    "they", "state", "states", "government", "governments", "should", "must", "there", "this", "no", "not",
    "please", "of",
})  # fmt: skip
"""Words that cannot begin what is to be done."""
