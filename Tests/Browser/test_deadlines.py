"""What must not pass unseen: a direct debit to its file, a claim that lapsed, and the aftercare of a guidance."""

import datetime
import re

from test_accessibility import violations
from test_hardship import look_at_exception, newcomer, press
from test_main_job import bring_in, complete, house_today, move_weeks, open_items, open_zaak

INCASSANT = "NL22ZZZ000000000000"


def klant_of(page, name):
    open_zaak(page, name)
    return page.locator("a[href^='/klanten/']").filter(has_text="volledig beeld").first.get_attribute("href")


def give_mandate(page, klant, day):
    page.goto(klant + "/machtigingen")
    form = page.locator("form[action$='/machtigingen']")
    form.locator("[name=schuldeiser]").select_option("delinde")
    for name, value in {
        "iban": "NL91ABNA0417164300", "naam": "Proef Incasso", "getekend": day.isoformat(), "bewijs": "Aan de balie",
    }.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("[name=soort][value=doorlopend]").press("Space")
    press(page, form.locator("button"))


def prepare(page, day):
    page.goto("/incasso")
    form = page.locator("form[action$='/incasso']")
    form.locator("[name=schuldeiser]").select_option("delinde")
    form.locator("[name=dag]").fill(day.isoformat())
    press(page, form.locator("button"))


def test_a_direct_debit_goes_to_its_file_by_two_people(visit):
    page, lead = visit("sanne"), visit("marijke")
    today = house_today(page)
    items = open_items("Proef Incasso", "4202600012300052", today + datetime.timedelta(days=28))
    bring_in(page, "posten.csv", items)
    give_mandate(page, klant_of(page, "Proef Incasso"), today)
    lead.goto("/incasso")
    form = lead.locator("form[action$='/incassant']")
    form.locator("[name=incassant]").fill(INCASSANT)
    press(lead, form.locator("button"))

    prepare(page, next(day for day in (today + datetime.timedelta(days=n) for n in (3, 4, 5)) if day.weekday() < 5))
    assert page.get_by_text("te laat om aan te kondigen").first.is_visible()
    for ahead in range(16, 30):
        prepare(page, today + datetime.timedelta(days=ahead))
        if "/incassobatches/" in page.url:
            break
    assert page.get_by_text("gaat weg op").first.is_visible() or page.get_by_text("gepland").first.is_visible()
    assert page.get_by_role("button", name="Geef vrij").count() == 0
    assert violations(page) == []
    lead.goto(page.url)
    press(lead, lead.get_by_role("button", name="Geef vrij"))
    file = lead.request.get(lead.locator("a[href$='/bestand']").first.get_attribute("href"))
    assert file.status == 200 and "pain.008.001.08" in file.text() and INCASSANT in file.text()
    assert violations(lead) == []


def test_a_lapsed_claim_is_listed_and_only_a_team_lead_decides_on_it(visit):
    page, lead = visit("sanne"), visit("marijke")
    old = house_today(page) - datetime.timedelta(days=6 * 365)
    bring_in(page, "posten.csv", open_items("Proef Verjaard", "6202600012300051", old))
    move_weeks(page, 1)
    page.goto("/verjaring")
    assert page.locator("tr", has_text="Huur").get_by_text(re.compile("verjaard sinds")).first.is_visible()
    assert violations(page) == []
    open_zaak(page, "Proef Verjaard")
    zaak = page.url
    card = page.locator("section.now").first
    assert card.get_by_text("De vordering is verjaard").is_visible()
    with page.expect_navigation():
        card.get_by_role("link", name="Bekijk de verjaring en het besluit").press("Enter")
    page.locator("summary", has_text="verjaard sinds").press("Enter")
    assert page.get_by_text("Een teamleider kan besluiten").is_visible()
    lead.goto(zaak + "/specificatie")
    lead.locator("summary", has_text="verjaard sinds").press("Enter")
    form = lead.locator("form[action$='/verjaringsbesluit']")
    form.locator("[name=reden]").fill("Erkend in een gesprek.")
    press(lead, form.locator("button"))
    lead.locator("summary", has_text="verjaard sinds").press("Enter")
    assert lead.get_by_text("besloot Marijke Voorbeeld toch te innen: Erkend in een gesprek.").is_visible()
    assert lead.locator("form[action$='/verjaringsbesluit']").count() == 0
    assert violations(lead) == []


def test_after_the_pause_each_taak_and_letter_says_why_it_comes_now(visit):
    page = visit("sanne", viewport={"width": 390, "height": 900}, color_scheme="dark")
    zaak, klant = newcomer(page, "Proef Nazorg", "2202600012300053")
    page.goto(klant + "/uit-de-knoop")
    begin = page.locator("main form").filter(has=page.locator("[name=reden]"))
    begin.locator("select[name=contact]").select_option(label="Sanne Voorbeeld")
    begin.locator("[name=reden]").fill("Zegt ja tegen rust.")
    press(page, begin.locator("button").first)
    guidance = page.get_by_role("link", name=re.compile("Naar de begeleiding")).get_attribute("href")
    end = page.locator("form[action$='/einde']")
    end.locator("input[value=gewoon]").press("Space")
    end.locator("input[name=toelichting], input[name=reden], textarea").first.fill("Betaalt weer zelf.")
    press(page, end.locator("button").first)
    page.goto(zaak)
    assert page.get_by_text("De pauze van Uit de Knoop is voorbij, vandaag").is_visible()
    look_at_exception(page, zaak, "pauze", "hervatten")
    page.goto(zaak + "/brieven/aanmaning")
    page.frame_locator("iframe").get_by_text("Die pauze is voorbij").wait_for()
    move_weeks(page, 5)
    page.goto(guidance)
    assert page.get_by_text("Nazorg, maand 1: de pauze eindigde").is_visible()
    assert violations(page) == []
    complete(page, gaat="goed", toelichting="Het gaat goed.")
    assert page.get_by_text("De taak is afgerond").is_visible()
