"""Axe finds nothing on any page: light and dark, phone and desktop (WCAG 2.2 AA)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = {
    "sanne": ["/werkvoorraad", "/werkvoorraad?tab=team", "zaak", "klant", "/zoeken", "/imports", "/processen", "proces", "/post", "mail", "/post/trefzekerheid", "/procesbot", "/bibliotheek", "bron"],
    "marijke": ["/werkvoorraad?tab=team", "/journaal", "/sturing", "/sturing/kpi/10", "/sturing/kerncijfers", "/sturing/nacht", "/sturing/nacht/morgen_taak"],
    "pieter": ["/beheer"],
    "daan": ["/bibliotheek", "/procesbot/terugkoppeling", "/procesbot/metingen", "/procesbot/afwijkingen"],
}


def address(page, place):
    if place.startswith("/"):
        return place
    start, link = {
        "zaak": ("/werkvoorraad?tab=team", "#taken a[href^='/zaken/']"),
        "klant": ("/werkvoorraad?tab=team", "#taken a[href^='/klanten/']"),
        "mail": ("/post", "main td a[href^='/post/']"),
        "bron": ("/bibliotheek", "main td a[href^='/bibliotheek/']"),
        "proces": ("/processen", "main a[href^='/processen/']"),
    }[place]
    page.goto(start)
    return page.locator(link).first.get_attribute("href")


def violations(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("login", PAGES)
def test_axe_finds_nothing(visit, login, width, scheme):
    page = visit(login, viewport={"width": width, "height": 900}, color_scheme=scheme)
    faults = {}
    for place in PAGES[login]:
        page.goto(address(page, place))
        if found := violations(page):
            faults[place] = found
    assert faults == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_login_page_is_accessible(house, chromium, scheme):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(house + "/inloggen")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_its_screen(visit, width):
    page = visit("sanne", viewport={"width": width, "height": 900})
    for place in PAGES["sanne"]:
        page.goto(address(page, place))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
