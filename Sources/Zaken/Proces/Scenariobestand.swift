import Basics
public import Engine
import Yams

/// Example cases beside a process, as they stand in one YAML file (`docs/scenarios.md`).
public struct Scenariobestand: Sendable {
    public let scenarios: [Scenario]

    /// Reads a single scenario, or several that share what stands above them; a zaaktype lends its variables.
    public init(yaml: String, zaaktypen: [String: Zaaktype] = [:]) throws {
        let file = try YAMLDecoder().decode(JSON.self, from: yaml)
        scenarios = try Scenariobestand.cases(in: file, zaaktypen).map { one in try Scenario(one) }
    }

    init(scenarios: [Scenario]) { self.scenarios = scenarios }

    /// The single cases, each with what its file says for all.
    static func cases(in file: JSON, _ zaaktypen: [String: Zaaktype]) -> [JSON] {
        guard let list = file["scenarios"].elements else { return [file] }
        let variables = file["zaaktype"].text.flatMap { zaaktypen[$0]?.variabelen } ?? [:]
        return list.map { $0.inheriting(from: file, variables) }
    }

    /// Those of a process, or of any that it may call.
    public func scenarios(of process: String) -> [Scenario] { scenarios.filter { $0.process == process } }
}

extension JSON {
    /// A scenario with what its file says for all; its own facts go before those.
    fileprivate func inheriting(from file: JSON, _ variables: [String: JSON]) -> JSON {
        var one = self
        for key in ["process", "begin", "message", "start"] where one[key].isNull { one[key] = file[key] }
        for key in ["facts", "services"] {
            let shared = key == "facts" ? variables.merging(file[key].fields ?? [:]) { $1 } : file[key].fields ?? [:]
            one[key] = .object(shared.merging(one[key].fields ?? [:]) { $1 })
        }
        return one
    }
}
