"""All settings, each from the environment; a bad value stops the start with a sentence.

Every name that is read here stands in README.md (a test holds that).
"""

from __future__ import annotations

import os
import secrets
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent


def _flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value not in {"1", "0", "true", "false", "yes", "no", "on", "off"}:
        raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0.")
    return value in {"1", "true", "yes", "on"}


def _number(name: str, default: float) -> float:
    value = os.environ.get(name, "")
    try:
        number = float(value) if value else default
    except ValueError:
        raise ImproperlyConfigured(f"{name}={value!r}: write a number.") from None
    if number <= 0:
        raise ImproperlyConfigured(f"{name}={value!r}: write a number above 0.")
    return number


def _count(name: str, value: str) -> int:
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value!r}: write a number, 0 or above.")
    return int(value)


def _choice(name: str, value: str, choices: set[str]) -> str:
    if value not in choices:
        raise ImproperlyConfigured(f"{name}={value!r}: write one of {', '.join(sorted(choices))}.")
    return value


def _list(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def _networks(name: str) -> list[str]:
    networks = _list(name)
    for network in networks:
        try:
            ip_network(network)
        except ValueError as error:
            sentence = f"{name}: {error}. Write networks like 10.0.0.0/8, separated by commas."
            raise ImproperlyConfigured(sentence) from None
    return networks


def _database(url: str) -> dict[str, object]:
    """``sqlite:///path`` or ``postgresql://user:password@host:port/name``."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path[1:] or ":memory:",
            "OPTIONS": {
                # A writer waits for another instead of failing; BEGIN IMMEDIATE avoids upgrades that cannot wait.
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
    raise ImproperlyConfigured(f"DATABASE_URL={url!r}: write sqlite:///path or postgresql://user:password@host/name.")


def _secret_keys(path: Path) -> list[str]:
    """The keys that sign cookies and seal secrets at rest, one a line; made on the first start, for its owner alone.

    The first one signs and seals, those after it are former ones: they still open (``manage.py rotate_keys``).
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another worker was faster
            return path.read_text().split()
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    keys = path.read_text().split()
    if not keys or min(map(len, keys)) < 32:
        raise ImproperlyConfigured(f"{path} holds fewer than 32 characters: write a long random key into it.")
    return keys


VAR_DIR = Path(os.environ.get("PLAYGROUND_VAR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = _flag("DEBUG", False)
PLAYGROUND_KEY_FILE = Path(os.environ.get("SECRET_KEY_FILE", VAR_DIR / "secret_key"))
SECRET_KEY, *SECRET_KEY_FALLBACKS = _secret_keys(PLAYGROUND_KEY_FILE)
CSRF_FAILURE_VIEW = "playground.web.views.csrf_failure"
ALLOWED_HOSTS = _list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _list("CSRF_TRUSTED_ORIGINS")
#: Behind a proxy that ends TLS and sets X-Forwarded-Proto.
HTTPS = _flag("PLAYGROUND_HTTPS", False)
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "playground.web",
    "playground.accounts",
    "playground.catalog",
    "playground.environments",
    "playground.history",
    "playground.library",
    "playground.runs",
    "playground.mock",
    "playground.sharing",
    "playground.api",
    "playground.workbench",
]

MIDDLEWARE = [
    "playground.web.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "playground.web.middleware.compress",
    "playground.api.problems.problem_details",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "playground.accounts.middleware.Owner",
    "playground.accounts.middleware.Members",
]

ROOT_URLCONF = "playground.urls"
WSGI_APPLICATION = "playground.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "playground.web.context.site",
            ],
        },
    },
]

DATABASES = {"default": _database(os.environ.get("DATABASE_URL", f"sqlite:///{VAR_DIR / 'playground.sqlite3'}"))}
DATABASES["default"]["CONN_MAX_AGE"] = 600
_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": _MEMORY},
    # Pieces of pages, some 50 kB each: see workbench.drawn.
    "drawn": {"BACKEND": _MEMORY, "LOCATION": "drawn", "OPTIONS": {"MAX_ENTRIES": 300}},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LOGIN_URL = "accounts:sign_in"

# Accounts

#: Who may sign up: everybody, whoever has an invitation, nobody.
PLAYGROUND_SIGN_UP = _choice(
    "PLAYGROUND_SIGN_UP", os.environ.get("PLAYGROUND_SIGN_UP", "open"), {"open", "invitation", "closed"}
)
#: Whether the site can be used without signing in.
PLAYGROUND_GUESTS = _flag("PLAYGROUND_GUESTS", True)
PLAYGROUND_SIGN_UPS_PER_HOUR = int(_number("PLAYGROUND_SIGN_UPS_PER_HOUR", 10))
PLAYGROUND_SIGN_IN_FAILURES = int(_number("PLAYGROUND_SIGN_IN_FAILURES", 20))
PLAYGROUND_SIGN_IN_FAILURES_OF_NAME = int(_number("PLAYGROUND_SIGN_IN_FAILURES_OF_NAME", 50))
PLAYGROUND_API_PER_MINUTE = int(_number("PLAYGROUND_API_PER_MINUTE", 600))
#: What each room keeps of people: see ``accounts.belongings``.
PLAYGROUND_BELONGINGS = [
    "playground.environments.belongings.BELONGINGS",
    "playground.history.belongings.BELONGINGS",
    "playground.library.belongings.BELONGINGS",
    "playground.runs.belongings.BELONGINGS",
    "playground.sharing.belongings.BELONGINGS",
]
#: Cookies of rooms that mean something to one person alone.
PLAYGROUND_SIGN_OUT_COOKIES = ["environment", "session_key", "ephemeral"]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [BASE_DIR / "playground" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "playground.web.storage.StaticStorage"},
}

