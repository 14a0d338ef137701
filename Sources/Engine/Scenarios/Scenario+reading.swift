public import Basics

extension Scenario {
    /// Reads a scenario as YAML or JSON has it (`docs/scenarios.md`).
    public init(_ json: JSON) throws(ScenarioFault) {
        do throws(SnapshotFault) {
            self = try Scenario(fields: StoredFields(json))
        } catch {
            throw ScenarioFault(error.inside("scenario"))
        }
    }

    private init(fields: StoredFields) throws(SnapshotFault) {
        name = try fields.get("scenario")
        process = try fields.get("process")
        begin = try Scenario.moment(try fields.find("begin") ?? "2026-01-05")
        if let message = try fields.find("message", as: String.self) {
            point = .message(message)
        } else {
            point = try fields.find("start", as: String.self).map { .node($0) } ?? .none
        }
        facts = try fields.find("facts") ?? [:]
        services = try fields.find("services") ?? [:]
        steps = try fields.list("steps", of: Step.self)
        if let wanted = try fields.find("expect", as: Expectation.self) {
            expected = wanted
        } else {
            expected = Expectation(path: [], never: [], waiting: [], end: nil, facts: [:])
        }
    }

    private static func moment(_ text: String) throws(SnapshotFault) -> Moment {
        guard case .at(let moment) = TimerText(text) else { throw SnapshotFault("begin", expected: "date or moment") }
        return moment
    }
}

extension Scenario.Expectation: Stored {
    var stored: JSON { .null }

    init(stored: JSON) throws(SnapshotFault) { try self.init(StoredFields(stored)) }

    private init(_ fields: StoredFields) throws(SnapshotFault) {
        path = try fields.list("path")
        never = try fields.list("never")
        waiting = try fields.list("waiting")
        end = try fields.find("end")
        facts = try fields.find("facts") ?? [:]
    }
}

extension Scenario.Step: Stored {
    var stored: JSON { .null }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        let span = try fields.find("after", as: String.self)
        after = span.flatMap { TimeSpan($0) }
        if span != nil && after == nil { throw SnapshotFault("after", expected: "ISO 8601 duration") }
        act = try Act(fields)
    }
}

extension Scenario.Step.Act {
    fileprivate init(_ fields: StoredFields) throws(SnapshotFault) {
        let with: [String: JSON] = try fields.find("with") ?? [:]
        if let node = try fields.find("complete", as: String.self) {
            self = .complete(node, with: with)
        } else if let name = try fields.find("message", as: String.self) {
            self = .message(name, key: try fields.find("key"), with: with)
        } else if let name = try fields.find("signal", as: String.self) {
            self = .signal(name)
        } else if let flow = try fields.find("choose", as: String.self) {
            self = .choose(flow, at: try fields.get("at"))
        } else if let activity = try fields.find("begin", as: String.self) {
            self = .begin(activity, at: try fields.get("at"))
        } else if let node = try fields.find("finish", as: String.self) {
            self = .finish(node)
        } else if let target = try fields.find("move", as: String.self) {
            self = .move(from: try fields.get("at"), to: target)
        } else if let facts = try fields.find("set", as: [String: JSON].self) {
            self = .set(facts)
        } else {
            self = .wait
        }
    }
}
