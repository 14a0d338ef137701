import Basics
import Database
import Engine
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

/// Messages and signals that a partner's system gives (decision 0012).
@Suite("Messages and signals from outside")
struct OproepTests {
    static let pakket = Koppeling(
        code: "pakket", naam: "Debiteurenpakket", berichten: ["Akkoord"], signalen: ["Rente gewijzigd"])

    @Test(arguments: TestDatabase.all)
    func `a message with a key reaches the zaak that awaits it, once, whatever is asked again`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db).with(Self.pakket)
            let zaak = try await house.wachtende("A", 1)
            let call = #"{"id": "1", "bericht": "Akkoord", "sleutel": "A", "inhoud": {"antwoord": "ja"}}"#
            let first = try await house.call(call)
            #expect(first.uitkomst == .onderweg && !first.isHerhaald)
            try await house.settle()
            #expect(try await house.stappen(of: zaak) == ["gehoord"])
            #expect(try await house.variabelen(of: zaak)["antwoord"] == "ja")

            let next = try await house.wachtende("A", 2)
            var again = first
            again.isHerhaald = true
            #expect(try await house.call(call) == again)
            try await house.settle()
            #expect(try await house.stappen(of: next) == [])
            await #expect(throws: Oproepfout.anderVerzoek) {
                try await house.call(#"{"id": "1", "bericht": "Akkoord", "sleutel": "B"}"#)
            }
            #expect(try await house.read { try $0.kinds("oproep_ontvangen") } == 1)
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what nobody awaits yet waits as long as was said; what is for several or for nobody does nothing`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db).with(Self.pakket)
            let waits = try await house.call(#"{"id": "1", "bericht": "Akkoord", "sleutel": 7, "geldig": "P2D"}"#)
            #expect(waits.uitkomst == .wacht)
            try await house.move(days: 1)
            let zaak = try await house.wachtende("7", 1)
            try await house.settle()
            #expect(try await house.stappen(of: zaak) == ["gehoord"])

            await #expect(throws: Oproepfout.niemandWacht) {
                try await house.call(#"{"id": "2", "bericht": "Akkoord", "sleutel": "B", "geldig": "PT0S"}"#)
            }
            _ = try await house.wachtende("B", 2)
            _ = try await house.wachtende("B", 3)
            await #expect(throws: Oproepfout.nietEenduidig) {
                try await house.call(#"{"id": "2", "bericht": "Akkoord", "sleutel": "B"}"#)
            }
            #expect(try await house.read { try $0.kinds("oproep_ontvangen") } == 1)
            #expect(try await house.planned() == [])
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `the same call many times at the same moment is one`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db).with(Self.pakket)
            _ = try await house.wachtende("A", 1)
            let answers = try await withThrowingTaskGroup(of: Oproep.Antwoord.self) { group in
                for _ in 0..<12 {
                    group.addTask { try await house.call(#"{"id": "1", "bericht": "Akkoord", "sleutel": "A"}"#) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.nummer)).count == 1)
            #expect(answers.count { !$0.isHerhaald } == 1)
            #expect(try await house.planned().count == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that is named by its number takes what it awaits, and no other does`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db).with(Self.pakket)
            let (zaak, other) = (try await house.wachtende("A", 1), try await house.wachtende("A", 2))
            let idle = try await house.zaak("zenden", 3)
            let numbers = try await house.read { tx in
                try [zaak, idle].map { try tx.zaken.find($0)?.nummer ?? "" }
            }
            let named = #"{"id": "1", "bericht": "Akkoord", "zaak": "\#(numbers[0])"}"#
            #expect(try await house.call(named).uitkomst == .onderweg)
            for number in [numbers[1], "ZAAK-1999-000001"] {
                await #expect(throws: Oproepfout.niemandWacht) {
                    try await house.call(#"{"id": "2", "bericht": "Akkoord", "zaak": "\#(number)"}"#)
                }
            }
            try await house.settle()
            #expect(try await house.stappen(of: zaak) == ["gehoord"])
            #expect(try await house.stappen(of: other) == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a signal reaches all that wait, and is new to zaken that heard it before`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db).with(Self.pakket)
            let zaken = try await house.luisteraars(3)
            let heard = try await house.call(
                #"{"id": "1", "signaal": "Rente gewijzigd", "inhoud": {"ingang": "nu"}}"#, .signaal)
            #expect(heard.uitkomst == .onderweg)
            try await house.settle()
            for zaak in zaken {
                #expect(try await house.stappen(of: zaak) == ["gehoord"])
                #expect(try await house.variabelen(of: zaak)["ingang"] == "nu")
            }
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `whatever texts and lists it carries reach the zaak as they are`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db).with(Self.pakket)
            let zaak = try await house.wachtende("A", 1)
            let carried =
                #"{"brief": "a\u0000b'; DROP TABLE zaken; --", "lijst": [[[{"e": "\ud83d\ude00"}]]], "getal": 1e30}"#
            _ = try await house.call(#"{"id": "1", "bericht": "Akkoord", "sleutel": "A", "inhoud": \#(carried)}"#)
            try await house.settle()
            #expect(try await house.stappen(of: zaak) == ["gehoord"])
            let known = try await house.variabelen(of: zaak)
            for (name, value) in try #require(JSON(parsing: carried).fields) { #expect(known[name] == value) }
            #expect(try await house.flaws() == [])
        }
    }

    @Test func `a koppeling gives what it may give and nothing else`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db).with(Self.pakket)
            await #expect(throws: Oproepfout.nietToegestaan(veld: "bericht")) {
                try await house.call(#"{"id": "1", "bericht": "Rente gewijzigd", "sleutel": "A"}"#)
            }
            await #expect(throws: Oproepfout.nietToegestaan(veld: "signaal")) {
                try await house.call(#"{"id": "1", "signaal": "Akkoord"}"#, .signaal)
            }
        }
    }

    @Test(arguments: [
        ("[]", "", Oproepfout.Verwacht.object), (#"{"bericht": "A"}"#, "id", .id),
        (#"{"id": 1, "bericht": "A"}"#, "id", .id), (#"{"id": "a\u0000", "bericht": "A"}"#, "id", .id),
        (#"{"id": "1"}"#, "bericht", .naam), (#"{"id": "1", "bericht": "A", "sleutel": ""}"#, "sleutel", .sleutel),
        (#"{"id": "1", "bericht": "A", "sleutel": null}"#, "sleutel", .sleutel),
        (#"{"id": "1", "bericht": "A", "zaak": 7}"#, "zaak", .zaak),
        (#"{"id": "1", "bericht": "A", "geldig": "een dag"}"#, "geldig", .duur),
        (#"{"id": "1", "bericht": "A", "geldig": "-P1D"}"#, "geldig", .duur),
        (#"{"id": "1", "bericht": "A", "geldig": "P3Y"}"#, "geldig", .duur),
        (#"{"id": "1", "bericht": "A", "inhoud": []}"#, "inhoud", .inhoud),
        (#"{"id": "1", "bericht": "A", "sleutels": "A"}"#, "sleutels", .geenVeld),
    ])
    func `a call that is wrong is refused with its field and what was expected`(
        body: String, field: String, expected: Oproepfout.Verwacht
    ) {
        #expect(throws: Oproepfout.onjuist(veld: field, expected)) { try Oproep(.bericht, reading: Array(body.utf8)) }
    }

    @Test func `a call that is too large or too deep is not read`() {
        let deep = #"{"id": "1", "bericht": "A", "inhoud": {"a": "# + String(repeating: "[", count: 30)
        let large = #"{"id": "1", "bericht": ""# + String(repeating: "a", count: 300_000) + "\"}"
        #expect(throws: Oproepfout.teGroot) { try Oproep(.bericht, reading: Array(large.utf8)) }
        for body in [deep, "geen json"] {
            #expect {
                try Oproep(.bericht, reading: Array(body.utf8))
            } throws: {
                if case Oproepfout.onleesbaar = $0 { true } else { false }
            }
        }
    }
}

extension TestHouse {
    /// The same house, with a koppeling.
    fileprivate func with(_ one: Koppeling) async throws -> TestHouse {
        try await act { try Koppeling.Change(one, sleutel: "open-sesam").run(in: $0) }
        return self
    }

    @discardableResult
    fileprivate func call(_ body: String, _ soort: Oproep.Soort = .bericht) async throws -> Oproep.Antwoord {
        let call = try Oproep(soort, reading: Array(body.utf8))
        return try await office.act(as: .system(Koppeling.subject)) { act in
            try Oproep.Ontvangst(call, van: OproepTests.pakket).run(in: act)
        }
    }
}
