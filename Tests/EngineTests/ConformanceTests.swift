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

    /// Cases that are known to differ, each with its reason in docs/conformance.md.
    static let known: Set<String> = [
        "activities/AdHocSubProcess_Parallel.bpmn, case 1", "activities/MultiInstance_ComplexBehavior.bpmn, case 1",
        "activities/SubProcess.bpmn, case 1",
        "events/Conditional_StartEvent_EventSubProcess_NonInterrupting.bpmn, case 1 (input a)",
    ]

    @Test(.enabled(if: isThere, "the execution suite is not beside the project"))
    func `the execution suite leaves the traces that it must`() throws {
        let cases = try JSON(parsing: try Data(contentsOf: Self.suite.appending(path: "cases.json")))
        let report = ConformanceReport(cases: cases) { path in
            Array(try Data(contentsOf: Self.suite.appending(path: path)))
        }
        for failure in report.failed where !Self.known.contains(failure.name) {
            Issue.record("\(failure.name): expected \(failure.expected), left \(failure.actual)")
        }
        #expect(report.total >= 91)
    }
}
