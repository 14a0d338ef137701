import Basics
import Database
import Exchange
import Foundation
import Incasso
import TestHouse
import Zaken

/// Works in the house of a database until it is killed, and prints what was acknowledged; tests see that none of that is lost.
///
/// `import N` takes in open items of N debtors, `terugmeldingen FILE` what a municipality reports, `taken` does every taak that
/// waits, `signaal` what jobs there are where zaken listen to each other, `berichten` those of
/// messages after someone did every taak that sends one.
@main
enum HouseProbe {
    static func main() async throws {
        let words = CommandLine.arguments
        let database = try await Database.open(DatabaseLocation(words[1]))
        if words[2] == "signaal" { return try await listen(on: database) }
        if words[2] == "berichten" { return try await correspond(on: database) }
        let house = try await TestHouse(database, at: Moment(Zonnedorp.begin, hour: 9))
        say("ready 0")
        switch words[2] {
        case "import": try await takeIn(Int(words[3]) ?? 0, house)
        case "terugmeldingen": try await takeReports(words[3], house)
        default: try await doAll(house)
        }
        await database.close()
    }

    private static func takeIn(_ count: Int, _ house: TestHouse) async throws {
        let text = postenbestand((1...count).map { Post.huur(.nummer($0)).line })
        _ = try await Postenimport(office: house.office, schuldeiser: Zonnedorp.code)
            .run(ImportFile(text), named: "posten.csv", by: "probe") { report in
                say("import \(report.gelezen)")
            }
    }

    private static func takeReports(_ path: String, _ house: TestHouse) async throws {
        _ = try await Terugmeldimport(office: house.office)
            .run(ImportFile(at: URL(filePath: path)), named: "gemeente.json", by: "probe") { report in
                say("import \(report.gelezen)")
            }
    }

    private static func doAll(_ house: TestHouse) async throws {
        let taken = try await house.read { tx in
            try Werkvoorraad(van: .groepen(["incasso"])).lines(in: tx, limit: 10_000).map(\.taak.id)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (worker, mine) in taken.enumerated().map({ ($0.offset % 4, $0.element) }).grouped {
                group.addTask {
                    for taak in mine {
                        try await house.act {
                            try Taak.Completion(
                                taak: taak, invoer: Antwoord.nietBereikt, door: .init("m\(worker)"), als: .onbegrensd
                            )
                            .run(in: $0)
                        }
                        say("taak \(taak.text)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func listen(on database: Database) async throws {
        let house = try await TestHouse.luisterend(database)
        say("ready 0")
        try await house.settle()
        await database.close()
    }

    private static func correspond(on database: Database) async throws {
        let house = try await TestHouse.corresponderend(database)
        say("ready 0")
        let senders: [Identifier<Zaak>] = try await house.read { tx in
            try tx.rows("SELECT zaak_id FROM taken WHERE stap = 'sturen' AND staat = 'open' ORDER BY id").map {
                try $0["zaak_id"]
            }
        }
        for (place, sender) in senders.enumerated() {
            try await house.doe("sturen", of: sender)
            say("gestuurd \(place)")
            if place % 20 == 0 { try await house.settle() }
        }
        // What a run that was killed planned, by a clock that had gone further.
        try await house.move(to: house.clock.now.adding(minutes: 120))
        await database.close()
    }

    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}

extension [(Int, Identifier<Taak>)] {
    fileprivate var grouped: [Int: [Identifier<Taak>]] {
        reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }
}
