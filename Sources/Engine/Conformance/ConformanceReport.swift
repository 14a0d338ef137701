public import Basics
import Bpmn
import Xml

/// How many cases of an execution suite leave the trace that they must, and which do not.
public struct ConformanceReport: Sendable {
    public struct Failure: Sendable {
        /// The model with the number of the case.
        public let name: String
        public let expected: [String]
        public let actual: [String]
        /// Why the model was refused, where it was.
        public let refusal: [Diagnostic]
    }

    public private(set) var total = 0
    public private(set) var failed: [Failure] = []
    public var passed: Int { total - failed.count }

    /// Runs all cases of a `cases.json`; the models are read through the closure by their path beside it.
    public init(cases: JSON, model: (String) throws -> [UInt8]) {
        for one in ConformanceCase.all(in: cases) {
            total += 1
            let actual = ConformanceReport.run(one, model)
            if !one.accepts(actual.trace, inAnyOrder: actual.isParallel) {
                failed.append(
                    Failure(name: one.name, expected: one.trace, actual: actual.trace, refusal: actual.refusal))
            }
        }
    }

    /// `{"total":…, "passed":…, "failed":[…]}`.
    public var json: JSON {
        [
            "total": JSON(total), "passed": JSON(passed),
            "failed": .array(
                failed.map { failure in
                    [
                        "case": .string(failure.name), "expected": .array(failure.expected.map { .string($0) }),
                        "actual": .array(failure.actual.map { .string($0) }),
                        "explanation": failure.explanation.map { .string($0) } ?? .null,
                        "refusal": .array(failure.refusal.map { .string("\($0)") }),
                    ]
                }),
        ]
    }

    private static func run(_ one: ConformanceCase, _ model: (String) throws -> [UInt8]) -> Result {
        let bytes: [UInt8]
        do { bytes = try model(one.model) } catch { return Result(trace: ["cannot be read"]) }
        do {
            return try run(one, BpmnReading(bytes))
        } catch let fault as XmlFault {
            return .refused([fault.diagnostic])
        } catch {
            return Result(trace: ["cannot begin: \(error)"])
        }
    }

    /// Imports as any file is imported: an error that reading, checking or compiling finds is a refusal.
    private static func run(_ one: ConformanceCase, _ reading: BpmnReading) throws -> Result {
        let options = CompileOptions(scripts: .services, plainTasks: .pass)
        let compiled = ProcessDefinition.compileAll(reading.definitions, options: options)
        let faults = (reading.check() + compiled.diagnostics).filter { $0.severity == .error }
        guard faults.isEmpty else { return .refused(faults) }
        var run = ConformanceRun(one, library: ProcessLibrary(compiled.definitions), of: reading.definitions)
        try run.run()
        let isParallel = compiled.definitions.count > 1 || compiled.definitions.contains(where: \.isParallel)
        return Result(trace: run.trace, isParallel: isParallel)
    }

    /// What became of a case.
    private struct Result {
        let trace: [String]
        var isParallel = false
        var refusal: [Diagnostic] = []

        static func refused(_ faults: [Diagnostic]) -> Result {
            Result(trace: ["refused at import"], refusal: faults)
        }
    }
}

extension ConformanceCase {
    /// Order counts only where the model orders it; a refusal at import is an error told as early as can be.
    fileprivate func accepts(_ actual: [String], inAnyOrder: Bool) -> Bool {
        if actual == trace || (actual == ["refused at import"] && trace == ["error"]) { return true }
        return inAnyOrder && actual.sorted() == trace.sorted()
    }
}

extension ProcessDefinition {
    /// Whether anything in it may happen beside something else.
    fileprivate var isParallel: Bool {
        graph.scopes.contains { $0.starts.count > 1 }
            || nodes.contains { node in
                switch node.kind {
                case .parallelGateway, .inclusiveGateway, .complexGateway, .subProcess(_, .adHoc): true
                case .boundary(_, _, let isInterrupting): !isInterrupting || node.catching?.triggers.count != 1
                case .start(let catching, let isInterrupting):
                    node.outgoing.count > 1 || (!catching.isNone && !isInterrupting)
                case .exclusiveGateway, .eventGateway: false
                case .end, .catching, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask,
                    .receiveTask,
                    .emptyTask, .subProcess, .callActivity:
                    node.outgoing.count > 1 || (node.loop.map { !$0.isSequential || !$0.events.isEmpty } ?? false)
                }
            }
    }
}
