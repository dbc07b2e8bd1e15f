"""The site served from this process on the test database, with the demonstration loaded, and a browser before it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import DjangoDbBlocker

from convenir.demo.load import load_all

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
ALONE = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=fr-FR",
)
PATIENCE = 10_000
# How the browser, then htmx, tell an answer that refuses.
REFUSED = ("status of 4", "Response Status Error Code 4")

Visit = Callable[..., Page]


class Silent(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the site. What persons store there is committed, and emptied after the module."""
    with django_db_blocker.unblock(), override_settings(DEMO=True):
        _emptied()
        load_all(timezone.localdate(), lambda line: None)
        connections.close_all()
        with _served() as address:
            yield address
        _emptied()


def _emptied() -> None:
    """Every table of the product as after the migrations; only the owner of the tables may."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations'"
        )
        names = ", ".join(f'"{name}"' for (name,) in cursor.fetchall())
        cursor.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
    connections.close_all()


@contextmanager
def _served() -> Iterator[str]:
    server = ThreadedWSGIServer(("127.0.0.1", 0), Silent)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def browser(site: str) -> Iterator[Browser]:
    """The Chromium of the system; started after the site has its data, closed before they are emptied."""
    found = next(filter(None, (shutil.which(name) for name in CHROMIUMS)), None)
    assert found, "Chromium manque : « make test » l'installe, ou dit comment."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ALONE)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Opens a page of the site as a character of the cast, in a window of its own."""
    contexts = []

    def opened(person: str, *, width: int = 1440, javascript: bool = True, dark: bool = False) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            locale="fr-FR",
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", no_error)
        page.goto("/entrer")
        page.click(f"button[value={person}]")
        page.wait_for_url("/")
        return page

    yield opened
    for context in contexts:
        context.close()


def no_error(message: object) -> None:
    """What the browser complains about is a failure, but for the answers that a test asked to be refused."""
    kind, text = getattr(message, "type", ""), getattr(message, "text", "")
    assert kind != "error" or any(answer in text for answer in REFUSED), text
