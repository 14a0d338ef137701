"""A process owner at work: tries, edits and publishes a table; hands in a drawing; looks before zaken move."""

import re

import pytest

from conftest import ROOT
from test_accessibility import violations

PAGES = [
    "/beslissingen", "/beslissingen/klantsegment?proef=1&feit.ondersteuning=nee&feit.eerdereZaken=2",
    "/beslissingen/klantsegment/bewerking", "/processen/incasso", "/processen/regeling",
]


@pytest.mark.parametrize("width, scheme", [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_sticks_out(visit, width, scheme):
    page = visit("daan", viewport={"width": width, "height": 900}, color_scheme=scheme)
    for place in PAGES:
        page.goto(place)
        assert violations(page) == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


@pytest.mark.parametrize("script", [True, False])
def test_a_table_is_tried_with_facts_and_the_rule_lights_up(visit, script):
    page = visit("fatima", script=script)
    page.goto("/beslissingen/klantsegment")
    page.locator("input[name='feit.ondersteuning'][value=ja]").check(force=True)
    page.locator("input[name='feit.eerdereZaken']").fill("3")
    with page.expect_navigation():
        page.locator("#proef button").press("Enter")
    assert page.locator("tr.here").count() == 1
    assert '"hulp"' in page.locator("#proef [role=status]").inner_text()
    assert page.locator("text=Bewerk de tabel").count() == 0


def test_without_script_a_table_is_edited_checked_and_published(visit):
    page = visit("daan", script=False)
    page.goto("/beslissingen/klantsegment/bewerking?tabel=betaalverleden")
    page.locator("input[name='in.1.0']").fill("> 2")
    with page.expect_navigation():
        page.locator("form button[value=controleer]:visible").last.press("Enter")
    assert "Gat" in page.content()
    page.locator("input[name='in.1.0']").fill("> 1")
    page.locator("input[name='in.0.0']").fill("[0..1]")
    page.locator("#reden").fill("Eén keer is geen keer.")
    with page.expect_navigation():
        page.locator("form button[value=bewaar]").press("Enter")
    assert "De nieuwe versie is bewaard." in page.content()
    with page.expect_navigation():
        page.locator("a", has_text="Wat is er veranderd?").first.press("Enter")
    assert page.locator("del").count() >= 2


def test_a_drawing_is_examined_before_it_is_published_and_zaken_move_along(visit, tmp_path):
    page = visit("daan")
    text = (ROOT / "Content/processen/incasso.bpmn").read_text()
    changed = tmp_path / "incasso.bpmn"
    changed.write_text(text.replace("A.2.1 Herinneren", "A.2.1 Vriendelijk herinneren"))
    page.goto("/processen")
    page.set_input_files("#bestand", str(changed))
    with page.expect_navigation():
        page.locator("form[enctype] button").click()
    assert "14 van de 14 voorbeeldzaken" in page.content()
    assert "Vriendelijk herinneren" in page.content()
    assert violations(page) == []
    page.locator("#reden").fill("Vriendelijker woorden.")
    with page.expect_navigation():
        page.locator("form button", has_text="Publiceer").click()
    assert "De nieuwe versie is gepubliceerd." in page.content()
    with page.expect_navigation():
        page.locator("a", has_text="Bekijk welke mee kunnen").click()
    assert re.search(r"\d+ zaken kunnen mee, 0 niet", page.content())
    assert violations(page) == []
    page.locator("#reden").fill("Alle zaken op dezelfde versie.")
    with page.expect_navigation():
        page.locator("form button", has_text="Verhuis").click()
    assert "zaken zijn verhuisd; 0 niet" in page.content()


def test_an_older_version_is_examined_again_before_it_comes_back(visit):
    page = visit("daan")
    page.goto("/processen/incasso?versie=1")
    page.locator("summary", has_text="Maak deze versie weer geldend").press("Enter")
    with page.expect_navigation():
        page.locator("form[action$=terugzetting] button").press("Enter")
    assert "Dezelfde tekening als versie 1" in page.content()
    assert "14 van de 14 voorbeeldzaken" in page.content()
    assert page.locator("form button", has_text="Publiceer").count() == 1
    assert violations(page) == []


def test_a_flaw_is_shown_where_it_is(visit, tmp_path):
    text = (ROOT / "Content/processen/incasso.bpmn").read_text()
    changed = tmp_path / "incasso.bpmn"
    gateway = r'<bpmn:exclusiveGateway( id="naar-bellen".*?)</bpmn:exclusiveGateway>'
    changed.write_text(re.sub(gateway, r"<bpmn:parallelGateway\1</bpmn:parallelGateway>", text, flags=re.S))
    for width in [1440, 390]:
        page = visit("daan", viewport={"width": width, "height": 900})
        page.goto("/processen")
        page.set_input_files("#bestand", str(changed))
        with page.expect_navigation():
            page.locator("form[enctype] button").click()
        page.locator("a", has_text="Toon in de tekening").first.click()
        page.wait_for_selector("#nieuw .is-picked")
        flaw, seen = page.locator("#nieuw .is-picked").bounding_box(), page.locator("#nieuw").bounding_box()
        assert seen["x"] <= flaw["x"] and flaw["x"] + flaw["width"] <= seen["x"] + seen["width"]
        assert seen["y"] <= flaw["y"] and flaw["y"] + flaw["height"] <= seen["y"] + seen["height"]


def test_what_differs_leads_to_its_place_in_both_drawings(visit):
    page = visit("daan")
    page.goto("/processen/incasso/vergelijking?oud=1&nieuw=2")
    page.locator("a[data-show]").first.press("Enter")
    assert page.locator(".is-picked").count() == 2
    places = page.eval_on_selector_all("[data-together]", "all => all.map(one => one.scrollLeft)")
    assert abs(places[0] - places[1]) <= 2
    assert violations(page) == []


def test_the_list_in_words_folds_is_searched_and_opens_where_one_comes_in(visit):
    page = visit("daan")
    page.goto("/processen/incasso")
    assert page.locator("#stappen .folded").count() > 5
    page.locator("#zoek-stappen").press_sequentially("belronde")
    found = page.locator("#stappen li:visible").all_inner_texts()
    assert found and all("belronde" in text.lower() for text in found)
    page.goto("/processen/regeling")
    page.goto("/processen/incasso#s-A.2.2")
    assert page.locator("[id='s-A.2.2']").is_visible()
