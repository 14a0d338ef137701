import Foundation
import Procesbot
import Testing

@testable import Bibliotheek

@Suite("Lists of test questions that ship")
struct TestvragenTests {
    @Test func `a list is told apart by its name and by whether it is asked from inside a zaak`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "testvragen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lists = [
            "testvragen": "- id: A1\n  vraag: Mag dat?\n",
            "testvragen-vers": "- id: B1\n  vraag: Mag dit?\n",
            "testvragen-in-zaak": "- id: C1\n  vraag: Wat nu?\n  feiten: {zaak: {stap: [Belronde]}}\n",
            "testvragen-in-zaak-vers": "- id: D1\n  vraag: Wat nu?\n  feiten: {zaak: {stap: Belronde}}\n",
        ]
        for (name, text) in lists {
            try text.write(to: folder.appending(path: name + ".yaml"), atomically: true, encoding: .utf8)
        }

        let read = try Testvragen(folder: folder.path)

        #expect(read.afgesteld.map { Vragenlijst($0, isHeldOut: false) } == [.zaak, .afgesteld])
        #expect(read.vers.map { Vragenlijst($0, isHeldOut: true) } == [.zaakVers, .vers])
        #expect(read.vers.first?.steps == ["Belronde"])
    }
}
