"""The installed ``drafter`` command. It first checks that the package ``drafter`` is this program.

The Python Package Index also has a web library for students named ``drafter``. If both are installed in one
environment, each overwrites the folder ``drafter`` and the command ``drafter`` of the other, and pip does not
warn. A wheel therefore contains this file beside the package, as ``rights_drafter``. It runs even if
``import drafter`` gives the other package, so it imports nothing from drafter before that check.
"""

import sys

DISTRIBUTION = "rights-drafter"
"""The name under which this program is installed and published."""


def main() -> int:
    """Run drafter and return the exit status.

    Exits with status 1 and a message if the package ``drafter`` is not this program.
    """
    try:
        import drafter
    except ImportError:  # the other package, without its own dependencies
        sys.exit(not_ours())
    if getattr(drafter, "DISTRIBUTION", "") != DISTRIBUTION:  # the other package, or the remains of ours
        sys.exit(not_ours())
    from importlib import import_module  # by name: this room may not import the command line

    status: int = import_module("drafter.__main__").main()
    return status


def not_ours() -> str:
    """Return the message to show if ``import drafter`` does not give this program."""
    return (
        "drafter: this program is not completely installed. Another Python package, also named 'drafter', "
        "has replaced parts of it or hides it. Your own files are unchanged.\n" + _remedy()
    )


def shared() -> str:
    """Return the warning to show if the other package is in the same folder and this program still runs."""
    return (
        "drafter: another Python package, also named 'drafter', is installed in the same environment. "
        "Each one overwrites files of the other.\n" + _remedy()
    )


def _remedy() -> str:
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return (
        f"    Remove both:  {python} -m pip uninstall drafter {DISTRIBUTION}\n"
        "    Then install this program again in a separate environment. pipx creates one for you."
    )
