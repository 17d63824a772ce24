"""Every setting, read from the environment; `docs/operations/settings.md` explains each one."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

PACKAGE = Path(__file__).resolve().parent.parent
env = environ.Env()

DEMO = env.bool("KAVERI_DEMO", default=False)
DATA_DIR = Path(env.str("KAVERI_DATA_DIR", default=str(Path.cwd() / "var")))
SECRET_KEY = env.str("KAVERI_SECRET_KEY", default="demo-only" if DEMO else "")
DEBUG = False
ALLOWED_HOSTS = env.list("KAVERI_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("KAVERI_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("KAVERI_HTTPS", default=not DEMO)
# How many proxies stand in front: the address of whoever asks is the one the outermost of them saw.
PROXIES = env.int("KAVERI_PROXIES", default=0)

# Keys that seal identity codes: "id:base64,id:base64"; the first seals, all of them open.
FIELD_KEYS = env.list("KAVERI_FIELD_KEYS", default=[])
BLIND_INDEX_KEY = env.str("KAVERI_BLIND_INDEX_KEY", default="")
if DEMO and not FIELD_KEYS:
    FIELD_KEYS = ["demo:" + "ZGVtbyBrZXksIGRlbW8ga2V5LCBkZW1vIGtleSwgMTI="]
    BLIND_INDEX_KEY = "ZGVtbyBpbmRleCwgZGVtbyBpbmRleCwgZGVtbyBpbmQ="

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_cotton",
    "django_htmx",
    "csp",
    "kaveri.foundation.access",
    "kaveri.foundation.audit",
    "kaveri.foundation.usecase",
    "kaveri.foundation.accounts",
    "kaveri.foundation.messaging",
    "kaveri.foundation.ui",
    # After our own, whose templates stand in for theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "kaveri.casebook.records",
    "kaveri.casebook.directory",
    "kaveri.casebook.clients",
    "kaveri.casebook.consent",
    "kaveri.casebook.cases",
    "kaveri.casebook.tasks",
    "kaveri.casebook.timeline",
    "kaveri.casebook.measures",
    "kaveri.casebook.contacts",
    "kaveri.steps.identification",
    "kaveri.steps.questionnaires",
    "kaveri.steps.consultation",
    "kaveri.steps.referral",
    "kaveri.steps.referral_out",
    "kaveri.steps.assessment",
    "kaveri.steps.planning",
    "kaveri.steps.coordination",
    "kaveri.steps.teams",
    "kaveri.steps.appointments",
    "kaveri.steps.other_plans",
    "kaveri.steps.case_consultation",
    "kaveri.steps.health_checks",
    "kaveri.steps.statements",
    "kaveri.steps.special_team",
    "kaveri.steps.pre_visit",
    "kaveri.steps.participation",
    "kaveri.steps.insight",
    "kaveri.steps.ending",
    "kaveri.steps.permission",
    "kaveri.steps.crossings",
    "kaveri.channels.workspace",
    "kaveri.channels.portal",
    "kaveri.channels.public",
]
MIDDLEWARE = [
    "kaveri.config.headers.Headers",
    "kaveri.foundation.accounts.middleware.RequestId",
    "kaveri.foundation.accounts.middleware.ToldToWait",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "kaveri.foundation.ui.languages.LanguageSwitch",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kaveri.foundation.accounts.middleware.PersonLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "kaveri.config.urls"
WSGI_APPLICATION = "kaveri.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "kaveri.foundation.ui.templatetags.ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kaveri.foundation.ui.frame.frame",
            ],
        },
    }
]
COTTON_DIR = "components"
FORM_RENDERER = "kaveri.foundation.ui.forms.KaveriRenderer"
CSRF_FAILURE_VIEW = "kaveri.foundation.ui.views.csrf_failed"

# --- database -------------------------------------------------------------------------------
DATABASES = {
    "default": env.db_url("KAVERI_DATABASE_URL", default=f"sqlite:///{DATA_DIR}/kaveri.sqlite3")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
    }
else:
    # Who sees what makes long questions; the server that has planned one keeps its plan with the connection, and the
    # connection lives as long as the plans are worth (docs/adr/0028).
    DATABASES["default"]["ENGINE"] = "kaveri.config.postgres"
    DATABASES["default"]["CONN_MAX_AGE"] = 3600
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        "server_side_binding": True,
        "prepare_threshold": 3,
        **DATABASES["default"].get("OPTIONS", {}),
    }
# The owner of the tables, used by `kaveri migrate` alone; the product itself runs as the role above.
OWNER_DATABASE_URL = env.str("KAVERI_OWNER_DATABASE_URL", default="")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Where tries are counted: in the database, so that all processes count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- people ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "kaveri.foundation.accounts.adapter.SignIn"
ACCOUNT_FORMS = {
    "login": "kaveri.foundation.accounts.forms.SignInForm",
    "change_password": "kaveri.foundation.accounts.forms.PasswordForm",
    "reauthenticate": "kaveri.foundation.accounts.forms.AgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# A session ends with the browser: computers are shared.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
# The password is limited in `accounts/adapter.py`; this is the second factor, by account.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/key", "login": None}
MFA_ADAPTER = "kaveri.foundation.accounts.adapter.SecondFactor"
MFA_FORMS = {
    "authenticate": "kaveri.foundation.accounts.forms.CodeForm",
    "reauthenticate": "kaveri.foundation.accounts.forms.CodeAgainForm",
    "activate_totp": "kaveri.foundation.accounts.forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Kaveri"
# A phone's clock may go half a minute wrong.
MFA_TOTP_TOLERANCE = 1
# Outside the demo staff need a second factor before they see anything.
SECOND_FACTOR = env.bool("KAVERI_SECOND_FACTOR", default=not DEMO)
SESSION_COOKIE_AGE = env.int("KAVERI_SESSION_SECONDS", default=8 * 3600)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
# A browser takes a cookie of this name from this very host only, over HTTPS, for the whole of it.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}django_language"
# What is said to a person after a form may name somebody: it stays on the server.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- languages ------------------------------------------------------------------------------
LANGUAGE_CODE = "en"  # the language of the source text; people get theirs from the request
LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["kaveri.foundation.ui.formats"]
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# --- pages ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# What people hand in: no address leads here, and nothing but a use case gives a file out again.
MEDIA_ROOT = DATA_DIR / "documents"
FILE_UPLOAD_HANDLERS = [
    "kaveri.foundation.documents.uploads.receiving.NoMoreThanFits",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# ClamAV's daemon, as unix:///run/clamav/clamd.ctl or tcp://host:3310; empty: files are not searched for viruses.
CLAMD = env.str("KAVERI_CLAMD", default="")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
# The redirect to HTTPS (W008) is the proxy's business; the list of browser makers (W021) the county's.
SILENCED_SYSTEM_CHECKS = ["security.W008", "security.W021"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

# --- what the processes print ---------------------------------------------------------------
# Errors inside a page, one JSON line each; `kaveri.config.logs` says what may stand there.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "kaveri.config.logs.JsonLines"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json", "level": "ERROR"}
    },
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
}

# --- mail -----------------------------------------------------------------------------------
EMAIL_BACKEND = env.str(
    "KAVERI_EMAIL_BACKEND", default="django.core.mail.backends.dummy.EmailBackend"
)
DEFAULT_FROM_EMAIL = env.str("KAVERI_MAIL_FROM", default="kaveri@localhost")
# Where a mail leads when it has no link of its own.
PUBLIC_ADDRESS = env.str("KAVERI_PUBLIC_ADDRESS", default="http://localhost:8000/")
