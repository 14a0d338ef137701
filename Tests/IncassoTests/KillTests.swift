import Basics
import Database
import Exchange
import Foundation
import Incasso
import Journal
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

/// `ONTKNOOP_KILLS` says how often each work is killed; 10 in the full run.
@Suite("Killed at any moment", .serialized)
struct KillTests {
    private static let kills =
        ProcessInfo.processInfo.environment["ONTKNOOP_KILLS"].flatMap { Int($0) } ?? 6

    @Test(arguments: TestDatabase.shared)
    func `an import that is killed loses nothing it acknowledged and doubles nothing`(on kind: TestDatabase)
        async throws
    {
        try await kind.at { location in
            try await TestDatabase.open(location) { _ = try await TestHouse($0) }
            let count = 1_000
            var random = SeededRandom(seed: 1)
            for round in 0..<KillTests.kills {
                let probe = try HouseProbe(["import", "\(count)"], at: location)
                let pause = Int.random(in: 0...500, using: &random)
                let said = probe.kill(afterLines: 1 + round % 3, andMilliseconds: pause)
                let acknowledged = said.compactMap { Int($0[1]) }.max() ?? 0
                let kept = try await TestDatabase.open(location) { try await $0.count("vorderingen") }
                #expect(kept >= acknowledged)
            }
            _ = try HouseProbe(["import", "\(count)"], at: location).toTheEnd()

            try await TestDatabase.open(location) { db in
                let house = try await TestHouse(db)
                #expect(try await db.count("vorderingen") == count)
                #expect(try await db.count("zaken") == count)
                #expect(try await db.count("partijen") == count)
                #expect(try await db.count("jobs") == count)
                #expect(try await house.flaws() == [])
            }
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `what a municipality reports in a file goes in once, however often it is killed and offered again`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            let signals = try await TestDatabase.open(location) { try await TestHouse($0).signalled(900) }
            let file = FileManager.default.temporaryDirectory.appending(path: "terugmelding-\(UUID()).json")
            defer { try? FileManager.default.removeItem(at: file) }
            try delivery(of: signals).write(to: file, atomically: true, encoding: .utf8)
            var random = SeededRandom(seed: 3)
            for round in 0..<KillTests.kills {
                let probe = try HouseProbe(["terugmeldingen", file.path], at: location)
                let pause = Int.random(in: 0...150, using: &random)
                let said = probe.kill(afterLines: 1 + round % 3, andMilliseconds: pause)
                let acknowledged = said.filter { $0[0] == "import" }.compactMap { Int($0[1]) }.max() ?? 0
                let kept = try await TestDatabase.open(location) { try await $0.count("terugmeldingen") }
                #expect(kept >= acknowledged)
            }
            _ = try HouseProbe(["terugmeldingen", file.path], at: location).toTheEnd()

            try await TestDatabase.open(location) { db in
                #expect(try await db.count("terugmeldingen") == signals.count)
                #expect(try await db.count("journal", where: "kind = 'signaal_uitslag'") == signals.count)
                #expect(try await db.count("taken", where: "stap = 'signaal_uitslag'") == signals.count / 2)
                let house = try await TestHouse(db)
                #expect(try await house.flaws() == [])
            }
        }
    }

    /// The half of the signals ask a person to weigh them, of the other half the result is only kept.
    private func delivery(of signals: [String]) throws -> String {
        let policy = try ShippedContent.shared.get().recht.signalPolicy.consequences
        let phrases = try [SignalConsequence.bekijken, .vastleggen].map { wanted in
            try #require(EarlyWarningResult.allCases.first { policy[$0.rawValue] == wanted }?.phrase)
        }
        let day = Zonnedorp.begin
        let cases = signals.enumerated().map { place, signal in
            "{\"resultaat\": \"\(phrases[place % 2])\", \"vroegsignalen\": [{\"ID\": \"\(signal)\"}]}"
        }
        return """
            {"aanleverdatumEnTijd": "\(day)T09:00:00", "leveringen": [
              {"gemeentecode": "9999", "vroegsignaalzaken": [\(cases.joined(separator: ","))]}]}
            """
    }

