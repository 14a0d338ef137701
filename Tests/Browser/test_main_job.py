"""The main job as people do it: a file in, a taak done, an arrangement, a payment, the zaak closed."""

import datetime
import re

KENMERK = "8202600012300042"
OTHER_KENMERK = "6202600012300043"


def open_items(name, kenmerk=KENMERK, today=None):
    today = today or datetime.date.today()
    due, sent = today - datetime.timedelta(days=30), today - datetime.timedelta(days=45)
    return (
        "debiteurnummer;naam;adres;postcode;plaats;email;factuurnummer;omschrijving;soort;factuurdatum;vervaldatum;bedrag;betalingskenmerk\n"
        f"9{kenmerk[-4:]};{name};Proefstraat 1;3011 AB;Rotterdam;;P-{name[-4:]};Huur;huur;{sent};{due};600,00;{kenmerk}\n"
    )


def statement(amount, day, kenmerk=KENMERK):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>T1</MsgId><CreDtTm>{day}T12:00:00</CreDtTm></GrpHdr>
<Stmt><Id>PROEF-{kenmerk}-{amount}</Id><CreDtTm>{day}T12:00:00</CreDtTm><Acct><Id><IBAN>NL13TEST0123456789</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>PROEF-{kenmerk}-{amount}</AcctSvcrRef>
<NtryDtls><TxDtls><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>{kenmerk}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>"""


def bring_in(page, name, text):
    page.goto("/imports")
    page.set_input_files("#bestand", {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.click("form[action='/imports'] button.button")
    page.wait_for_url(re.compile("/imports/."))
    for _ in range(100):
        if page.get_by_text(re.compile("^(klaar|geweigerd|done|refused)$")).count():
            return
        page.reload()


def move_weeks(page, count):
    for _ in range(count):
        page.goto("/werkvoorraad")
        with page.expect_navigation():
            page.click("button[name=stap][value=week]")


def open_zaak(page, name):
    page.goto(f"/zoeken?q={name}")
    with page.expect_navigation():
        page.locator("a[href^='/zaken/']").first.click()


def complete(page, **answers):
    card = page.locator("section.now").first
    for name, value in answers.items():
        radio = card.locator(f"input[type=radio][name='{name}'][value='{value}']")
        if radio.count():
            radio.press("Space")
        elif card.locator(f"select[name='{name}']").count():
            card.locator(f"select[name='{name}']").select_option(value)
        else:
            card.locator(f"[name='{name}']").fill(value)
    with page.expect_navigation():
        card.locator("form button.button").first.press("Enter")


def house_today(page):
    """The day on the house's own clock, which other tests may have moved."""
    page.goto("/werkvoorraad")
    return datetime.date.fromisoformat(page.locator(".clock-bar time").get_attribute("datetime"))


def walk(page, name, kenmerk):
    bring_in(page, "posten.csv", open_items(name, kenmerk, house_today(page)))
    move_weeks(page, 6)
    today = house_today(page)
    open_zaak(page, name)
    assert "A.2.2" in page.content()

    first = (today + datetime.timedelta(days=14)).isoformat()
    complete(page, uitkomst="regeling", oorzaak="inkomen", toelichting="Kan in delen betalen.")
    assert "A.3.1" in page.content()
    complete(page, uitkomst="telefoon", afspraakOp=first)
    assert "A.3.2" in page.content()
    complete(
        page, uitkomst="overeengekomen", perMaand="200", eersteDag=first, betaalwijze="overmaken", andereSchulden="nee",
        hulpAangeboden="ja", toelichting="Past na de vaste lasten.",
    )
    assert page.locator("[data-part=regeling]").count() > 0

    zaak = page.url
    bring_in(page, "afschrift.xml", statement("600.00", today.isoformat(), kenmerk))
    page.goto(zaak)
    assert "Afgehandeld" in page.content()


def test_the_main_job_with_script(visit):
    walk(visit("sanne"), "Proef Metscript", KENMERK)


def test_the_main_job_without_script(visit):
    walk(visit("sanne", script=False), "Proef Scriptloos", OTHER_KENMERK)


def test_two_screens_see_each_others_acts(visit):
    one, other = visit("sanne"), visit("yusuf")
    one.goto("/werkvoorraad?tab=team")
    one.locator("#taken a[href^='/zaken/']").first.click()
    one.wait_for_load_state()
    other.goto(one.url)
    one.locator("textarea[name=tekst]").fill("Gezien door twee mensen.")
    one.locator("form[action$='/notities'] button").click()
    other.get_by_text("Gezien door twee mensen.").first.wait_for()


def test_without_script_a_taak_can_be_taken_and_a_note_written(visit):
    page = visit("sanne", script=False)
    page.goto("/werkvoorraad?tab=team")
    page.locator("#taken a[href^='/zaken/']").first.click()
    page.locator("textarea[name=tekst]").fill("Zonder script geschreven.")
    with page.expect_navigation():
        page.locator("form[action$='/notities'] button").press("Enter")
    assert "Zonder script geschreven." in page.content()


def test_a_broken_file_says_what_is_wrong(visit):
    page = visit("sanne")
    bring_in(page, "stuk.csv", "debiteurnummer;naam\n1;Jan\n")
    banner = page.locator(".banner.urgent")
    banner.get_by_text("Regel 1, factuurnummer, vervaldatum, bedrag").wait_for()
    banner.get_by_text("Deze kolommen ontbreken").wait_for()


def test_a_bad_line_is_named_and_the_rest_goes_in(visit):
    page = visit("sanne")
    heading, line = open_items("Proef Deelsgoed").splitlines()
    bad = line.replace("90042", "99002").replace("P-", "Q-").replace("600,00", "zes honderd")
    bring_in(page, "deels.csv", "\n".join([heading, line.replace("90042", "99003").replace("P-", "R-"), bad]) + "\n")
    row = page.locator("tbody tr")
    assert row.count() == 1
    assert all(part in row.inner_text() for part in ["3", "bedrag", "zes honderd", "Dit is geen bedrag"])
    assert "1" in page.locator(".tally div", has_text="Nieuw").inner_text()


def test_a_statement_that_was_cut_off_changes_nothing(visit):
    page = visit("sanne")
    bring_in(page, "afgekapt.xml", statement("77.00", "2026-11-01")[:900])
    page.locator(".banner.urgent").get_by_text("het is niet heel").wait_for()
    page.goto("/betalingen?lijst=alle")
    assert "77,00" not in page.content()


def test_a_file_can_be_dragged_onto_the_page(visit):
    page = visit("sanne")
    page.goto("/imports")
    carried = page.evaluate_handle(
        """text => { const carried = new DataTransfer();
        carried.items.add(new File([text], 'gesleept.csv', {type: 'text/csv'})); return carried; }""",
        open_items("Proef Gesleept").replace("90042", "99004").replace("P-", "S-"),
    )
    for event in ["dragenter", "dragover", "drop"]:
        page.dispatch_event("form[data-drop]", event, {"dataTransfer": carried})
    page.wait_for_url(re.compile("/imports/."))
    assert "gesleept.csv" in page.content()
