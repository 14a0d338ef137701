import Basics
import Foundation
import Subprocess
import Testing

@testable import Kanalen

@Suite("A ZIP")
struct ZipTests {
    private static let entries = [
        ZipFile.Entry(name: "inventaris.pdf", bytes: Array("%PDF-".utf8)),
        ZipFile.Entry(name: "brieven/01-één.txt", bytes: Array("Beste Noor".utf8)),
        ZipFile.Entry(name: "leeg.txt", bytes: []),
        ZipFile.Entry(name: "groot.bin", bytes: (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ]

    @Test func `the same files give the same bytes, and begin as a ZIP`() throws {
        let (one, two) = try (make(), make())
        #expect(one == two)
        #expect(one.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    }

    @Test func `another program reads it back as it was`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
        try Data(try make()).write(to: file)
        defer { unlink(file.path()) }
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            print("|".join(f"{n}:{len(z.read(n))}" for n in z.namelist()))
            """
        let read = try await run(
            .name("env"), arguments: ["/usr/bin/python3", "-c", script, file.path()], output: .string(limit: 1 << 12))
        #expect(
            read.standardOutput.trimmingCharacters(in: .newlines)
                == "inventaris.pdf:5|brieven/01-één.txt:10|leeg.txt:0|groot.bin:300000")
    }

    private func make() throws -> [UInt8] {
        try ZipFile(ZipTests.entries, at: Moment(milliseconds: 86_400_000)).bytes()
    }
}
