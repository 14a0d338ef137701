import Basics
import Dmn
import Feel
import Foundation
import Testing

/// The cases that lie outside the repository.
enum Corpus {
    static let dmn: URL? = {
        let environment = ProcessInfo.processInfo.environment["ONTKNOOP_CORPORA"]
        let root =
            environment.map { URL(filePath: $0) }
            ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/corpora")
        let folder = root.appending(path: "dmn-tck")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func folders() throws -> [URL] {
        let levels = try Corpus.dmn.map {
            try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
        }
        return try (levels ?? []).filter(\.hasDirectoryPath)
            .flatMap { try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) }
            .filter(\.hasDirectoryPath).sorted { $0.path < $1.path }
    }

    static func files(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }.map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
    }
}

@Suite("Technology Compatibility Kit") struct TckTests {
    @Test(.enabled(if: Corpus.dmn != nil, "the corpus dmn-tck is not there"))
    func `all cases pass but those that need Java`() throws {
        var run = TckRun(now: FeelNow(Moment(milliseconds: 1_700_000_000_000)))
        for folder in try Corpus.folders() {
            run.add(folder: folder.lastPathComponent, files: try Corpus.files(in: folder))
        }
        if let path = ProcessInfo.processInfo.environment["TCK_REPORT"] {
            let lines = run.failures.map { $0.name + "\t" + $0.reason.replacing("\n", with: " ") }
            try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }

        #expect(run.total > 2_800)
        #expect(run.unexplained == [])
    }
}

extension TckTests {
    @Test func `a test file that cannot be read counts as one that fails`() {
        let run = TckRun(files: [("cl3/0001/broken-test.xml", Array("<testCases><testCase".utf8))], now: .unset)

        #expect(run.total == 1)
        #expect(run.unexplained.map(\.name) == ["0001/broken-test.xml"])
    }

    @Test(arguments: [nil, "<definitions"])
    func `a test fails when its model is not there or cannot be read`(_ model: String?) {
        let test = """
            <testCases><modelName>a.dmn</modelName>
            <testCase id="1"><resultNode name="x"><expected/></resultNode></testCase></testCases>
            """
        let files = [("cl3/0001/a-test.xml", test), ("cl3/0001/a.dmn", model ?? ""), ("cl3/0001/b.dmn", "")]
        let run = TckRun(files: files.map { (path: $0.0, bytes: Array($0.1.utf8)) }, now: .unset)

        #expect(run.unexplained.map(\.reason) == ["there is no model that can be read"])
    }

    @Test func `a test file without cases counts as one that fails`() {
        let run = TckRun(files: [("cl3/0001/empty-test.xml", Array("<testCases/>".utf8))], now: .unset)

        #expect(run.unexplained.map(\.reason) == ["holds no test cases"])
    }
}
