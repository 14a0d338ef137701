import Basics
import Database
import Exchange
import Incasso
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Imports")
struct ImportTests {
    @Test(arguments: TestDatabase.all)
    func `the same open items again change nothing`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let file = postenbestand(Debiteur.allen.map { Post.huur($0).line })
            try await house.importPosten(file)
            let before = try await house.position()

            let again = try await house.importPosten(file)

            #expect([again.gelezen, again.nieuw, again.bekend, again.afgewezen] == [3, 0, 3, 0])
            #expect(try await house.position() == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a statement of an account that no creditor has is refused with its number, and nothing is booked`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let strange = afschrift([Overboeking(van: .noor, .euros(600), ref: "R1")])
                .replacing(Zonnedorp.rekening, with: "NL91ABNA0417164300")
            let report = try await Afschriftimport(office: house.office).run(
                ImportFile(strange), named: "vreemd.xml", by: "anja")

            #expect(report.staat == .geweigerd && report.fout?.code == "unknown-account")
            #expect(report.fout?.element == "NL91 ABNA 0417 1643 00")
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            #expect(try await house.read { try $0.first("SELECT count(*) AS n FROM betalingen")?["n"] as Int? } == 0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `money that leaves the account is no receipt and no fault`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let file = afschrift([Overboeking(van: .noor, .euros(50), "Rente van de bank", ref: "R1")])
                .replacing("<CdtDbtInd>CRDT</CdtDbtInd><Sts>", with: "<CdtDbtInd>DBIT</CdtDbtInd><Sts>")
                .replacing("<Amt Ccy=\"EUR\">150.00</Amt>", with: "<Amt Ccy=\"EUR\">50.00</Amt>")
            let report = try await Afschriftimport(office: house.office).run(
                ImportFile(file), named: "eraf.xml", by: "anja")

            #expect(report.fout == nil)
            #expect([report.gelezen, report.nieuw, report.afgewezen, report.uitgaand] == [1, 0, 0, 1])
            #expect(try await house.read { try $0.imports.rejections(of: report.id) } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the same invoice again changes nothing`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let first = try await house.importFactuur(factuur)
            #expect([first.nieuw, first.bekend] == [1, 0])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(650))
            let before = try await house.position()

            let again = try await house.importFactuur(factuur)

