"""The procesbot as people use it: while one types, without script, beside a zaak, and the quote in its source."""

import pytest
from axe_playwright_python.sync_playwright import Axe

QUESTION = "Klant woont in Rotterdam en heeft ook schulden bij anderen. Wat is de volgende stap?"


def violations(page):
    return [item["id"] for item in Axe().run(page).response["violations"]]


def test_the_advice_follows_while_someone_types_and_its_quote_opens_in_the_source(visit):
    page = visit("sanne")
    page.goto("/procesbot")
    page.locator("#vraag").press_sequentially(QUESTION, delay=4)
    page.wait_for_selector("#advies .steps li")
    assert "Route C" in page.inner_text("#advies .steps li >> nth=0")
    assert violations(page) == []
    page.click("#advies blockquote a >> nth=0")
    assert "Rotterdam" in page.inner_text("mark#citaat")
    assert violations(page) == []


def test_a_fact_that_is_corrected_changes_the_advice(visit):
    page = visit("sanne")
    page.goto("/procesbot")
    page.fill("#vraag", QUESTION)
    page.wait_for_selector("#advies .steps li")
    before = page.inner_text("#advies")
    chip = page.locator(".facts li", has_text="Rotterdam")
    chip.locator("summary").click()
    chip.locator("input[name^=anders]").fill("Klant woont in Delft")
    chip.locator("select").select_option("anders")
    chip.locator("button").click()
    page.wait_for_selector(".facts li:has-text('Delft')")
    assert page.inner_text("#advies") != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_without_script_beside_a_zaak_the_same_advice_is_adopted(house, chromium, visit, width, scheme):
    page = visit("sanne", viewport={"width": width, "height": 900}, color_scheme=scheme, script=False)
    page.goto("/werkvoorraad?tab=team")
    zaak = page.locator("#taken a[href^='/zaken/']").first.get_attribute("href").split("#")[0].split("?")[0]
    page.goto(zaak)
    page.fill("#botvraag", QUESTION)
    with page.expect_navigation():
        page.press("#procesbot button", "Enter")
    assert page.locator("#advies .steps li").count() > 1
    page.check("#advies .steps input[name=stap] >> nth=0")
    with page.expect_navigation():
        page.press("button[value=overgenomen]", "Enter")
    assert page.url.split("?")[0].endswith(zaak)
    assert page.locator(".flash").count() == 1
