import Basics
import Exchange
import Testing

@Suite("Open items")
struct OpenItemsTests {
    static let heading =
        "Debiteurnr;Naam;Adres;Postcode;Woonplaats;E-mail;IBAN;Factuurnr;Soort;Factuurdatum;Vervaldatum;Bedrag;Openstaand bedrag;Kenmerk;Opmerking\n"
    static let good =
        "D1;A. Voorbeeld;Dorpsstraat 1;1234ab;Zonnedorp;a@voorbeeld.nl;NL91ABNA0417164300;F1;Huur;1-1-2026;2026-02-01;1.234,56;700,00;5000056789012345;x\n"

    func read(_ text: String) throws -> (plan: OpenItemsPlan, items: [OpenItem], rejections: [LineRejection]) {
        let file = OpenItemsFile(ImportFile(text))
        let plan = try file.check()
        var items: [OpenItem] = []
        var rejections: [LineRejection] = []
        try file.read(by: plan) { result in
            switch result {
            case .success(let item): items.append(item)
            case .failure(let rejected): rejections += rejected.faults
            }
        }
        return (plan, items, rejections)
    }

    @Test func `all that is wrong with a line is said at once`() throws {
        let wrong = Self.good.replacing("1234ab", with: "0234ab").replacing("a@voorbeeld.nl", with: "a-voorbeeld.nl")
            .replacing("2026-02-01", with: "31-2-2026")
        let answer = try read(Self.heading + wrong + Self.good)
        #expect(answer.rejections.map(\.field) == ["postcode", "e-mail", "vervaldatum"])
        #expect(answer.rejections.map(\.line) == [2, 2, 2])
        #expect(answer.items.count == 1)
    }

    @Test func `a line becomes an open item`() throws {
        let answer = try read(Self.heading + Self.good)
        let item = try #require(answer.items.first)
        #expect(answer.plan.unknown == ["Opmerking"])
        #expect(item.debtor.number == "D1")
        #expect(item.debtor.postcode == "1234 AB")
        #expect(item.debtor.iban?.text == "NL91ABNA0417164300")
        #expect(item.invoiceDate == Day(2026, 1, 1))
        #expect(item.due == Day(2026, 2, 1))
        #expect(item.amount == Money(cents: 123_456))
        #expect(item.open == Money(cents: 70_000))
        #expect(item.kind == "huur")
        #expect(item.reference?.text == "5000056789012345")
        #expect(item.line == 2)
    }

    @Test(arguments: [
        ("1.234,56", "99.999", LineRejection.Reason.openAboveAmount, "openstaand"),
        ("1,234.56", "700,00", .otherDecimals, "bedrag"),
        ("abc", "700,00", .notAnAmount, "bedrag"), ("100,00", "0,00", .notPositive, "openstaand"),
        ("", "", .missing, "bedrag"),
        ("100,00", "-5,00", .notPositive, "openstaand"),
    ])
    func `a wrong amount is rejected with its field and reason`(
        amount: String, open: String, reason: LineRejection.Reason, field: String
    ) throws {
        let bad = Self.good.replacing("1.234,56", with: amount).replacing("700,00", with: open)
        let answer = try read(Self.heading + Self.good + Self.good + bad)
        #expect(answer.items.count == 2)
        #expect(
            answer.rejections == [
                LineRejection(line: 4, field: field, value: answer.rejections.first?.value ?? "", reason: reason)
            ])
    }

    @Test(arguments: [
        ("2026-02-01", "2026-02-30", LineRejection.Reason.notADate), ("2026-02-01", "", .missing),
        ("2026-02-01", "2025-12-01", .dueBeforeInvoice),
        ("NL91ABNA0417164300", "NL91ABNA0417164301", .notAnIBAN),
        ("5000056789012345", "5000056789012346", .notAReference),
        ("a@voorbeeld.nl", "a@@b", .notAnEmail), ("A. Voorbeeld", " ", .missing), ("D1;", "", .tooFewFields),
        (";x\n", ";x;y\n", .tooManyFields),
    ])
    func `a wrong value is rejected and the rest goes in`(value: String, wrong: String, reason: LineRejection.Reason)
        throws
    {
        let answer = try read(Self.heading + Self.good + Self.good.replacing(value, with: wrong) + Self.good)
        #expect(answer.items.count == 2)
        #expect(answer.rejections.map(\.reason) == [reason])
        #expect(answer.rejections.map(\.line) == [3])
    }

    @Test func `English decimals are found`() throws {
        let text =
            "customer number,name,invoice number,due date,amount\nD1,A,F1,2026-02-01,\"1,234.56\"\nD2,B,F2,01/03/2026,12.5\n"
        let answer = try read(text)
        #expect(answer.plan.decimals == .english)
        #expect(answer.items.map(\.open.description) == ["1234.56", "12.50"])
    }

    @Test func `a file that is cut off or lacks a column is refused whole`() {
        #expect(throws: FileFault.self) { try read(Self.heading + Self.good + Self.good.prefix(40)) }
        #expect(throws: FileFault.self) { try read("naam;klantnaam;debiteur;factuur;vervaldatum;bedrag\n") }
    }

    @Test(arguments: [
        ("naam;debiteur;factuur;bedrag", "csv-column-missing", "vervaldatum"),
        ("naam;vervaldatum;bedrag", "csv-columns-missing", "debiteurnummer, factuurnummer"),
        ("debiteur;naam", "csv-columns-missing", "factuurnummer, vervaldatum, bedrag"),
    ])
    func `all columns that are missing are named at once`(heading: String, code: String, missing: String) {
        let fault = #expect(throws: FileFault.self) { try read(heading + "\n1;2\n") }
        #expect(fault?.diagnostic.line == 1)
        #expect(fault?.diagnostic.code == code)
        #expect(fault?.diagnostic.element == missing)
    }

    @Test func `cut at any byte it neither crashes nor invents an item`() throws {
        let whole = Array((Self.heading + Self.good + Self.good).utf8)
        for end in whole.indices {
            let file = OpenItemsFile(ImportFile(Array(whole[..<end])))
            guard let plan = try? file.check() else { continue }
            var count = 0
            try file.read(by: plan) { if case .success = $0 { count += 1 } }
            #expect(count <= 2)
        }
    }

    @Test func `random damage never crashes it`() throws {
        var random = SeededRandom(seed: 20_260_301)
        let whole = Array((Self.heading + Self.good + Self.good).utf8)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 1...255, using: &random)
            }
            let file = OpenItemsFile(ImportFile(bytes))
            if let plan = try? file.check() { try? file.read(by: plan) { _ in } }
        }
    }
}
