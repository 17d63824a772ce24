"""The console command says what is unsafe, and makes what it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"
pytestmark = pytest.mark.sqlite
SAFE = {
    "KAVERI_SECRET_KEY": "".join(chr(33 + number) for number in range(64)),
    "KAVERI_FIELD_KEYS": "one:" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=",
    "KAVERI_BLIND_INDEX_KEY": "QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI=",
    "KAVERI_ALLOWED_HOSTS": "kaveri.example.org",
}
UNSAFE = ["demo mode is on", "KAVERI_SECRET_KEY", "KAVERI_SECOND_FACTOR", "KAVERI_HTTPS"]


def kaveri(subcommand, data, **environment):
    # Neither the settings of the tests, nor what a browser test of the same worker has set for itself.
    ours = ("KAVERI_", "DJANGO_")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, "-m", "kaveri.config.command", subcommand],
        env={
            **bare,
            "PYTHONPATH": str(SOURCE),
            "DJANGO_SETTINGS_MODULE": "",
            "KAVERI_DATA_DIR": str(data),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_safe_settings_pass(tmp_path):
    checked = kaveri("check", tmp_path, **SAFE)

    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_settings_of_the_demo_are_named_one_by_one(tmp_path):
    checked = kaveri("check", tmp_path, KAVERI_DEMO="1", KAVERI_ALLOWED_HOSTS="*")

    assert checked.returncode == 1
    assert [words for words in [*UNSAFE, "every host name"] if words not in checked.stderr] == []


def test_missing_keys_are_named(tmp_path):
    checked = kaveri("check", tmp_path, KAVERI_SECRET_KEY=SAFE["KAVERI_SECRET_KEY"])

    assert checked.returncode == 1
    assert "KAVERI_FIELD_KEYS is missing" in checked.stderr
    assert "KAVERI_BLIND_INDEX_KEY is missing" in checked.stderr


def test_migrating_makes_the_folder_of_the_data(tmp_path):
    data = tmp_path / "not" / "there"

    migrated = kaveri("migrate", data, **SAFE)

    assert migrated.returncode == 0, migrated.stderr
    assert (data / "kaveri.sqlite3").exists()