#: A body of the documented 16 MiB, in a form that repeats it for the three-way merge of form and text.
DATA_UPLOAD_MAX_MEMORY_SIZE = 72 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # An answer of 4xx is said to the person who asked; it is no news for the operator.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.TooManyFieldsSent": {"level": "CRITICAL"},
        "django.security.RequestDataTooBig": {"level": "CRITICAL"},
    },
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING").upper()},
}

# API descriptions

#: Key of the description of this program's own API in the catalog, and the function that gives its text.
PLAYGROUND_OWN_API = "playground"
PLAYGROUND_OWN_DESCRIPTION = "playground.api.api.own_text"
#: What tells the secrets of a person, for rooms that do not know variables.
PLAYGROUND_SECRETS_OF = "playground.environments.services.secrets_of"

# Sending

#: Networks beyond the public ones that requests may be sent to.
PLAYGROUND_ALLOW_NETWORKS = _networks("PLAYGROUND_ALLOW_NETWORKS")
PLAYGROUND_ALLOW_HOSTS = _list("PLAYGROUND_ALLOW_HOSTS")
PLAYGROUND_DENY_HOSTS = _list("PLAYGROUND_DENY_HOSTS")
#: Where this very program listens, for requests to its own mock upstream.
PLAYGROUND_HOST = os.environ.get("HOST", "127.0.0.1")
PLAYGROUND_PORT = int(_number("PORT", 8000))
PLAYGROUND_USER_AGENT = os.environ.get("PLAYGROUND_USER_AGENT", "http-playground")
PLAYGROUND_CONNECT_SECONDS = _number("PLAYGROUND_CONNECT_SECONDS", 10)
PLAYGROUND_IDLE_SECONDS = _number("PLAYGROUND_IDLE_SECONDS", 120)
PLAYGROUND_TOTAL_SECONDS = _number("PLAYGROUND_TOTAL_SECONDS", 600)
PLAYGROUND_RESPONSE_BYTES = int(_number("PLAYGROUND_RESPONSE_BYTES", 64 * 1024 * 1024))
PLAYGROUND_REQUEST_BYTES = int(_number("PLAYGROUND_REQUEST_BYTES", 16 * 1024 * 1024))
PLAYGROUND_REDIRECTS = int(_number("PLAYGROUND_REDIRECTS", 10))

# How much is sent: at once, and begun within a minute

PLAYGROUND_RUNS_AT_ONCE = int(_number("PLAYGROUND_RUNS_AT_ONCE", 20))
PLAYGROUND_RUNS_PER_MINUTE = int(_number("PLAYGROUND_RUNS_PER_MINUTE", 120))
PLAYGROUND_DESTINATION_AT_ONCE = int(_number("PLAYGROUND_DESTINATION_AT_ONCE", 100))
PLAYGROUND_DESTINATION_PER_MINUTE = int(_number("PLAYGROUND_DESTINATION_PER_MINUTE", 600))
#: How many proxies stand before this program and write X-Forwarded-For: guests are counted by the address that the
#: first of them saw.
PLAYGROUND_PROXIES = _count("PLAYGROUND_PROXIES", os.environ.get("PLAYGROUND_PROXIES", "0"))

# How much of the history is kept, at most; 0 is no limit. Bytes are counted as they are kept, compressed

PLAYGROUND_HISTORY_DAYS = _count("PLAYGROUND_HISTORY_DAYS", os.environ.get("PLAYGROUND_HISTORY_DAYS", "0"))
PLAYGROUND_HISTORY_RUNS = _count("PLAYGROUND_HISTORY_RUNS", os.environ.get("PLAYGROUND_HISTORY_RUNS", "0"))
PLAYGROUND_HISTORY_BYTES = _count("PLAYGROUND_HISTORY_BYTES", os.environ.get("PLAYGROUND_HISTORY_BYTES", "0"))
#: Of all people together.
PLAYGROUND_HISTORY_SITE_RUNS = _count(
    "PLAYGROUND_HISTORY_SITE_RUNS", os.environ.get("PLAYGROUND_HISTORY_SITE_RUNS", "0")
)
PLAYGROUND_HISTORY_SITE_BYTES = _count(
    "PLAYGROUND_HISTORY_SITE_BYTES", os.environ.get("PLAYGROUND_HISTORY_SITE_BYTES", "0")
)
