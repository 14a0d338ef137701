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
            + "not be, names that nothing gives; fails when there is a fault, a gap, an overlap, such an outcome or name."
    )

    @Argument(help: "DMN files; what they import is looked for among them, and beside each.") var files: [String]

    func run() async throws {
        let shelf = try DmnShelf(files)
        var flaws = 0
        for file in files { flaws += try check(file, shelf) }
        if flaws > 0 { throw ExitCode.failure }
    }

    private func check(_ path: String, _ shelf: DmnShelf) throws -> Int {
        var found: [Diagnostic] = []
        guard let file = DmnFile(try bytes(of: path), diagnostics: &found) else {
            for diagnostic in found { print("\(path): \(diagnostic)") }
            return max(1, found.count)
        }
        let program = DmnProgram(file.model, imports: shelf.imports(for: file.model, at: path))
        found += file.diagnostics + program.diagnostics
        for diagnostic in found { print("\(path): \(diagnostic)") }
        let told = tell(of: program, path)
        if found.isEmpty, told.isEmpty { print("\(path): nothing to say") }
        return found.count { $0.severity == .error } + told.count(where: \.isFlaw)
    }

    /// Prints what the check says of the tables.
    private func tell(of program: DmnProgram, _ path: String) -> [DmnFinding] {
        program.model.decisions.flatMap { decision -> [DmnFinding] in
            let findings = decision.table.map { program.check($0, of: decision) } ?? []
            for finding in findings {
                print("\(path): \(finding.isFlaw ? "error" : "note"): “\(decision.name)” \(finding.words)")
            }
            return findings
        }
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
        case .notListed(let rule, let column, let text, let allowed):
            "rule \(rule) never fires: \(text) is not among the values of input \(column): \(allowed)"
        case .unknownName(let name, let place, let text):
            "\(place.words) uses “\(name)”, which nothing gives it: \(text)"
        case .notChecked(let rule, let column, let text, let doubt):
            "rule \(rule) was not checked as a whole: “\(text)” at input \(column) \(doubt.words)"
        case .inputNotChecked(let column, let text, let doubt):
            "was not checked for gaps, nor for overlaps that rest on input \(column), “\(text)”: \(doubt.words)"
        case .tooLarge: "is too large to be checked as a whole"
        }
    }
}

extension DmnPlace {
    fileprivate var words: String {
        switch self {
        case .input(let column): "input \(column)"
        case .test(let rule, let column): "rule \(rule), input \(column),"
        case .output(let rule, let column): "rule \(rule), output \(column),"
        case .fallback(let column): "the outcome when no rule fires, output \(column),"
        }
    }
}

extension DmnDoubt {
    fileprivate var words: String {
        switch self {
        case .otherFacts: "depends on more than its input"
        case .notCut: "does not cut the values of its input into pieces"
        case .unreadable: "cannot be read"
        }
    }
}

extension DmnInputDoubt {
    fileprivate var words: String {
        switch self {
        case .computed: "it computes something, so that not every value needs to occur"
        case .sharesFacts: "it looks at the same facts as an input before it"
        case .allowedUnknown: "the values that it allows depend on other facts"
        case .typeUnknown: "its type is nowhere described"
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

    @Argument(help: "A DMN file; what it imports is looked for beside it.") var file: String
    @Option(name: .customLong("import"), help: "A DMN file that it imports; may be given more than once.")
    var imports: [String] = []
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
        let program = DmnProgram(model, imports: try DmnShelf(imports).imports(for: model, at: file))
        for flaw in program.diagnostics where flaw.code == "missing-import" { tell("\(file): \(flaw)") }
        guard let trial = program.tryOut(chosen.variable.name, given: known) else {
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
