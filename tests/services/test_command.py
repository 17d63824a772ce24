"""The console command says what is unsafe, and makes what it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kaveri.config import checks

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"
pytestmark = pytest.mark.sqlite
SAFE = {
    "KAVERI_SECRET_KEY": "".join(chr(33 + number) for number in range(64)),
    "KAVERI_FIELD_KEYS": "one:" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=",
    "KAVERI_BLIND_INDEX_KEY": "QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI=",
    "KAVERI_ALLOWED_HOSTS": "kaveri.example.org",
    "KAVERI_TRUSTED_ORIGINS": "https://kaveri.example.org",
    "KAVERI_PUBLIC_ADDRESS": "https://kaveri.example.org/",
    "KAVERI_PROXIES": "1",
}
STRICT = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
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


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("KAVERI_PROXIES", "0", "KAVERI_PROXIES is missing"),
        ("KAVERI_PUBLIC_ADDRESS", "http://kaveri.example.org/", "KAVERI_PUBLIC_ADDRESS"),
        ("KAVERI_TRUSTED_ORIGINS", "https://*.example.org", "KAVERI_TRUSTED_ORIGINS"),
        ("KAVERI_TRUSTED_ORIGINS", "http://kaveri.example.org", "KAVERI_TRUSTED_ORIGINS"),
        ("KAVERI_SESSION_SECONDS", "90000", "KAVERI_SESSION_SECONDS"),
        ("KAVERI_CLAMD", "unix:///nowhere/clamd", "KAVERI_CLAMD is set"),
        ("KAVERI_HTTPS", "false", "KAVERI_HTTPS is off"),
        ("KAVERI_ALLOWED_HOSTS", ".example.org", "KAVERI_ALLOWED_HOSTS"),
    ],
)
def test_each_unsafe_setting_is_refused(tmp_path, name, value, words):
    checked = kaveri("check", tmp_path, **{**SAFE, name: value})

    assert checked.returncode == 1
    assert words in checked.stderr


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("MEDIA_ROOT", "/srv/kaveri/staticfiles/documents", "would lie where"),
        ("CSRF_COOKIE_HTTPONLY", False, "cookies are not kept"),
        ("SESSION_COOKIE_DOMAIN", ".example.org", "cookies are not kept"),
        ("SESSION_COOKIE_SAMESITE", "None", "cookies are not kept"),
        ("SESSION_COOKIE_NAME", "sessionid", "cookies are not kept"),
        ("CACHES", {"default": {"BACKEND": "x.LocMemCache"}}, "each process alone"),
        ("FILE_UPLOAD_HANDLERS", ["x.Memory"], "before it is measured"),
        *(
            ("CONTENT_SECURITY_POLICY", {"DIRECTIVES": {**STRICT, **change}}, "lets in more")
            for change in [
                {"script-src": ["'self'", "'unsafe-inline'"]},
                {"script-src": ["'self'", "data:"]},
                {"script-src": ["https://cdn.example"]},
                {"frame-ancestors": ["'self'"]},
                {"base-uri": []},
            ]
        ),
    ],
)
def test_a_fork_that_loosens_what_is_built_in_is_told(settings, name, value, words):
    settings.STATIC_ROOT = "/srv/kaveri/staticfiles"
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME = "__Host-sessionid"
    settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME = "__Host-csrf", "__Host-language"
    before = [error.msg for error in checks.unsafe_settings()]
    assert [msg for msg in before if words in msg] == []

    setattr(settings, name, value)

    assert any(words in error.msg for error in checks.unsafe_settings())


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
