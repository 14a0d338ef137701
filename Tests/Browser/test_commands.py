"""The commands as an administrator types them: the real program, a folder of its own."""

import datetime
import os
import sqlite3
import subprocess

import pytest
from conftest import PROGRAM, ROOT
from test_main_job import open_items

CREDITOR = (
    "--naam Proefwonen --adres", "Proefplein 1", "--postcode", "3011 AA", "--plaats Rotterdam --kvk 12345678",
    "--iban NL91ABNA0417164300 --telefoon 010-0000000 --email post@example.org --website https://example.org",
)


class Office:
    """A house without a server: each command opens it, does its work and closes it."""

    def __init__(self, folder):
        self.folder, self.data = folder, folder / "data"

    def __call__(self, *words, data=None):
        settings = os.environ | {"ONTKNOOP_CONTENT": str(ROOT / "Content")}
        command = [PROGRAM, *words, "--data", str(data or self.data)]
        return subprocess.run(command, env=settings, capture_output=True, text=True, timeout=300)

    def add_creditor(self, code="proef"):
        words = [w for part in CREDITOR for w in (part.split() if part.startswith("--") else [part])]
        return self("schuldeiser", "add", code, *words)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return str(path)


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def no_usage(answer):
    return "Usage:" not in answer.stderr and "Fault(" not in answer.stderr


def test_a_creditor_comes_before_its_file(office):
    items = office.file("posten.csv", open_items("Proefmens Een", today=datetime.date(2026, 3, 2)))

    unknown = office("import", items, "--schuldeiser", "proef")
    assert unknown.returncode != 0 and "proef" in unknown.stdout + unknown.stderr and no_usage(unknown)

    assert office.add_creditor().returncode == 0
    assert "Proefwonen" in office("schuldeiser", "list").stdout
    first = office("import", items, "--schuldeiser", "proef")
    assert first.returncode == 0, first.stderr
    again = office("import", items, "--schuldeiser", "proef")
    assert again.returncode == 0 and first.stdout != again.stdout


def test_a_backup_that_is_damaged_or_empty_replaces_nothing(office):
    office.add_creditor()
    kept = str(office.folder / "kopie")
    assert office("backup", kept).returncode == 0

    for name, text in (("leeg", ""), ("stuk", "SQLite format 3\0 maar niet heus")):
        answer = office("restore", office.file(name, text), "--replace")
        assert answer.returncode != 0 and "nothing has changed" in answer.stderr and no_usage(answer)
        assert "Proefwonen" in office("schuldeiser", "list").stdout

    assert "give --replace" in office("restore", kept).stderr
    elsewhere = office.folder / "elders"
    assert office("restore", kept, data=elsewhere).returncode == 0
    assert "Proefwonen" in office("schuldeiser", "list", data=elsewhere).stdout


def test_a_house_that_is_served_is_not_replaced(office, house, house_folder):
    kept = str(office.folder / "kopie")
    served = house_folder / "data"
    assert office("backup", kept, data=served).returncode == 0
    answer = office("restore", kept, "--replace", data=served)
    assert answer.returncode != 0 and "in use" in answer.stderr and "nothing has changed" in answer.stderr


def test_a_house_that_is_not_there_is_not_called_whole(office):
    answer = office("verify")
    assert answer.returncode != 0 and "There is no database" in answer.stderr and no_usage(answer)
    office.add_creditor()
    whole = office("verify")
    assert whole.returncode == 0 and "whole" in whole.stdout


@pytest.mark.parametrize(
    "words, said",
    [
        (["incasso", "kosten", "--hoofdsom=-1"], "between 0.00"),
        (["incasso", "rente", "--soort", "consument", "--hoofdsom", "1.00", "--van", "2026-02-01", "--tot", "2026-01-01"],
         "--van before --tot"),
        (["incasso", "termijn", "--verzonden", "2026-13-01", "--kanaal", "post"], "2026-13-01"),
    ],
)
def test_wrong_input_is_answered_in_words(words, said):
    settings = os.environ | {"ONTKNOOP_CONTENT": str(ROOT / "Content")}
    answer = subprocess.run([PROGRAM, *words], env=settings, capture_output=True, text=True, timeout=60)
    assert answer.returncode != 0 and said in answer.stderr
    assert "Refusal" not in answer.stderr and "Fault" not in answer.stderr


def test_a_demo_of_few_people_has_work_for_each_casemanager_on_its_last_day(office):
    made = office("demo", "--prepare", "--debtors", "12")
    assert made.returncode == 0, made.stderr
    with sqlite3.connect(f"file:{office.data}/ontknoop.sqlite?mode=ro", uri=True) as house:
        waiting = house.execute("SELECT behandelaar FROM taken WHERE staat = 'open'").fetchall()
    assert len({who for (who,) in waiting if who}) >= 3
