"""A phone call on a zaak: told first, followed while one types, and a report that a person checks and keeps."""

import pytest
from axe_playwright_python.sync_playwright import Axe

NOTES = (
    "Klant belt over de brief. Ze zetten het gezin donderdag uit huis. Ze is depressief. Inkomen is gedaald. "
    "Afgesproken dat wij maandag terugbellen."
)


def violations(page):
    return [item["id"] for item in Axe().run(page).response["violations"]]


def is_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def zaak(page):
    page.goto("/werkvoorraad?tab=team")
    return page.locator("#taken a[href^='/zaken/']").first.get_attribute("href").split("#")[0].split("?")[0]


def begin(page, place):
    page.goto(place)
    page.click(f"#procesbot a[href='{place}/gesprek']")
    page.check("#ingelicht")
    page.click("main .acts button")
    page.wait_for_selector("#vraag")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_call_from_telling_the_klant_to_the_report(visit, width, scheme):
    page = visit("sanne", viewport={"width": width, "height": 900}, color_scheme=scheme)
    place = zaak(page)
    page.goto(place + "/gesprek")
    assert violations(page) == [] and not is_wide(page)
    begin(page, place)
    assert page.evaluate("document.activeElement.id") == "vraag"
    page.locator("#vraag").press_sequentially(NOTES, delay=2)
    page.wait_for_selector("#alarm:has-text('uit huis gezet')")
    page.wait_for_selector("#letop:has-text('depressief')")
    page.wait_for_selector("#kaarten:has-text('Volgende stap')")
    assert page.locator("#kaarten .card").count() <= 2
    assert page.input_value("#vraag") == NOTES
    assert violations(page) == [] and not is_wide(page)
    page.click("button:has-text('Beëindig het gesprek')")
    page.wait_for_selector("h2:has-text('Concept van het verslag')")
    assert page.input_value("#reden") == "Klant belt over de brief."
    assert page.input_value("#afspraak") == "Afgesproken dat wij maandag terugbellen."
    assert "depressief" not in page.input_value("#feiten")
    assert violations(page) == [] and not is_wide(page)
    page.check("input[name=initiatiefnemer][value=klant]")
    page.fill("#feiten", "Klant is zwanger.")
    page.click("button:has-text('Bewaar het verslag')")
    page.wait_for_selector(".problem:has-text('zwanger')")
    assert violations(page) == [] and not is_wide(page)
    page.fill("#reden", f"Vraag over de brief, {width} {scheme}")
    page.fill("#feiten", "Inkomen is gedaald.")
    page.fill("#op", "2035-01-08")
    page.check("input[name=nogeens]")
    page.click("button:has-text('Bewaar het verslag')")
    page.wait_for_selector(".flash:has-text('Het verslag is bewaard')")
    assert page.locator("h2:has-text('Vervolggesprek')").count() == 1
    assert "2035" in page.inner_text("main")


def test_leaving_a_call_asks_first_and_from_the_draft_one_goes_back(visit):
    page = visit("sanne")
    place = zaak(page)
    begin(page, place)
    page.locator("#vraag").press_sequentially(NOTES, delay=1)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click("button:has-text('Beëindig het gesprek')")
    page.click("button:has-text('Terug naar het gesprek')")
    page.wait_for_selector("#kaarten")
    assert page.input_value("#vraag") == NOTES and asked == []
    page.click(".crumbs a")
    page.wait_for_url("**" + place)
    assert asked == ["beforeunload"]
    page.goto(place + "/gesprek")
    page.click("button:has-text('Stop zonder verslag')")
    page.wait_for_selector(".flash")


def test_a_call_is_stopped_without_a_report_also_without_script(visit):
    page = visit("sanne", script=False)
    place = zaak(page)
    begin(page, place)
    page.fill("#vraag", NOTES)
    page.click("button:has-text('Vraag advies')")
    assert "Volgende stap" in page.inner_text("#kaarten")
    page.click("button:has-text('Stop zonder verslag')")
    assert page.locator(".flash:has-text('Er is niets bewaard')").count() == 0
    page.click("button:has-text('Ja, stop en gooi ze weg')")
    assert page.locator(".flash:has-text('Er is niets bewaard')").count() == 1
    page.goto(place + "/gesprek")
    assert page.locator("#ingelicht").count() == 1
