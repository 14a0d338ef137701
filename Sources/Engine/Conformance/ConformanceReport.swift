public import Basics
import Bpmn

/// How many cases of an execution suite leave the trace that they must, and which do not.
public struct ConformanceReport: Sendable {
    public struct Failure: Sendable {
        /// The model with the number of the case.
        public let name: String
        public let expected: [String]
        public let actual: [String]
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
                failed.append(Failure(name: one.name, expected: one.trace, actual: actual.trace))
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
                    ]
                }),
        ]
    }

    private static func run(_ one: ConformanceCase, _ model: (String) throws -> [UInt8]) -> (
        trace: [String], isParallel: Bool
    ) {
        let options = CompileOptions(scripts: .services, plainTasks: .pass)
        let bytes: [UInt8]
        do { bytes = try model(one.model) } catch { return (["cannot be read"], false) }
        do {
            let read = try BpmnReading(bytes)
            let compiled = ProcessDefinition.compileAll(read.definitions, options: options)
            let faults = compiled.diagnostics.filter { $0.severity == .error }
            if !faults.isEmpty { return (["refused at import"], false) }
            let first = one.process ?? read.definitions.processes.first?.id.text ?? ""
            var run = ConformanceRun(one, library: ProcessLibrary(compiled.definitions), process: first)
            try run.run()
            return (run.trace, compiled.definitions.count > 1 || compiled.definitions.contains(where: \.isParallel))
        } catch {
            return (["refused at import"], false)
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
        nodes.contains { node in
            switch node.kind {
            case .parallelGateway, .inclusiveGateway, .complexGateway, .subProcess(_, .adHoc): true
            case .boundary(_, _, let isInterrupting): !isInterrupting || node.catching?.triggers.count != 1
            case .start(let catching, let isInterrupting): !catching.isNone && !isInterrupting
            case .exclusiveGateway, .eventGateway: false
            case .end, .catching, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
                .emptyTask, .subProcess, .callActivity:
                node.outgoing.count > 1 || (node.loop.map { !$0.isSequential || !$0.events.isEmpty } ?? false)
            }
        }
    }
}