            #expect([again.nieuw, again.bekend] == [0, 1])
            #expect(try await house.position() == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the same bank statement again changes nothing`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            let lines = [
                Overboeking(van: .noor, .euros(600), ref: "R1"), Overboeking(van: .bram, .euros(50), "Huur", ref: "R2"),
            ]
            let first = try await house.importAfschrift(lines)
            #expect([first.gelezen, first.nieuw, first.bekend] == [2, 2, 0])
            let before = try await house.position()

            let again = try await house.importAfschrift(lines)

            #expect([again.gelezen, again.nieuw, again.bekend] == [2, 0, 2])
            #expect(try await house.position() == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `two payments that are alike in everything are two, and the same file again changes nothing`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let twice = [1, 2].map { _ in Overboeking(van: .noor, .euros(50), "huur", ref: "R1") }
            let importing = Afschriftimport(office: house.office)
            let first = try await importing.run(ImportFile(afschrift(twice)), named: "twee.xml", by: "anja")
            #expect([first.gelezen, first.nieuw, first.bekend] == [2, 2, 0])
            let again = try await importing.run(ImportFile(afschrift(twice)), named: "twee.xml", by: "anja")
            #expect([again.nieuw, again.bekend] == [0, 2])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a payment on a day that does not exist is rejected, not booked on today`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let text = afschrift([Overboeking(van: .noor, .euros(50), ref: "R1")])
                .replacing(/<(BookgDt|ValDt)><Dt>[^<]*/, with: { "<\($0.1)><Dt>2026-02-30" })
            let report = try await Afschriftimport(office: house.office).run(
                ImportFile(text), named: "dag.xml", by: "anja")
            #expect([report.nieuw, report.afgewezen] == [0, 1])
            #expect(try await house.read { try $0.imports.rejections(of: report.id).map(\.reden) } == ["notADate"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a known claim with another amount or day is shown to a person, and stays as it was`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let line = Post.huur(.noor).line
            try await house.importPosten(postenbestand([line]))
            let report = try await house.importPosten(postenbestand([line.replacing("600,00", with: "325,00")]))

            #expect([report.gelezen, report.nieuw, report.bekend, report.afgewezen] == [1, 0, 1, 0])
            let told = try await house.read { try $0.imports.rejections(of: report.id) }
            #expect(told.map(\.reden) == ["differs"] && told.map(\.veld) == ["openstaand"])
            #expect(told.map(\.waarde) == ["325.00 ≠ 600.00"])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a due day before the rates, or further ahead than any invoice, is refused at its field`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let posts = [
                Post(.noor, "oud", vervalt: Zonnedorp.day(1999, 10, 15), .euros(10)),
                Post(.bram, "ver", vervalt: Zonnedorp.day(2099, 10, 15), .euros(10)),
                Post(.mila, "goed", vervalt: house.clock.today + 20, .euros(10)),
            ]
            let report = try await house.importPosten(postenbestand(posts.map(\.line)))

            #expect([report.gelezen, report.nieuw, report.afgewezen] == [3, 1, 2])
            let told = try await house.read { try $0.imports.rejections(of: report.id) }
            #expect(told.map(\.reden) == ["dueBeforeRates", "dueTooFar"])
            #expect(told.allSatisfy { $0.veld == "vervaldatum" })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a claim that is due later is not chased before its day`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(Post(.noor, "later", vervalt: house.clock.today + 60, .euros(600)))
            try await house.move(days: 59)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["prenotificatie"])
            try await house.move(days: 6)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["prenotificatie", "herinnering"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `XML of another kind is refused as what it is`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let before = try await house.position()
            let report = try await Bestandsimport(office: house.office, schuldeiser: "woonstad")
                .run(ImportFile("\u{FEFF}\n<jaarrekening><post/></jaarrekening>"), named: "post.xml", by: "lotte")
            #expect(report.staat == .geweigerd)
            #expect(report.fout?.code == "unknown-xml")
            #expect(try await house.position() == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a bad line is rejected with line, field, value and reason, the rest goes in`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let bad = Post.huur(.bram).line.replacing("600,00", with: "zeshonderd")
            let late = Post.huur(.mila).line.replacing("2026-02-01", with: "2026-02-30")

            let report = try await house.importPosten(postenbestand([Post.huur(.noor).line, bad, late]))

            #expect([report.gelezen, report.nieuw, report.afgewezen] == [3, 1, 2])
            let rejections = try await house.read { try $0.imports.rejections(of: report.id) }
            #expect(rejections.map(\.regel) == [3, 4])
            #expect(rejections.map(\.veld) == ["bedrag", "vervaldatum"])
            #expect(rejections.map(\.waarde) == ["zeshonderd", "2026-02-30"])
            #expect(rejections.map(\.reden) == ["notAnAmount", "notADate"])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
        }
    }

    @Test(arguments: TestDatabase.all, [0.2, 0.5, 0.9, 0.99])
    func `a statement that was cut off changes nothing`(on kind: TestDatabase, at part: Double) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let text = afschrift([Overboeking(van: .noor, .euros(600), ref: "R1")])
            let before = try await house.position()

            let cut = String(text.prefix(Int(Double(text.count) * part)))
            let report = try await Afschriftimport(office: house.office)
                .run(ImportFile(cut), named: "afschrift.xml", by: "anja")

            #expect(report.staat == .geweigerd)
            #expect(report.fout?.message.description.isEmpty == false)
            #expect(try await house.position() == before)
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
        }
    }

    @Test(arguments: [
        "", "\u{0}\u{1}\u{2}PK", "Naam;Bedrag\nx;1,00\n", String(repeating: "a", count: 300_000),
        "Debiteurnr;Naam;Factuurnr;Vervaldatum;Bedrag\n\"D1;Noor;F1;2026-01-01;1,00\n",
    ])
    func `a file that is no list of open items changes nothing`(text: String) async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let before = try await house.position()

            let report = try await house.importPosten(text)

            #expect(report.staat == .geweigerd)
            #expect(try await house.position() == before)
        }
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Invoice>&a;</Invoice>", "<Invoice", "",
        String(repeating: "<a>", count: 5_000),
    ])
    func `a hostile invoice changes nothing`(text: String) async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let before = try await house.position()

            let report = try await house.importFactuur(text)

            #expect(report.staat == .geweigerd)
            #expect(try await house.position() == before)
        }
    }
}

