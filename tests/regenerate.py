"""Make what the builder generates now the expectation of the golden sites: ``python tests/regenerate.py [CASE…]``.

Look at the change in git before committing it. Never runs where ``CI`` is set: there, expectations are given.
"""

import os
import sys

from tests.sites.golden import accept, cases


def main(wanted: list[str]) -> int:
    """Regenerate the named cases, or all; return the exit status."""
    if os.environ.get("CI"):
        print("expectations are not regenerated where CI is set", file=sys.stderr)
        return 2
    if unknown := [case for case in wanted if case not in cases()]:
        print(f"no such case: {', '.join(unknown)}; there are {', '.join(cases())}", file=sys.stderr)
        return 2
    for case in wanted or cases():
        difference = accept(case)
        for word in ("missing", "unexpected", "different"):
            for path in getattr(difference, word):
                print(f"{case}/expected/{path} was {word}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
