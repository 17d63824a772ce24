"""Artificial identity codes: individual number 900–999 only, so that none can be anybody's."""

import datetime as dt
import random

_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
# The separators of the code's centuries; several since 2023, so that there are codes enough.
_LETTERS = {1900: "-YXWVU", 2000: "ABCDEF"}


def artificial_code(born_on: dt.date, chance: random.Random, taken: set[str]) -> str:
    """A code for this birthday that nobody has got yet."""
    separators = _LETTERS[born_on.year // 100 * 100]
    while True:
        number = chance.randint(900, 999)
        day = born_on.strftime("%d%m%y")
        sign = _SIGNS[int(f"{day}{number}") % 31]
        code = f"{day}{chance.choice(separators)}{number}{sign}"
        if code not in taken:
            taken.add(code)
            return code
