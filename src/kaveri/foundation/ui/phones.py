"""Telephone numbers: read as people write them, kept as +358…, shown as people read them."""

import re

import phonenumbers

NBSP = "\xa0"
# Words around a number would be lost, so a text with letters is no number.
_DIGITS = re.compile(r"\s*\+?[\d\s().\-/]+", re.ASCII)


class NotANumber(ValueError):
    """What was written cannot be called."""


def read_phone(written: str) -> str:
    """The number in international form; a number without a country is Finnish."""
    if not _DIGITS.fullmatch(written):
        raise NotANumber(written)
    try:
        number = phonenumbers.parse(written, "FI")
    except phonenumbers.NumberParseException:
        raise NotANumber(written) from None
    # A number that is only possible may be too short to reach anybody.
    if not phonenumbers.is_valid_number(number):
        raise NotANumber(written)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown_phone(kept: str, language: str) -> str:
    """02 555 0142 in Swedish and Finnish, +358 2 555 0142 in English; what cannot be read is shown as it is."""
    if not _DIGITS.fullmatch(kept):
        return kept
    try:
        number = phonenumbers.parse(kept, "FI")
    except phonenumbers.NumberParseException:
        return kept
    if number.country_code != 358:
        text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        return text.replace(" ", NBSP)
    digits = str(number.national_number)
    # Mobile codes (40, 41, 44, 45, 46, 49, 50) have two digits, area codes one.
    code = 2 if digits[:2] in {"40", "41", "42", "43", "44", "45", "46", "49", "50"} else 1
    groups = [digits[:code], *_grouped(digits[code:])]
    groups[0] = f"+358{NBSP}{groups[0]}" if language == "en" else f"0{groups[0]}"
    return NBSP.join(groups)


def _grouped(digits: str) -> list[str]:
    """Seven as 3 + 4, six as 3 + 3: the way numbers are read aloud."""
    if len(digits) <= 4:
        return [digits]
    return [digits[:3], digits[3:]]
