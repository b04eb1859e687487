"""What may have become of a recommendation that was made before."""

STATUSES = (
    ("done", "Carried out"),
    ("begun", "Begun"),
    ("not-done", "Not carried out"),
    ("unknown", "Not known"),
)
"""What may have become of an earlier recommendation, as it is saved and as it is shown."""
