"""Gathers the texts to translate and keeps the catalogues: sorted, unwrapped, without line numbers.

Two branches that each add texts change different lines, so that their merge is a union.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path

import polib

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "kaveri"
LANGUAGES = ("sv", "fi")
HEADER = {
    "Project-Id-Version": "Kaveri",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
SHOWN = 15
Key = tuple[str, str]


def catalogue_path(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def texts_in_the_source() -> dict[Key, polib.POEntry]:
    """Every text marked for translation in the product, by what identifies it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "kaveri"
        shutil.copytree(
            PACKAGE,
            copy,
            ignore=shutil.ignore_patterns("locale", "static", "__pycache__", "*.json"),
        )
        (copy / "locale").mkdir()
        extract(copy)
        template = polib.pofile(str(copy / "locale" / "django.pot"))
    return {key(entry): entry for entry in template}


def extract(folder: Path) -> None:
    command = (
        "import django; from django.conf import settings; from django.core.management import "
        "call_command; settings.configure(USE_I18N=True); django.setup(); "
        "call_command('makemessages', all=True, keep_pot=True, no_location=True, "
        "verbosity=0, extensions=['html', 'txt', 'py'])"
    )
    # The product must not be importable from here: the copy is what is read.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("DJANGO")
    }
    subprocess.run([sys.executable, "-c", command], cwd=folder, check=True, env=environment)


def translations(language: str) -> dict[Key, polib.POEntry]:
    path = catalogue_path(language)
    if not path.exists():
        return {}
    return {key(entry): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def catalogue(
    language: str, texts: Iterable[polib.POEntry], known: dict[Key, polib.POEntry]
) -> str:
    """The whole catalogue file of a language, for these texts and the translations known."""
    result = polib.POFile(wrapwidth=0)
    result.metadata = {**HEADER, "Language": language}
    for text in sorted(texts, key=lambda entry: (entry.msgid, entry.msgctxt or "")):
        entry = polib.POEntry(
            msgctxt=text.msgctxt,
            msgid=text.msgid,
            msgid_plural=text.msgid_plural,
            comment=text.comment,
            flags=sorted(flag for flag in text.flags if flag != "fuzzy"),
        )
        old = known.get(key(text))
        if text.msgid_plural:
            plural = old.msgstr_plural if old and old.msgid_plural == text.msgid_plural else {}
            entry.msgstr_plural = {form: plural.get(form, "") for form in (0, 1)}
        elif old and not old.msgid_plural:
            entry.msgstr = old.msgstr
        result.append(entry)
    return str(result).rstrip("\n") + "\n"


def write() -> int:
    texts = texts_in_the_source()
    for language in LANGUAGES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            catalogue(language, texts.values(), translations(language)), encoding="utf-8"
        )
    complete()
    return 0


def check() -> int:
    texts = texts_in_the_source()
    behind = 0
    for language in LANGUAGES:
        path = catalogue_path(language)
        known = translations(language)
        tell(f"{language}: not in the catalogue", texts.keys() - known.keys())
        tell(f"{language}: no longer in the source", known.keys() - texts.keys())
        written = path.read_text(encoding="utf-8") if path.exists() else ""
        if written != catalogue(language, texts.values(), known):
            print(f"{language}: the catalogue is behind the source; run scripts/messages.")
            behind += 1
    return 1 if behind else 0


def tell(what: str, keys: Collection[Key]) -> None:
    """Lists the first texts of a kind and counts the rest."""
    for _context, text in sorted(keys)[:SHOWN]:
        print(f"{what}: {text!r}")
    if len(keys) > SHOWN:
        print(f"{what}: {len(keys) - SHOWN} more")


def translated(entry: polib.POEntry) -> bool:
    forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return all(forms) and not entry.fuzzy and not entry.obsolete


def complete() -> int:
    """Whether every text has its translation: nothing missing, nothing fuzzy, nothing obsolete."""
    lacking = 0
    for language in LANGUAGES:
        path = catalogue_path(language)
        if not path.exists():
            print(f"{language}: there is no catalogue.")
            lacking += 1
            continue
        entries = polib.pofile(str(path), check_for_duplicates=True)
        without = {key(entry) for entry in entries if not translated(entry)}
        tell(f"{language}: not translated", without)
        lacking += len(without)
    print(f"{lacking} texts lack a translation." if lacking else "Every text is translated.")
    return 1 if lacking else 0


def resolve() -> int:
    """Settles a merge conflict: the entries of both sides; where only one side changed an entry, that side's."""
    for language in LANGUAGES:
        path = catalogue_path(language)
        before, ours, theirs = (in_conflict(path, stage) for stage in (1, 2, 3))
        changed = {
            known: entry
            for known, entry in theirs.items()
            if known not in ours or (entry.translated() and said(entry) != said(before.get(known)))
        }
        known = ours | changed
        if known:
            path.write_text(catalogue(language, known.values(), known), encoding="utf-8")
            print(f"{language}: {len(known)} entries from both sides; now run scripts/messages.")
    return 0


def in_conflict(path: Path, stage: int) -> dict[Key, polib.POEntry]:
    """A catalogue as it stands in git's index during a merge: 1 before both, 2 ours, 3 theirs."""
    shown = subprocess.run(
        ["git", "show", f":{stage}:./{path.name}"],
        cwd=path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if shown.returncode:
        return {}
    return {key(entry): entry for entry in polib.pofile(shown.stdout)}


def said(entry: polib.POEntry | None) -> tuple[str, dict[int, str]] | None:
    """What the entry says, in one number or in both."""
    return None if entry is None else (entry.msgstr, dict(entry.msgstr_plural))


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/messages")
    for name in ("check", "complete", "resolve"):
        parser.add_argument(f"--{name}", action="store_const", const=name, dest="what")
    does = {"check": check, "complete": complete, "resolve": resolve}
    return does.get(parser.parse_args().what, write)()


if __name__ == "__main__":
    sys.exit(main())
