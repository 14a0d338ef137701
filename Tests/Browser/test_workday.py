"""A casemanager's day: from one taak to the next, a refused form, and a contact."""


def first_zaak(page):
    page.goto("/werkvoorraad?tab=team")
    with page.expect_navigation():
        page.locator("#taken a[href^='/zaken/']").first.click()


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
