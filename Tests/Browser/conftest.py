"""A demo house of its own for these tests: the real program, a small portfolio, a browser."""

import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ONTKNOOP_PROGRAM", ROOT / ".build/debug/ontknoop")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def house_folder(tmp_path_factory):
    """Where the running demo keeps what it has."""
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="session")
def house(house_folder):
    """The address of a running demo with forty debtors."""
    data = house_folder
    address = f"http://127.0.0.1:{free_port()}"
    log = open(data / "log", "w")
    environment = os.environ | {"ONTKNOOP_CONTENT": str(ROOT / "Content"), "ONTKNOOP_DEVELOPMENT": "true"}
    command = [PROGRAM, "demo", "--data", data / "data", "--port", address.rsplit(":", 1)[1], "--debtors", "40"]
    program = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        wait_until_ready(program, address, data / "log")
        yield address
    finally:
        program.terminate()
        program.wait(timeout=20)


def wait_until_ready(program, address, log, seconds=240):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if program.poll() is not None:
            raise RuntimeError("the program stopped:\n" + log.read_text()[-2000:])
        try:
            with urllib.request.urlopen(address + "/ready", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            program_waits(program)
    raise RuntimeError("the program did not get ready:\n" + log.read_text()[-2000:])


def program_waits(program):
    """Gives the program a moment, or notices at once that it stopped."""
    try:
        program.wait(timeout=0.3)
    except subprocess.TimeoutExpired:
        pass


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        )
        yield browser
        browser.close()


def sign_in(page, house, login):
    page.goto(house + "/inloggen")
    page.fill("#naam", login)
    page.fill("#wachtwoord", "ontknoop-demo")
    page.click("main button.button")
    page.wait_for_url(re.compile(r"/(werkvoorraad|zoeken|processen|beheer|klanten|journaal|$)"))


@pytest.fixture
def visit(house, chromium):
    """Opens a page as someone: visit('sanne', script=False)."""
    contexts = []

    def open_page(login, **settings):
        script = settings.pop("script", True)
        context = chromium.new_context(java_script_enabled=script, base_url=house, locale="nl-NL", **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        sign_in(page, house, login)
        return page

    yield open_page
    for context in contexts:
        context.close()
