import Basics
import Database
import Engine
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

/// A message goes to one instance, known by name and key (BPMN 8.4.2, 10.5.1; decision 0012).
@Suite("Messages from one zaak to another")
struct ProcesberichtTests {
    @Test(arguments: TestDatabase.all)
    func `a message reaches the zaak that awaits its key, after the transaction, with what is mapped and no more`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            let (a, b) = (try await house.wachtende("A", 1), try await house.wachtende("B", 2))
            let sender = try await house.zaak("zenden", 3, ["voor": "B", "geheim": "alleen hier"])
            try await house.doe("sturen", of: sender)
            #expect(try await house.stappen(of: b) == [])
            try await house.settle()

            #expect(try await house.stappen(of: a) == [])
            #expect(try await house.stappen(of: b) == ["gehoord"])
            #expect(try await house.stappen(of: sender) == ["verder"])
            let known = try await house.variabelen(of: b)
            #expect(known["antwoord"] == "ja" && known["geheim"] == nil && known["voor"] == nil)
            #expect(try await house.read { try $0.kinds("bericht_ontvangen") } == 1)
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what nobody awaits waits a day, or as long as the drawing says, for the first who does`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            let sender = try await house.zaak("zenden", 3, ["voor": "A"])
            try await house.doe("sturen", of: sender)
            try await house.move(to: house.clock.now.adding(minutes: 60 * 23))
            let first = try await house.wachtende("A", 1)
            let second = try await house.wachtende("A", 2)
            try await house.settle()
            #expect(try await house.stappen(of: first) == ["gehoord"])
            #expect(try await house.stappen(of: second) == [], "a message is for one")

            let late = try await house.zaak("zenden", 4, ["voor": "C"])
            try await house.doe("sturen", of: late)
            try await house.move(days: 2)
            #expect(try await house.read { try $0.kinds("bericht_verlopen") } == 1)
            let waiting = try await house.wachtende("C", 5)
            try await house.settle()
            #expect(try await house.stappen(of: waiting) == [])
            #expect(try await house.planned() == [])
            #expect(try await house.read { try $0.count("procesberichten") } == 0)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: [("PT0S", 1, false), ("=\"P\" + string(14) + \"D\"", 13, true)])
    func `the drawing says how long a message may wait`(lifetime: String, days: Int, isHeard: Bool) async throws {
        try await TestDatabase.memory.with { db in
            let words = lifetime.replacing("\"", with: "&quot;")
            let source = TestHouse.zendproces(
                publishing: "<zeebe:publishMessage correlationKey=\"=voor\" timeToLive=\"\(words)\"/>")
            let house = try await TestHouse.corresponderend(db, zenden: source)
            let sender = try await house.zaak("zenden", 3, ["voor": "A"])
            try await house.doe("sturen", of: sender)
            try await house.move(days: days)
            let zaak = try await house.wachtende("A", 1)
            try await house.settle()
            #expect(try await house.stappen(of: zaak) == (isHeard ? ["gehoord"] : []))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `several that await one message are a mishap for a person, who tries again when it is mended`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            let (one, other) = (try await house.wachtende("A", 1), try await house.wachtende("A", 2))
            let sender = try await house.zaak("zenden", 3, ["voor": "A"])
            try await house.doe("sturen", of: sender)
            try await house.settle()
            #expect(try await house.stappen(of: one) == [])
            #expect(try await house.stappen(of: other) == [])
            #expect(Set(try await house.stappen(of: sender)) == ["bericht_niet_bezorgd", "verder"])

            try await house.act {
                try Zaak.Closure(zaak: one, resultaat: "ingetrokken", reden: "dubbel").run(in: $0)
            }
            try await house.answer("bericht_niet_bezorgd", of: sender, "opnieuw")
            try await house.settle()
            #expect(try await house.stappen(of: other) == ["gehoord"])
            #expect(try await house.stappen(of: sender) == ["verder"])
            #expect(try await house.read { try $0.count("procesberichten") } == 0)
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that ends with a message for several leaves it to who handles one of those`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(
                db, zenden: TestHouse.zendproces(after: "<endEvent id=\"verder\"/>"))
            let (one, other) = (try await house.wachtende("A", 1), try await house.wachtende("A", 2))
            try await house.doe("sturen", of: try await house.zaak("zenden", 3, ["voor": "A"]))
            try await house.settle()
            let asked = try await house.stappen(of: one) + house.stappen(of: other)
            #expect(asked == ["bericht_niet_bezorgd"])
            try await house.answer("bericht_niet_bezorgd", of: one, "vervallen")
            try await house.answer("bericht_niet_bezorgd", of: other, "vervallen")
            #expect(try await house.read { try $0.count("procesberichten") } == 0)
            #expect(try await house.read { try $0.kinds("bericht_vervallen") } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a message that waits for a person lapses with a record at its sender when that zaak is closed`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            for number in 1...2 { _ = try await house.wachtende("A", number) }
            let sender = try await house.zaak("zenden", 3, ["voor": "A"])
            try await house.doe("sturen", of: sender)
            try await house.settle()
            try await house.act {
                try Zaak.Closure(zaak: sender, resultaat: "ingetrokken", reden: "betaald").run(in: $0)
            }
            #expect(try await house.read { try $0.count("procesberichten") } == 0)
            let told = try await house.read { tx in
                try tx.journal.newest(["bericht_vervallen"], of: "zaak", [sender.text])[sender.text]?.content
            }
            #expect(told?["naam"] == "Akkoord" && told?["gesloten"] == true)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that stands still takes it when it goes on; closed, it goes on to who awaits it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            let zaken = [try await house.wachtende("A", 1), try await house.wachtende("B", 2)]
            let until = house.clock.today + 30
            try await house.act { act in
                for zaak in zaken { try Zaak.Suspension(zaak: zaak, bekijkOp: until, reden: "wacht").run(in: act) }
            }
            for (place, dossier) in ["A", "B"].enumerated() {
                let sender = try await house.zaak("zenden", 3 + place, ["voor": .string(dossier)])
                try await house.doe("sturen", of: sender)
            }
            try await house.move(days: 3)
            #expect(try await house.read { try $0.kinds("bericht_ontvangen") } == 0)

