"""Where collecting stops for a person: a special state and its end, and help from a partner without a login."""

import re

from test_accessibility import violations
from test_main_job import bring_in, house_today, move_weeks, open_items, open_zaak


def newcomer(page, name, kenmerk):
    """Someone whose invoice came in a week ago: the addresses of the zaak and the person."""
    bring_in(page, "posten.csv", open_items(name, kenmerk, house_today(page)))
    move_weeks(page, 1)
    open_zaak(page, name)
    person = page.locator("a[href^='/klanten/']").filter(has_text="volledig beeld").first.get_attribute("href")
    return page.url, person


def press(page, button):
    with page.expect_navigation():
        button.press("Enter")


def look_at_exception(page, zaak, kind, way):
    page.goto(zaak)
    card = page.locator("section.now").first
    if not card.locator("select[name=soort]").count():
        press(page, card.get_by_role("button", name="Neem deze taak aan"))
        card = page.locator("section.now").first
    known = card.locator("select[name=soort]").input_value()
    card.locator("select[name=soort]").select_option(kind)
    card.locator(f"input[name=uitkomst][value={way}]").press("Space")
    card.locator("[name=toelichting]").fill("Gebeld met de schuldhulpverlener.")
    if card.locator("[name=sinds]").is_visible() and not card.locator("[name=sinds]").input_value():
        card.locator("[name=sinds]").fill("2026-01-02")
    press(page, card.get_by_role("button", name="Rond de taak af"))
    return known


def test_a_state_stops_the_zaak_and_only_its_end_lets_it_go_on(visit):
    page = visit("sanne")
    zaak, klant = newcomer(page, "Proef Toestand", "4202600012300044")
    page.goto(klant + "/toestanden")
    page.select_option("#toestand-soort", "msnp")
    page.fill("#toestand-begin", "2026-01-02")
    page.fill("#toestand-bewijs", "Brief van de gemeente")
    press(page, page.get_by_role("button", name="Leg vast"))
    assert page.get_by_role("heading", name="Minnelijke schuldregeling (MSNP)").is_visible()
    assert violations(page) == []

    assert look_at_exception(page, zaak, "hulp", "hervatten") == "msnp"
    assert page.get_by_text("De zaak kan nog niet verder").first.is_visible()
    assert violations(page) == []
    look_at_exception(page, zaak, "msnp", "hervatten")
    assert page.get_by_text("De taak is afgerond").is_visible()
    page.goto(klant + "/toestanden")
    assert page.get_by_text("Er geldt niets bijzonders").is_visible()


def test_help_begins_in_one_act_and_a_partner_accepts_it_without_a_login(visit, chromium, house):
    page = visit("sanne", viewport={"width": 390, "height": 900}, color_scheme="dark")
    _, klant = newcomer(page, "Proef Rust", "2202600012300045")
    page.goto(klant + "/uit-de-knoop")
    begin = page.locator("main form").filter(has=page.locator("[name=reden]"))
    begin.locator("select[name=contact]").select_option(label="Sanne Voorbeeld")
    begin.locator("[name=reden]").fill("Zegt ja tegen rust en hulp.")
    press(page, begin.locator("button"))
    page.locator("summary", has_text="Draag warm over").press("Enter")
    refer = page.locator("form[action$='/doorverwijzingen']")
    refer.locator("select[name=partner]").select_option(index=1)
    refer.locator("[name=toestemming]").fill("Aan de telefoon")
    refer.locator("input[value=naam]").check()
    refer.locator("input[value=voorkeurskanaal]").check()
    press(page, refer.locator("button"))
    assert violations(page) == []

    context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    desk = context.new_page()
    desk.goto(house + re.search(r"/doorverwijzing/[\w-]+", page.content()).group(0))
    assert "Proef Rust" not in desk.content() and is_readable(desk)
    desk.fill("#partner-wie", "Balie Noord")
    press(desk, desk.get_by_role("button", name="Wij nemen dit aan"))
    assert "Proef Rust" in desk.content()
    context.close()
    page.reload()
    assert page.get_by_text("Balie Noord").is_visible()


def is_readable(page):
    """A page without script is read as it stands: a heading, and a label at each field."""
    labelled = page.locator("input:not([type=hidden])").evaluate_all("all => all.every(one => one.labels.length > 0)")
    return page.locator("h1").count() == 1 and labelled


def test_a_pause_stands_among_the_states_and_leads_to_its_end(visit):
    page = visit("sanne", viewport={"width": 390, "height": 900}, color_scheme="dark")
    zaak, klant = newcomer(page, "Proef Pauze", "4202600012300079")
    page.goto(klant)
    page.get_by_role("textbox", name="Waarom?").first.fill("Ligt in het ziekenhuis")
    press(page, page.get_by_role("button", name="Begin de pauze"))
    page.goto(klant + "/toestanden")
    assert page.get_by_text("Ligt in het ziekenhuis").is_visible()
    assert page.locator("td[data-label='Wat mag niet']").first.is_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Beëindig de pauze bij de klant").click()
    press(page, page.get_by_role("button", name="Beëindig de pauze nu"))
    page.goto(klant + "/toestanden")
    assert page.get_by_text("Er geldt niets bijzonders").is_visible()
