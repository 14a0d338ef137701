import Basics
import Engine
import Foundation
import Testing

/// The execution suite of the corpora, where it lies beside the project.
@Suite struct ConformanceTests {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["ONTKNOOP_CORPORA"] { return URL(filePath: path) }
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appending(path: "../shared/corpora").standardizedFileURL
    }()
    static let suite = folder.appending(path: "bpmn-execution")
    static let isThere = FileManager.default.fileExists(atPath: suite.appending(path: "cases.json").path())

    @Test(.enabled(if: isThere, "the execution suite is not beside the project"))
    func `the execution suite leaves the traces that it must`() throws {
        let cases = try JSON(parsing: try Data(contentsOf: Self.suite.appending(path: "cases.json")))
        let report = ConformanceReport(cases: cases) { path in
            Array(try Data(contentsOf: Self.suite.appending(path: path)))
        }
        for failure in report.unexplained {
            Issue.record("\(failure.name): expected \(failure.expected), left \(failure.actual)")
        }
        #expect(report.total >= 91)
    }

    @Test func `a model that cannot be read is no model that is refused`() {
        let cases: JSON = [["model": "a.bpmn", "cases": [["trace": ["refused at import"]]]]]
        let report = ConformanceReport(cases: cases) { _ in throw CocoaError(.fileNoSuchFile) }

        #expect(report.unexplained.map(\.actual) == [["cannot be read"]])
    }
}
