"""The product's settings as tests run them: the engine asked for, nothing slow, nothing sent anywhere."""

import os
from pathlib import Path

ENGINE = os.environ.get("KAVERI_TEST_ENGINE", "sqlite")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
FILES = Path(__file__).resolve().parent.parent / ".cache" / "tests" / f"{ENGINE}-{WORKER}"

for name in [name for name in os.environ if name.startswith("KAVERI_")]:
    if not name.startswith(("KAVERI_TEST_", "KAVERI_LONG")):
        del os.environ[name]
(FILES / "staticfiles").mkdir(parents=True, exist_ok=True)
os.environ["KAVERI_DATA_DIR"] = str(FILES)
os.environ["KAVERI_SECRET_KEY"] = "tests only: nothing real is signed with this"
os.environ["KAVERI_FIELD_KEYS"] = "tests:dGVzdHMgb25seSwgdGVzdHMgb25seSwgdGVzdHMgb24="
os.environ["KAVERI_BLIND_INDEX_KEY"] = "dGVzdHMgaW5kZXgsIHRlc3RzIGluZGV4LCB0ZXN0cyE="
os.environ["KAVERI_HTTPS"] = "false"
# The name of the database is filled in by tests/databases.py, once the worker has its copy.
os.environ["KAVERI_DATABASE_URL"] = {
    "sqlite": "sqlite:////nowhere/kaveri.sqlite3",
    "postgres": "postgres://nobody@127.0.0.1:1/nowhere",
}[ENGINE]

from kaveri.config.settings import *  # noqa: E402, F403
from kaveri.config.settings import DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if ENGINE == "sqlite":
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;PRAGMA foreign_keys=ON;"
    )