            try await house.act { try Zaak.Resumption(zaak: zaken[0]).run(in: $0) }
            try await house.settle()
            #expect(try await house.stappen(of: zaken[0]) == ["gehoord"])

            let heir = try await house.wachtende("B", 5)
            try await house.act {
                try Zaak.Closure(zaak: zaken[1], resultaat: "ingetrokken", reden: "dubbel").run(in: $0)
            }
            try await house.settle()
            #expect(try await house.stappen(of: heir) == ["gehoord"])
            #expect(try await house.planned() == [])
            #expect(house.mishaps.all == [])
        }
    }
}

extension TestHouse {
    /// The jobs of messages that are left.
    func planned() async throws -> [String] {
        try await read { tx in
            try tx.rows("SELECT payload FROM jobs WHERE kind = 'procesbericht'").map { try $0["payload"] }
        }
    }

    /// Someone answers the taak with this form, where there is one.
    func answer(_ form: String, of zaak: Identifier<Zaak>, _ outcome: String) async throws {
        try await act { act in
            guard let taak = try act.tx.taken.waiting(for: zaak, formulier: form).first else { return }
            try Taak.Completion(
                taak: taak.id, invoer: ["uitkomst": outcome, "toelichting": "Uitgezocht."], door: .anja,
                als: .onbegrensd
            ).run(in: act)
        }
    }
}

extension Transaction {
    func count(_ table: String) throws -> Int {
        try first(
            table == "procesberichten"
                ? "SELECT count(*) AS aantal FROM procesberichten" : "SELECT count(*) AS aantal FROM berichtwachters")?[
                "aantal"] ?? 0
    }
}
