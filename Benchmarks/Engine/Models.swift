import Basics
import Bpmn
import Dmn
import Engine
import Feel

/// The models that SpiffWorkflow runs as well.
struct Models {
    private static let facts: [String: JSON] = ["amount": 320, "kind": "owner", "days": 40]
    private static let now = Moment(milliseconds: 1_750_000_000_000)

    /// Those to run; all when none is named.
    let only: Set<String>

    func run() throws {
        try measure("row", 20_000)
        try measure("loop", 3_000, ["n": 0])
        try measure("split", 20_000)
        try measure("call", 20_000, Models.facts)
        for rounds in [100, 300, 1_000, 10_000] { try measure("rounds\(rounds)", 400_000 / rounds) }
        try measureTable(100_000)
    }

    private func measure(_ name: String, _ count: Int, _ variables: [String: JSON] = [:]) throws {
        guard only.isEmpty || only.contains(name) else { return }
        let library = try library(name)
        for _ in 0..<max(1, count / 10) { try once(name, variables, library) }
        let took = try seconds { for _ in 0..<count { try once(name, variables, library) } }
        print("\(name)\t\(Int(took / Double(count) * 1e9))")
    }

    private func library(_ name: String) throws -> ProcessLibrary {
        let files = name == "call" ? [name, "inner"] : [name]
        let definitions = try files.flatMap {
            ProcessDefinition.compileAll(try BpmnReading(bytes("Benchmarks/models/\($0).bpmn")).definitions).definitions
        }
        return ProcessLibrary(definitions, decide: try decisions(in: Models.file))
    }

    private static let file = "Benchmarks/models/table.dmn"

    /// From start to end, every taak completed as soon as it is offered.
    private func once(_ name: String, _ variables: [String: JSON], _ library: ProcessLibrary) throws {
        var instance = ProcessInstance(of: DefinitionKey(name))
        var events: [Event] = []
        var place = 0
        try instance.perform(.start(variables: variables), in: library, at: Models.now, into: &events)
        while place < events.count {
            if case .taskOffered(let offer) = events[place] {
                try instance.perform(
                    .completeTask(offer.element, variables: [:]), in: library, at: Models.now, into: &events)
            }
            place += 1
        }
        guard instance.status == .ended(.completed) else { throw BenchmarkFault.notEnded(name) }
    }

    private func measureTable(_ count: Int) throws {
        guard only.isEmpty || only.contains("table") else { return }
        let table = try decisionProgram(in: Models.file)
        let facts = DmnFacts(Models.facts.mapValues { FeelValue($0) })
        guard table.decide("step", given: facts)?.value == 25 else { throw BenchmarkFault.unreadable("step") }
        let took = seconds { for _ in 0..<count { _ = table.decide("step", given: facts) } }
        print("table\t\(Int(took / Double(count) * 1e9))")
    }
}

/// The decisions of a file, as processes ask them.
func decisions(in path: String) throws -> ProcessLibrary.Decide {
    let table = try decisionProgram(in: path)
    return { decision, facts in
        guard let result = table.decide(decision, given: DmnFacts(json: facts)) else {
            return .failed("no decision \(decision)")
        }
        return .value(result.value.json)
    }
}

func decisionProgram(in path: String) throws -> DmnProgram {
    var flaws: [Diagnostic] = []
    guard let file = DmnFile(try bytes(path), diagnostics: &flaws) else { throw BenchmarkFault.unreadable(path) }
    return DmnProgram(file.model)
}

/// Why a benchmark cannot be trusted.
enum BenchmarkFault: Error {
    case unreadable(String)
    case notEnded(String)
    /// So many instances met something that the benchmark does not know; the first of it.
    case stuck(Int, String)
}
