"""A casemanager's day: from one taak to the next, a refused form, and a contact."""

import pytest


def first_zaak(page):
    page.goto("/werkvoorraad?tab=team")
    with page.expect_navigation():
        page.locator("#taken a[href^='/zaken/']").first.click()


def zaak_with_choice(page):
    """The first zaak of the team whose taak asks to choose an answer."""
    page.goto("/werkvoorraad?tab=team")
    links = page.locator("#taken a[href^='/zaken/']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    for link in links:
        page.goto(link)
        if page.locator("section.now form[action^='/taken/'] input[type=radio]:enabled").count():
            return
    raise AssertionError("no taak asks to choose an answer")


def test_the_name_is_in_sight_on_arrival(visit):
    page = visit("sanne")
    first_zaak(page)
    assert page.evaluate("window.scrollY") == 0
    assert page.locator("h1").is_visible()


def test_after_a_refused_form_the_page_still_hears_of_others_and_can_be_reloaded(visit):
    one, other = visit("sanne"), visit("yusuf")
    first_zaak(one)
    zaak = one.url.split("?")[0]
    one.locator("#contact summary").click()
    one.locator("#contact-initiatiefnemer input[value=klant]").check()
    one.fill("#contact-reden", "x")
    one.fill("#contact-op", "2020-01-01")
    one.locator("#contact form button.button").click()
    one.get_by_text("een dag die nog komt").first.wait_for()
    other.goto(zaak)
    other.locator("textarea[name=tekst]").fill("Na een geweigerd formulier gezien.")
    other.locator("form[action$='/notities'] button").click()
    one.get_by_text("Na een geweigerd formulier gezien.").first.wait_for()
    one.goto(one.url)
    assert one.url == zaak


def test_the_list_comes_back_with_its_filters(visit):
    page = visit("sanne")
    page.goto("/werkvoorraad?tab=team&sorteer=bedrag")
    with page.expect_navigation():
        page.locator("#taken a[href^='/zaken/']").first.click()
    with page.expect_navigation():
        page.locator(".crumbs a").first.click()
    assert "sorteer=bedrag" in page.url and "tab=team" in page.url


def refuse_a_contact(page):
    first_zaak(page)
    page.locator("#contact summary").click()
    page.locator("#contact-initiatiefnemer input[value=klant]").check()
    page.fill("#contact-reden", "Kwam langs met papieren")
    page.fill("#contact-op", "2020-01-01")
    with page.expect_navigation():
        page.locator("#contact form button.button").press("Enter")


@pytest.mark.parametrize("script", [True, False])
def test_a_refused_sheet_stays_open_with_what_was_typed_and_the_focus_at_the_fault(visit, script):
    page = visit("sanne", script=script)
    refuse_a_contact(page)
    assert page.locator("#contact details").get_attribute("open") is not None
    assert page.input_value("#contact-reden") == "Kwam langs met papieren"
    assert page.locator("#contact-op").get_attribute("aria-invalid") == "true"
    assert page.locator("#contact-op-fout").is_visible()
    assert page.locator("#contact-op:focus").count() == 1


def test_a_note_leaves_the_half_filled_form_of_the_taak_as_it_was(visit):
    page = visit("marijke")
    zaak_with_choice(page)
    taak = page.locator("section.now form[action^='/taken/']").filter(has=page.locator("input[type=radio]")).first
    answer, text = taak.locator("input[type=radio]:enabled").first, taak.locator("textarea:enabled").first
    answer.check()
    text.fill("Halverwege het gesprek.")
    asked = answer.get_attribute("name"), answer.get_attribute("value")
    page.locator("textarea[name=tekst]").fill("Belde terwijl het formulier half in was gevuld.")
    with page.expect_navigation():
        page.locator("form[action$='/notities'] button").click()
    assert page.get_by_text("Belde terwijl het formulier").first.is_visible()
    assert text.input_value() == "Halverwege het gesprek."
    assert taak.locator(f"input[name='{asked[0]}'][value='{asked[1]}']").is_checked()
    assert page.evaluate("sessionStorage.length") == 0
