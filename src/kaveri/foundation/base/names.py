"""Names as people misspell them: one folded form for search and for finding a known person."""

import re
import unicodedata

_ALIKE = [
    ("ks", "x"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("w", "v"),
    ("z", "s"),
    ("c", "k"),
    ("q", "k"),
]
_LETTERS = str.maketrans(
    {"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o", "đ": "d", "ł": "l", "ß": "s"}
)


def folded(name: str) -> str:
    """The name in small letters, accents and doubled letters away, w as v: for comparing only."""
    text = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    for written, heard in _ALIKE:
        text = text.replace(written, heard)
    text = re.sub(r"(.)\1+", r"\1", text)
    return " ".join(re.findall(r"[^\W_]+", text))


_LAST = str.maketrans({"å": "zza", "ä": "zzb", "æ": "zzb", "ö": "zzc", "ø": "zzc", "ü": "y"})


def sorting(last_name: str, first_name: str) -> str:
    """Last name, then first, in letters any engine puts in the Nordic order: å, ä and ö after z."""
    text = unicodedata.normalize("NFC", f"{last_name} {first_name}").casefold()
    text = text.translate(_LAST).translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", text))
