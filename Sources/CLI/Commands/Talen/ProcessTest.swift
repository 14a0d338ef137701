import ArgumentParser
import Basics
import Engine
import Zaken

/// Runs the example cases beside processes, and tells where one went otherwise.
struct ProcessTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the scenarios beside the processes; fails when one goes otherwise.",
        discussion: "Without files: all that ship. A .bpmn file takes the place of the process of that name, "
            + "a .yaml file holds the scenarios to run. See docs/scenarios.md.")

    @Argument(help: "Files: .bpmn processes and .yaml scenarios.") var files: [String] = []
    @OptionGroup var options: HouseOptions
    @Flag(help: "Answer as JSON, on one line.") var json = false

    func run() async throws {
        let house = try HouseContent.read(try await Settings.read(options).content)
        if let other = files.first(where: { !$0.hasSuffix(".bpmn") && !$0.hasSuffix(".yaml") }) {
            throw ValidationError("\(other) is neither a .bpmn process nor a .yaml file with scenarios.")
        }
        let test = try house.scenarioTest(with: try deployments.map(\.process))
        let given = try texts(ending: ".yaml").flatMap {
            try Scenariobestand(yaml: $0, zaaktypen: house.zaaktypenByCode).scenarios
        }
        let scenarios = given.isEmpty ? try house.scenarios() : given
        try requireCases(scenarios)
        let results = scenarios.map(test.run)
        if json { show(report(results), asJSON: true) } else { results.forEach(tell) }
        if results.contains(where: { !$0.passed }) { throw ExitCode.failure }
    }

    private var deployments: [(file: String, process: Deployment)] {
        get throws {
            try files.filter { $0.hasSuffix(".bpmn") }.flatMap { file in
                try Deployment.all(bron: String(decoding: try bytes(of: file), as: UTF8.self)).map { (file, $0) }
            }
        }
    }

    /// A process that was given and that no scenario is about was not tested: green would say too much. What a process that is tested
    /// calls goes along with it.
    private func requireCases(_ scenarios: [Scenario]) throws {
        let called = try deployments.flatMap { try $0.process.definition().calledNames }
        let covered = Set(scenarios.map(\.process) + called)
        for (file, process) in try deployments where !covered.contains(process.proces) {
            throw ValidationError(
                "\(file): no scenario is about the process “\(process.proces)”, so nothing of it was tested. Give a .yaml "
                    + "file with scenarios too (docs/scenarios.md), or look at its flow with ontknoop process check.")
        }
    }

    private func texts(ending suffix: String) throws -> [String] {
        try files.filter { $0.hasSuffix(suffix) }.map { String(decoding: try bytes(of: $0), as: UTF8.self) }
    }

    private func tell(_ result: Scenario.Result) {
        print("\(result.passed ? "green" : "RED  ")  \(result.name)")
        for problem in result.told { print("         \(problem)") }
        if !result.passed { print("         it went: \(result.path.map(result.called).joined(separator: " → "))") }
    }

    private func report(_ results: [Scenario.Result]) -> JSON {
        [
            "total": JSON(results.count), "passed": JSON(results.count { $0.passed }),
            "failed": .array(
                results.filter { !$0.passed }.map { result in
                    [
                        "scenario": .string(result.name), "path": .array(result.path.map { .string($0) }),
                        "problems": .array(result.told.map { .string($0) }),
                    ]
                }),
        ]
    }
}
