public import Basics
public import Dmn
import Engine
import Feel

/// The decisions that processes may ask, in all their versions, each with the day from which it holds.
public struct Beslissingen: Sendable {
    /// A published version, ready to decide.
    public struct Version: Sendable {
        public let model: String
        public let versie: Int
        public let geldigVanaf: Day
        public let program: DmnProgram

        public init(model: String, versie: Int, geldigVanaf: Day, program: DmnProgram) {
            self.model = model
            self.versie = versie
            self.geldigVanaf = geldigVanaf
            self.program = program
        }
    }

    /// By the id of a decision, the newest version first.
    private var versions: [String: [Version]]

    /// The versions that there are, as texts that are equal when those are.
    public var stand: [String] { Set(versions.values.joined().map { "\($0.model):\($0.versie)" }).sorted() }

    /// The decisions that can be asked, by id.
    public var ids: Set<String> { Set(versions.keys) }

    public init(_ versions: [Version] = []) {
        let newestFirst = versions.sorted { ($0.geldigVanaf, $0.versie) > ($1.geldigVanaf, $1.versie) }
        self.versions = newestFirst.reduce(into: [:]) { byID, version in
            for decision in version.program.model.decisions { byID[decision.id, default: []].append(version) }
        }
    }

    /// The same, with what this file decides decided by it alone, as if it had always held.
    public func preferring(_ file: Beslissingsbestand) -> Beslissingen {
        var others = self
        let version = Version(
            model: file.code, versie: 0, geldigVanaf: Beslissingsmodel.always, program: file.program)
        for decision in file.program.model.decisions { others.versions[decision.id] = [version] }
        return others
    }

    /// All versions with that decision, the newest first.
    func versions(of decision: String) -> [Version] { versions[decision] ?? [] }

    /// The version that decides on a day.
    public func version(of decision: String, on day: Day) -> Version? {
        versions[decision]?.first { $0.geldigVanaf <= day }
    }

    /// Makes a decision with the version that holds now; the facts are found by the names of the inputs.
    ///
    /// In a trial the newest version answers where none holds yet.
    public func decide(_ decision: String, _ facts: [String: JSON], at now: Moment, isTrial: Bool = false) -> Besluit {
        let trial = isTrial ? versions[decision]?.first : nil
        guard let version = version(of: decision, on: now.day) ?? trial,
            let found = version.program.model.decisions.first(where: { $0.id == decision })
        else { return .failed(versions[decision] == nil ? "no-decision" : "not-valid-yet") }
        return Besluit(of: found, by: version, facts, at: now)
    }
}

/// What came of asking a decision.
public enum Besluit: Hashable, Sendable {
    case made(Uitkomst)
    /// A code, or what was wrong in words of the standard.
    case failed(Phrase)

    /// An outcome, with what it was based on.
    public struct Uitkomst: Hashable, Sendable {
        public let beslissing: String
        public let naam: String
        public let model: String
        public let versie: Int
        /// What was looked at, by the title of the input.
        public let invoer: [String: JSON]
        /// The rules that fired, counted from 1.
        public let regels: [Int]
        /// What stands beside those rules.
        public let waarom: [String]
        public let waarde: JSON
    }

    init(of decision: DmnDecision, by version: Beslissingen.Version, _ facts: [String: JSON], at now: Moment) {
        let given = facts.mapValues { FeelValue($0) }
        let trial = version.program.tryOut(decision.variable.name, given: DmnFacts(given, now: FeelNow(now)))
        guard let trial else {
            self = .failed("no-decision")
            return
        }
        let value = trial.result.value.json
        if value.isNull, let problem = trial.result.problems.first {
            self = .failed(problem.phrase)
        } else if value.isNull, let table = decision.table, trial.fired.isEmpty {
            self = .failed("no-rule \(table.described(trial.inputs))")
        } else {
            self = .made(Uitkomst(of: decision, by: version, trial, value))
        }
    }
}

extension Besluit.Uitkomst {
    fileprivate init(of decision: DmnDecision, by version: Beslissingen.Version, _ trial: DmnTrial, _ value: JSON) {
        let inputs = zip(decision.table?.inputs ?? [], trial.inputs).map { ($0.label ?? $0.expression, $1.json) }
        let rules = decision.table?.rules ?? []
        let fired = trial.fired.compactMap { rules.indices.contains($0 - 1) ? rules[$0 - 1] : nil }
        self.init(
            beslissing: decision.id, naam: decision.name, model: version.model, versie: version.versie,
            invoer: Dictionary(inputs) { first, _ in first }, regels: trial.fired,
            waarom: fired.flatMap(\.annotations).filter { !$0.isEmpty }, waarde: value)
    }
}

extension DmnTable {
    fileprivate func described(_ values: [FeelValue]) -> String {
        zip(inputs, values).map { "\($0.label ?? $0.expression)=\($1.literal)" }.joined(separator: ", ")
    }
}

extension BeslissingStore {
    /// The newest version of each model, which files may import.
    public func naast() throws -> [DmnModel] {
        var seen: Set<String> = []
        return try all().filter { seen.insert($0.code).inserted }.map {
            try Beslissingsbestand(bron: $0.bron).program.model
        }
    }

    /// All published versions, compiled, each with the newest of the models that it imports.
    public func library() throws -> Beslissingen {
        let files = try all().map { (model: $0, file: try Beslissingsbestand(bron: $0.bron)) }
        let newest = Dictionary(files.map { ($0.model.code, $0.file.program.model) }) { first, _ in first }
        return Beslissingen(
            files.map { model, file in
                let own = file.program.model
                let program =
                    own.imports.isEmpty ? file.program : DmnProgram(own, imports: newest.values.filter { $0 != own })
                return .init(model: model.code, versie: model.versie, geldigVanaf: model.geldigVanaf, program: program)
            })
    }
}
