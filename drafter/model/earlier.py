"""The statuses of earlier recommendations."""

EARLIER_STATUSES = (
    ("done", "Carried out"),
    ("partly", "Partly carried out"),
    ("begun", "Begun"),
    ("not-done", "Not carried out"),
    ("unknown", "Not known"),
)
"""Each status as it is saved and as it is shown."""