let factuur = """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
      xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>F-2026-1</cbc:ID><cbc:IssueDate>2026-01-01</cbc:IssueDate><cbc:DueDate>2026-01-31</cbc:DueDate>
      <cac:AccountingCustomerParty><cbc:CustomerAssignedAccountID>D1</cbc:CustomerAssignedAccountID><cac:Party>
        <cac:PostalAddress><cbc:StreetName>Beukenlaan 12</cbc:StreetName><cbc:CityName>Zonnedorp</cbc:CityName>
          <cbc:PostalZone>1234 AB</cbc:PostalZone></cac:PostalAddress>
        <cac:PartyLegalEntity><cbc:RegistrationName>Noor Zandoog</cbc:RegistrationName></cac:PartyLegalEntity>
        </cac:Party></cac:AccountingCustomerParty>
      <cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="EUR">700.00</cbc:TaxInclusiveAmount>
        <cbc:PayableAmount currencyID="EUR">650.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
    </Invoice>
    """

extension TestHouse {
    @discardableResult
    func importFactuur(_ text: String) async throws -> Importverslag {
        try await Factuurimport(office: office, schuldeiser: Zonnedorp.code)
            .run(Array(text.utf8), named: "factuur.xml", by: "anja")
    }

    /// How much has been recorded; whatever changes anything adds to it.
    func position() async throws -> Int64 { try await read { try $0.journal.lastPosition() } }
}

extension ImportTests {
    @Test(arguments: TestDatabase.all)
    func `the same person with two creditors is one customer with a zaak for each; who only shares a name is not`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.act { act in
                var other = Schuldeiser.zonnedorp
                other = Schuldeiser(
                    code: "warmte", naam: "Warmtebedrijf", adres: other.adres, kvk: other.kvk, iban: other.iban,
                    telefoon: other.telefoon, email: other.email, website: other.website)
                try act.tx.schuldeisers.put(other)
                func item(_ number: String, _ invoice: String, born: Day?, line: String) -> OpenItem {
                    var item = Post.huur(.noor).item
                    (item.invoice, item.debtor.number, item.debtor.born) = (invoice, number, born)
                    (item.debtor.address, item.debtor.postcode, item.debtor.city) = (line, "1234 AB", "Zonnedorp")
                    item.debtor.iban = nil
                    item.debtor.email = nil
                    return item
                }
                let born = Day(1980, 5, 4)
                for (creditor, post) in [
                    (Zonnedorp.code, item("7", "Z-1", born: born, line: "Laan 4")),
                    ("warmte", item("W9", "W-1", born: born, line: "LAAN  4")),
                    ("warmte", item("W9", "W-2", born: born, line: "Laan 4")),
                    ("warmte", item("W10", "W-3", born: Day(1981, 5, 4), line: "Laan 4")),
                    ("warmte", item("W11", "W-4", born: nil, line: "Laan 4")),
                ] {
                    _ = try Vordering.Intake(schuldeiser: creditor, post: post).run(in: act)
                }
            }
            let (one, two, three) = try await house.read { tx in
                let one = try #require(try tx.schuldeisers.debiteur("7", of: Zonnedorp.code))
                #expect(try tx.schuldeisers.debiteur("W9", of: "warmte") == one)
                #expect(try tx.schuldeisers.debiteur("W10", of: "warmte") != one)
                #expect(try tx.schuldeisers.debiteur("W11", of: "warmte") != one)
                let zaken = try tx.zaken.all(of: one)
                let claims = try zaken.map { try tx.vorderingen.all(of: $0.id).map(\.factuurnummer) }
                return (zaken.count, Set(claims.map { Set($0) }), zaken.allSatisfy(\.isOpen))
            }
            #expect(one == 2 && two == [["Z-1"], ["W-1", "W-2"]] && three)
        }
    }
}