    @Test(arguments: TestDatabase.shared)
    func `a signal to many zaken that is killed on its way reaches each of them once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            let count = 450
            try await TestDatabase.open(location) { db in
                let house = try await TestHouse.luisterend(db)
                let zaken = try await house.luisteraars(count + 1)
                try await house.doe("roepen", of: zaken[count / 2])
            }
            var random = SeededRandom(seed: 4)
            for _ in 0..<KillTests.kills {
                let probe = try HouseProbe(["signaal"], at: location)
                _ = probe.kill(afterLines: 1, andMilliseconds: Int.random(in: 0...250, using: &random))
            }
            _ = try HouseProbe(["signaal"], at: location).toTheEnd()

            try await TestDatabase.open(location) { db in
                let house = try await TestHouse.luisterend(db)
                #expect(try await db.count("journal", where: "kind = 'processignaal_ontvangen'") == count)
                #expect(try await db.count("taken", where: "stap = 'gehoord'") == count)
                #expect(try await db.count("jobs", where: "kind = 'processignaal'") == 0)
                #expect(try await house.flaws() == [])
            }
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `messages to many zaken that are killed on their way reach each once, or wait`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            let count = 120
            try await TestDatabase.open(location) { db in
                let house = try await TestHouse.corresponderend(db)
                for number in 0..<count {
                    let dossier: JSON = .string("D\(number)")
                    if number % 3 > 0 { _ = try await house.wachtende("D\(number)", 1_000 + number) }
                    _ = try await house.zaak("zenden", 2_000 + number, ["voor": dossier])
                }
            }
            var random = SeededRandom(seed: 5)
            for round in 0..<KillTests.kills {
                let probe = try HouseProbe(["berichten"], at: location)
                _ = probe.kill(
                    afterLines: 2 + round % 5, andMilliseconds: Int.random(in: 0...150, using: &random))
            }
            _ = try HouseProbe(["berichten"], at: location).toTheEnd()

            try await TestDatabase.open(location) { db in
                let house = try await TestHouse.corresponderend(db)
                #expect(try await db.count("journal", where: "kind = 'bericht_ontvangen'") == count / 3 * 2)
                #expect(try await db.count("taken", where: "stap = 'gehoord'") == count / 3 * 2)
                #expect(try await db.count("procesberichten") == count / 3)
                #expect(try await db.count("jobs", where: "kind = 'procesbericht'") == count / 3)
                #expect(try await house.flaws() == [])
            }
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `a burst of completed taken that is killed loses none that was acknowledged and does none twice`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            let kills = KillTests.kills
            let people = (1...(kills * 6)).map(Debiteur.nummer)
            try await TestDatabase.open(location) { try await TestHouse($0).callsWait(for: people) }
            var random = SeededRandom(seed: 2)
            var acknowledged: Set<String> = []
            for _ in 0..<kills {
                let probe = try HouseProbe(["taken"], at: location)
                let said = probe.kill(afterLines: 3, andMilliseconds: Int.random(in: 0...60, using: &random))
                acknowledged.formUnion(said.filter { $0[0] == "taak" }.map { String($0[1]) })
                let kept = try await TestDatabase.open(location) { try await $0.done() }
                #expect(kept.isSuperset(of: acknowledged))
            }
            _ = try HouseProbe(["taken"], at: location).toTheEnd()

            try await TestDatabase.open(location) { db in
                let house = try await TestHouse(db)
                #expect(try await db.done().count == people.count)
                #expect(try await db.count("journal", where: "kind = 'taak_afgerond'") == people.count)
                #expect(try await db.count("jobs", where: "kind = 'timer'") == people.count)
                #expect(try await house.flaws() == [])
            }
        }
    }
}

extension TestHouse {
    /// All are reminded twice and wait for a call.
    fileprivate func callsWait(for people: [Debiteur]) async throws {
        try await act { act in
            for person in people {
                _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: Post.huur(person).item).run(in: act)
            }
        }
        try await settle()
        try await move(days: 29)
    }
}

extension Database {
    fileprivate func count(_ table: String, where condition: String = "1 = 1") async throws -> Int {
        let query: Query =
            switch (table, condition) {
            case ("vorderingen", _): "SELECT count(*) AS aantal FROM vorderingen"
            case ("zaken", _): "SELECT count(*) AS aantal FROM zaken"
            case ("partijen", _): "SELECT count(*) AS aantal FROM partijen"
            case ("jobs", "1 = 1"): "SELECT count(*) AS aantal FROM jobs"
            case ("terugmeldingen", _): "SELECT count(*) AS aantal FROM terugmeldingen"
            case ("journal", "kind = 'processignaal_ontvangen'"):
                """
                SELECT count(DISTINCT subject_id) AS aantal FROM journal WHERE kind = 'processignaal_ontvangen'
                HAVING count(*) = count(DISTINCT subject_id)
                """
            case ("taken", "stap = 'gehoord'"): "SELECT count(*) AS aantal FROM taken WHERE stap = 'gehoord'"
            case ("jobs", "kind = 'processignaal'"):
                "SELECT count(*) AS aantal FROM jobs WHERE kind = 'processignaal'"
            case ("taken", _): "SELECT count(*) AS aantal FROM taken WHERE stap = 'signaal_uitslag'"
            case ("journal", "kind = 'signaal_uitslag'"):
                "SELECT count(*) AS aantal FROM journal WHERE kind = 'signaal_uitslag'"
            case ("journal", "kind = 'bericht_ontvangen'"):
                """
                SELECT count(DISTINCT subject_id) AS aantal FROM journal WHERE kind = 'bericht_ontvangen'
                HAVING count(*) = count(DISTINCT subject_id)
                """
            case ("procesberichten", _): "SELECT count(*) AS aantal FROM procesberichten"
            case ("jobs", "kind = 'procesbericht'"):
                "SELECT count(*) AS aantal FROM jobs WHERE kind = 'procesbericht'"
            case ("jobs", _): "SELECT count(*) AS aantal FROM jobs WHERE kind = 'timer'"
            default: "SELECT count(*) AS aantal FROM journal WHERE kind = 'taak_afgerond'"
            }
        return try await read { try $0.first(query)?["aantal"] ?? 0 }
    }

    fileprivate func done() async throws -> Set<String> {
        try await read { tx in
            Set(try tx.rows("SELECT id FROM taken WHERE staat = 'afgerond'").map { try $0["id"] as String })
        }
    }
}

/// Another process that works in a house.
private struct HouseProbe {
    private let process = Process()
    private let output = Pipe()

    init(_ words: [String], at location: DatabaseLocation) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "HouseProbe")
        process.arguments = [location.text] + words
        process.standardOutput = output
        try process.run()
    }

    /// Reads so many lines, waits a moment that nobody can foresee, and kills; all whole lines that were said.
    func kill(afterLines lines: Int, andMilliseconds pause: Int) -> [[Substring]] {
        var text = ""
        while text.count(where: \.isNewline) < lines {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        usleep(UInt32(pause) * 1_000)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return HouseProbe.lines(of: text)
    }

    func toTheEnd() -> [[Substring]] {
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return HouseProbe.lines(of: String(decoding: data, as: UTF8.self))
    }

    private static func lines(of text: String) -> [[Substring]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0.split(separator: " ") }
            .filter { $0.count == 2 }
    }
}

extension DatabaseLocation {
    /// The location as an argument of a program.
    fileprivate var text: String {
        switch self {
        case .memory: ":memory:"
        case .sqlite(let path): path
        case .postgres(let url, _): url
        }
    }
}
