import ArgumentParser
import Basics
import Dmn
import Feel

/// Names all that is wrong with decision models: the file, and what its tables leave out.
struct DmnCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Name all that is wrong with DMN files: faults, gaps, overlaps, rules that never fire, outcomes that may "
            + "not be; fails when there is a fault, a gap, an overlap or such an outcome.")

    @Argument(help: "DMN files.") var files: [String]

    func run() async throws {
        var flaws = 0
        for file in files { flaws += try check(file) }
        if flaws > 0 { throw ExitCode.failure }
    }

    private func check(_ path: String) throws -> Int {
        var found: [Diagnostic] = []
        guard let file = DmnFile(try bytes(of: path), diagnostics: &found) else {
            for diagnostic in found { print("\(path): \(diagnostic)") }
            return max(1, found.count)
        }
        found += file.diagnostics + DmnProgram(file.model).diagnostics
        for diagnostic in found { print("\(path): \(diagnostic)") }
        var flaws = found.count { $0.severity == .error }
        for decision in file.model.decisions {
            for finding in decision.table?.check() ?? [] {
                print("\(path): \(finding.isFlaw ? "error" : "note"): “\(decision.name)” \(finding.words)")
                if finding.isFlaw { flaws += 1 }
            }
        }
        if found.isEmpty, flaws == 0 { print("\(path): nothing to say") }
        return flaws
    }
}

extension DmnFinding {
    /// What was found, for who typed the command.
    fileprivate var words: String {
        switch self {
        case .gap(let example): "has no rule for \(example.words)"
        case .overlap(let rule, let other, let example): "rules \(rule) and \(other) both fire for \(example.words)"
        case .neverFires(let rule, []): "rule \(rule) contradicts itself and never fires"
        case .neverFires(let rule, let covered):
            "rule \(rule) never fires: \(covered.map(String.init).joined(separator: ", ")) come first"
        case .notAllowed(0, let column, let value, let allowed):
            "the outcome when no rule fires, \(value), is not among the allowed values of output \(column): \(allowed)"
        case .notAllowed(let rule, let column, let value, let allowed):
            "rule \(rule) gives \(value), which is not among the allowed values of output \(column): \(allowed)"
        case .notChecked(let rule, let column):
            "rule \(rule) was not checked: input \(column) has a test that depends on more than its input"
        case .tooLarge: "is too large to be checked as a whole"
        }
    }
}

extension [DmnExample] {
    fileprivate var words: String { map { "\($0.input) = \($0.value.literal)" }.joined(separator: ", ") }
}

/// Makes one decision and says which rules fired.
struct DmnRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Make a decision of a DMN file with given facts, and say which rules fired.")

    @Argument(help: "A DMN file.") var file: String
    @Option(help: "The decision, by name or id. Default: the last.") var decision: String?
    @Option(help: "A JSON file with the facts, by the names of the inputs.") var facts: String?
    @Flag(help: "Answer on one line.") var json = false

    func run() async throws {
        var found: [Diagnostic] = []
        guard let model = DmnFile(try bytes(of: file), diagnostics: &found)?.model else {
            throw ValidationError("\(file) is no DMN that can be read: \(found.first?.description ?? "it is empty").")
        }
        let names = model.decisions.map(\.name)
        guard
            let chosen = decision.map({ name in model.decisions.first { $0.name == name || $0.id == name } })
                ?? model.decisions.last
        else {
            throw ValidationError(
                "\(file) has no decision “\(decision ?? "")”; it has: \(names.joined(separator: ", ")).")
        }
        let given = try facts.map { try readObject($0) }?.fields ?? [:]
        let known = DmnFacts(given.mapValues { FeelValue($0) }, now: FeelNow(House.realTime()))
        guard let trial = DmnProgram(model).tryOut(chosen.variable.name, given: known) else {
            throw ValidationError("“\(chosen.name)” cannot be made: it has no logic.")
        }
        show(
            [
                "decision": .string(chosen.name), "value": trial.result.value.json,
                "rules": .array(trial.fired.map { JSON($0) }),
                "problems": .array(trial.result.problems.map { .string($0.description) }),
            ], asJSON: json)
    }
}
