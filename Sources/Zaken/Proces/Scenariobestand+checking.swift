import Basics
import Engine
import Yams

/// A place in a file of YAML.
private typealias Place = Yams.Node

extension Scenariobestand {
    /// Reads the example cases of one process as a person hands them in; refused with all that is wrong, each with its line.
    public init(yaml: String, of process: String, zaaktypen: [String: Zaaktype]) throws {
        var check = Scenariokeuring(process)
        let root: Place?
        do { root = try compose(yaml: yaml) } catch let fault as YamlError {
            throw DeploymentRefusal.cases([fault.diagnostic])
        }
        check.look(at: root)
        guard check.flaws.isEmpty else { throw DeploymentRefusal.cases(check.flaws) }
        let file = try YAMLDecoder().decode(JSON.self, from: yaml)
        let cases = Scenariobestand.cases(in: file, zaaktypen)
        let read = zip(cases, check.places).compactMap { check.read($0, at: $1) }
        guard check.flaws.isEmpty else { throw DeploymentRefusal.cases(check.flaws) }
        self.init(scenarios: read)
    }
}

/// Looks through a file with example cases of one process.
private struct Scenariokeuring {
    let process: String
    private(set) var flaws: [Diagnostic] = []
    /// Where each case stands.
    private(set) var places: [Place] = []
    private var pieces = 0

    init(_ process: String) { self.process = process }

    /// As many pieces as a file may have, counted with each repetition by an alias.
    private static let most = 50_000
    private static let shared: Set<String> = ["process", "zaaktype", "begin", "message", "start", "facts", "services"]
    private static let own = shared.subtracting(["zaaktype"]).union(["scenario", "steps", "expect"])
    private static let step: Set<String> = [
        "after", "complete", "with", "message", "key", "signal", "choose", "at", "begin", "finish", "move", "set",
    ]
    private static let expected: Set<String> = ["path", "never", "waiting", "end", "facts"]

    mutating func look(at root: Place?) {
        guard let root, let file = root.mapping, isBounded(root) else {
            return tell("there is no example case in it", root)
        }
        guard let list = file["scenarios"] else {
            places = [root]
            return look(atCase: root, known: Self.own.union(["zaaktype"]))
        }
        refuseUnknown(in: root, known: Self.shared.union(["scenarios"]))
        places = Array(list.sequence ?? [])
        if places.isEmpty { tell("there is no example case in it", list) }
        for place in places { look(atCase: place, known: Self.own) }
    }

    private mutating func look(atCase place: Place, known: Set<String>) {
        refuseUnknown(in: place, known: known)
        for step in place.mapping?["steps"]?.sequence ?? [] { refuseUnknown(in: step, known: Self.step) }
        if let expected = place.mapping?["expect"] { refuseUnknown(in: expected, known: Self.expected) }
    }

    private mutating func refuseUnknown(in place: Place, known: Set<String>) {
        guard let fields = place.mapping else { return }
        for key in fields.map(\.key) where !known.contains(key.string ?? "") {
            let name = key.string ?? ""
            tell(
                "an example case has no field “\(name)”; these are: \(known.sorted().joined(separator: ", "))",
                key)
        }
    }

    /// One case, with what its file says for all; nothing where it cannot be read or is of another process.
    mutating func read(_ json: JSON, at place: Place) -> Scenario? {
        do throws(ScenarioFault) {
            let one = try Scenario(json)
            if one.process == process { return one }
            tell("is about the process “\(one.process)”, and this is “\(process)”", place)
        } catch {
            let field = error.field.split(separator: ".").dropFirst().joined(separator: ".")
            tell(
                "at “\(field)” stands something else than \(Phrase(pattern: error.expected))",
                faulty(json, error, in: place))
        }
        return nil
    }

    /// The step that cannot be read, or else the field, or the case itself.
    private func faulty(_ json: JSON, _ fault: ScenarioFault, in place: Place) -> Place {
        let steps = Array(place.mapping?["steps"]?.sequence ?? [])
        for (step, node) in zip(json["steps"].elements ?? [], steps) {
            var alone = json
            alone["steps"] = [step]
            do throws(ScenarioFault) { _ = try Scenario(alone) } catch  where error == fault {
                return node
            } catch { continue }
        }
        let first = fault.field.split(separator: ".").dropFirst().first.map(String.init) ?? ""
        return place.mapping?[Place(first)] ?? place
    }

    private mutating func tell(_ message: Phrase, _ place: Place?) {
        flaws.append(Diagnostic(.error, "example-case", message, line: place?.mark?.line ?? 1))
    }

    private mutating func isBounded(_ node: Place) -> Bool {
        pieces += 1
        guard pieces <= Self.most else { return false }
        switch node {
        case .mapping(let mapping):
            for pair in mapping where !isBounded(pair.key) || !isBounded(pair.value) { return false }
        case .sequence(let sequence):
            for one in sequence where !isBounded(one) { return false }
        case .scalar, .alias: break
        }
        return true
    }
}

extension YamlError {
    /// Where a file is no YAML, and why.
    fileprivate var diagnostic: Diagnostic {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(.error, "yaml", "the file is no YAML: \(problem)", line: mark.line)
        default: Diagnostic(.error, "yaml", "the file cannot be read as YAML")
        }
    }
}
