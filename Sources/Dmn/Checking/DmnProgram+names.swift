import Feel

extension DmnProgram {
    /// What the check says of a table of a decision: as of any table, and the names in it that nothing gives this decision.
    public func check(_ table: DmnTable, of decision: DmnDecision) -> [DmnFinding] {
        let unknown = unknownNames(in: table, known: model.names(known: decision, imports: imports))
        let told = Set(unknown.map(\.place))
        let rest = check(table).filter { finding in
            guard case .notChecked(let rule, let column, _, _) = finding else { return true }
            return !told.contains(.test(rule: rule, column: column))
        }
        return unknown.map { .unknownName($0.name, at: $0.place, text: $0.text) } + rest
    }

    /// The names of a table that nothing gives, in the order of its columns and rules.
    private func unknownNames(in table: DmnTable, known: Set<String>) -> [UnknownName] {
        let names = FeelNames(known)
        return table.texts.flatMap { place, text -> [UnknownName] in
            let used = place.isTest ? names.used(byTests: text) : names.used(by: text)
            return used.filter { !known.contains($0) }.map { UnknownName(name: $0, place: place, text: text) }
        }
    }
}

/// A name that nothing gives, and where it stands.
private struct UnknownName {
    let name: String
    let place: DmnPlace
    let text: String
}

/// A place in a table; rules and columns are counted from 1.
public enum DmnPlace: Hashable, Sendable {
    /// What an input looks at.
    case input(column: Int)
    case test(rule: Int, column: Int)
    case output(rule: Int, column: Int)
    /// The outcome when no rule fires.
    case fallback(column: Int)

    fileprivate var isTest: Bool { if case .test = self { true } else { false } }
}

extension DmnTable {
    /// All that a table works out, with where it stands.
    fileprivate var texts: [(DmnPlace, String)] {
        let asked = inputs.enumerated().map { (DmnPlace.input(column: $0 + 1), $1.expression) }
        let otherwise = outputs.enumerated().compactMap { column, clause in
            clause.fallback.map { (DmnPlace.fallback(column: column + 1), $0) }
        }
        let cells = rules.enumerated().flatMap { number, rule in
            rule.tests.enumerated().map { (DmnPlace.test(rule: number + 1, column: $0 + 1), $1.text) }
                + rule.outputs.enumerated().map { (DmnPlace.output(rule: number + 1, column: $0 + 1), $1.text) }
        }
        return (asked + otherwise + cells).map { ($0, DmnReader.trimmed($1)) }.filter { $0.1 != "-" && !$0.1.isEmpty }
    }
}

extension FeelNames {
    /// The names that an expression takes from its surroundings; none where it cannot be read, which is told elsewhere.
    fileprivate func used(by text: String) -> [String] {
        (try? FeelExpression(parsing: text, names: self))?.variables ?? []
    }

    fileprivate func used(byTests text: String) -> [String] {
        (try? UnaryTests(parsing: text, names: self))?.variables ?? []
    }
}

extension DmnModel {
    /// The names that a decision may use: of what it requires, its own or, of an import, the name which that has here.
    fileprivate func names(known decision: DmnDecision, imports others: [DmnModel]) -> Set<String> {
        let names = (decision.information + decision.knowledge).compactMap { reference -> String? in
            let home = reference.home
            guard !home.isEmpty, home != namespace else { return name(ofElement: reference.local) }
            let alias = imports.first { $0.namespace == home }?.name ?? ""
            return alias.isEmpty
                ? others.first { $0.namespace == home }?.name(ofElement: reference.local) : alias
        }
        return Set(names)
    }

    private func name(ofElement id: String) -> String? {
        inputs.first { $0.id == id }?.variable.name ?? decisions.first { $0.id == id }?.variable.name
            ?? knowledge.first { $0.id == id }?.variable.name ?? services.first { $0.id == id }?.variable.name
    }
}

extension DmnReference {
    /// The namespace of the file that it leads to; empty for its own.
    fileprivate var home: String {
        href.lastIndex(of: "#").map { String(href[..<$0]) } ?? ""
    }
}
