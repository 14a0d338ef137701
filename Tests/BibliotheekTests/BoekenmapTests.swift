import Basics
import Bibliotheek
import Database
import Foundation
import Jobs
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("A watched folder")
struct BoekenmapTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "map-\(UUID().uuidString)").path

    private func put(_ name: String, _ text: String) throws {
        let path = folder + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let long = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: path)
    }

    @Test(arguments: TestDatabase.all)
    func `files come in as they are, change into versions, and what cannot be read is said and stays`(
        on kind: TestDatabase
    ) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await kind.with { db in
            let house = try await TestHouse(db)
            let map = Boekenmap(folder: folder)
            func look() async throws -> [String: Int] {
                try await map.look(in: house.office, at: house.clock.now)
                return try await db.read { tx in
                    Dictionary(uniqueKeysWithValues: try tx.bronnen.newest().map { ($0.bron.naam, $0.nummer) })
                }
            }
            try put("uitstel.md", "# Uitstel\n\n## 1 Duur\n\nHooguit 14 dagen.\n")
            try put("post/brief.html", "<h1>Brief</h1><p>Stuur hem per post.</p>")
            try put("kapot.pdf", "geen pdf")
            try put("oud.xls", "kan de bibliotheek niet lezen")
            #expect(try await look() == ["uitstel.md": 1, "post/brief.html": 1])
            #expect(try await db.read { try $0.bronnen.geweigerd().map(\.reden) } == [.otherForm])
            #expect(FileManager.default.fileExists(atPath: folder + "/kapot.pdf"))

            #expect(try await look() == ["uitstel.md": 1, "post/brief.html": 1])
            try put("uitstel.md", "# Uitstel\n\n## 1 Duur\n\nHooguit 21 dagen.\n")
            try FileManager.default.removeItem(atPath: folder + "/kapot.pdf")
            #expect(try await look() == ["uitstel.md": 2, "post/brief.html": 1])
            #expect(try await db.read { try $0.bronnen.geweigerd() }.isEmpty)
        }
    }

    @Test func `a file that is still being written waits`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            try put("a.md", "# A\n\nEen regel.\n")
            let fresh = Date(timeIntervalSince1970: Double(house.clock.now.milliseconds) / 1_000)
            try FileManager.default.setAttributes([.modificationDate: fresh], ofItemAtPath: folder + "/a.md")

            try await Boekenmap(folder: folder).look(in: house.office, at: house.clock.now)
            #expect(try await db.read { try $0.bronnen.newest() }.isEmpty)
        }
    }

    @Test func `a look orders the next, and without a folder none is planned`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let now = house.clock.now
            try await db.write { try Boekenmap.order(at: now, every: 5, $0) }
            #expect(try await db.read { try $0.jobs.find(key: Boekenmap.clockKind)?.due } == now.adding(minutes: 5))
            try await db.write { try Boekenmap.cancel($0) }
            #expect(try await db.read { try $0.jobs.nextDue() } == nil)
        }
    }
}
