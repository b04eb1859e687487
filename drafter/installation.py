"""The ``drafter`` command of an installed package, which looks first whether ``drafter`` is this program.

The Python Package Index has a web library for students that is named ``drafter``, too. In one environment
both write to the folder ``drafter`` and to the command ``drafter``, and pip says nothing about it. So a wheel
holds this file beside the package, as ``rights_drafter``: it runs even where ``import drafter`` gives the
other package, and therefore imports nothing of drafter before it has looked.
"""

import sys

DISTRIBUTION = "rights-drafter"
"""The name under which this program is installed and published."""


def main() -> int:
    """Run drafter and return the exit status.

    Ends with status 1 and a message where ``drafter`` is not this program.
    """
    try:
        import drafter
    except ImportError:  # the other package, without what it needs
        sys.exit(not_ours())
    if getattr(drafter, "DISTRIBUTION", "") != DISTRIBUTION:  # the other package, or what is left of ours
        sys.exit(not_ours())
    from importlib import import_module  # by name: the command line is a room far below this one

    status: int = import_module("drafter.__main__").main()
    return status


def not_ours() -> str:
    """Return what to say where ``import drafter`` does not give this program."""
    return (
        "drafter: this program is not installed completely. Another Python package, also named 'drafter', "
        "has replaced parts of it or comes before it. Your own files were not changed.\n" + _remedy()
    )


def shared() -> str:
    """Return what to say where the other package is in the same folder and this program still runs."""
    return (
        "drafter: another Python package, also named 'drafter', is installed in the same environment. "
        "Each overwrites files of the other.\n" + _remedy()
    )


def _remedy() -> str:
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return (
        f"    Remove both:  {python} -m pip uninstall drafter {DISTRIBUTION}\n"
        "    Then install this program again, in an environment of its own, such as pipx makes."
    )
