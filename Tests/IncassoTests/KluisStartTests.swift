import Foundation
import Testing

@testable import Incasso

@Suite("The key of the vault, as a house starts")
struct KluisStartTests {
    private let given = "een sleutel van tweeëndertig tekens of meer"

    /// A folder of its own, gone afterwards.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kluis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appending(path: "kluis.key").path)
    }

    @Test func `made once beside the data, for its owner alone, and the same at the next start`() throws {
        try inFolder { path in
            let kept = try Kluis.starting(given: nil, at: path, isShared: false).seal("geheim", for: "gemeente:0599")
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode?.int16Value == 0o600)
            let again = try Kluis.starting(given: nil, at: path, isShared: false)
            #expect(again.open(kept, for: "gemeente:0599") == "geheim")
        }
    }

    @Test func `no two houses make the same key`() throws {
        try inFolder { one in
            let kept = try Kluis.starting(given: nil, at: one, isShared: false).seal("geheim", for: "doel")
            try inFolder { other in
                let second = try Kluis.starting(given: nil, at: other, isShared: false)
                #expect(second.open(kept, for: "doel") == nil)
            }
        }
    }

    @Test func `a key of the settings goes before the file, and none is made`() throws {
        try inFolder { path in
            let kluis = try Kluis.starting(given: given, at: path, isShared: true)
            #expect(try Kluis(given)?.open(kluis.seal("geheim", for: "doel"), for: "doel") == "geheim")
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(throws: KluisFault.keyTooShort) {
                try Kluis.starting(given: "te kort", at: path, isShared: false)
            }
        }
    }

    @Test func `nodes that share a database make no key of their own; a copied one is used`() throws {
        try inFolder { path in
            #expect(throws: KluisFault.keyMissing(path)) { try Kluis.starting(given: nil, at: path, isShared: true) }
            #expect(!FileManager.default.fileExists(atPath: path))
            let first = try Kluis.starting(given: nil, at: path, isShared: false).seal("geheim", for: "doel")
            #expect(try Kluis.starting(given: nil, at: path, isShared: true).open(first, for: "doel") == "geheim")
        }
    }

    @Test func `a key that was cut short stops the start, and is left as it is`() throws {
        try inFolder { path in
            try Data("half".utf8).write(to: URL(filePath: path))
            #expect(throws: KluisFault.notReadable(path)) {
                try Kluis.starting(given: nil, at: path, isShared: false)
            }
            #expect(FileManager.default.contents(atPath: path) == Data("half".utf8))
        }
    }

    @Test func `a folder that is not there is told, not passed over`() {
        let path = "/nergens/\(UUID().uuidString)/kluis.key"
        #expect(throws: KluisFault.notWritable(path)) { try Kluis.starting(given: nil, at: path, isShared: false) }
    }
}
