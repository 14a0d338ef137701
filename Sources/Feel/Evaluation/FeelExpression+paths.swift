extension FeelExpression {
    /// The facts that it takes, each down to the part that it asks for (`klant`, `taal`); each once, in the order of the text.
    public var factPaths: [[String]] {
        let inner = Set(program.nodes.compactMap { if case .path(let operand, _) = $0 { operand } else { nil } })
        let outer = program.nodes.indices.map { FeelNode.ID($0) }.filter { !inner.contains($0) }
        return outer.compactMap(factPath).sorted { $0.place < $1.place }.reduce(into: []) { found, one in
            if !found.contains(one.names) { found.append(one.names) }
        }
    }

    /// The texts that it holds a fact against for being the same, each with the fact: `uitkomst = "betaalt"`, `uitkomst in ("betaalt", "hulp")`.
    public var comparedTexts: [ComparedText] {
        program.nodes.flatMap { node -> [ComparedText] in
            switch node {
            case .comparison(let sign, let left, let right) where sign == .equal || sign == .notEqual:
                [compared(left, right), compared(right, left)].compactMap(\.self)
            case .isIn(let fact, let tests): listed(tests).compactMap { compared(fact, $0, isListed: true) }
            default: []
            }
        }
    }

    /// A text that an expression holds a fact against.
    public struct ComparedText: Hashable, Sendable {
        /// The names down to the fact.
        public let path: [String]
        public let text: String
        /// Whether it is one of a list.
        public let isListed: Bool
    }

    /// The tests behind `in`, with those of a list that stands there.
    private func listed(_ tests: FeelNode.Parts) -> [FeelNode.ID] {
        parts(tests).flatMap { test in
            if case .list(let items) = program.nodes[Int(test)] { parts(items) } else { [test] }
        }
    }

    private func parts(_ run: FeelNode.Parts) -> [FeelNode.ID] {
        Array(program.children[Int(run.first)..<Int(run.first + run.count)])
    }

    /// The texts that it may give, where it gives nothing else that a text could be; `nil` where that hangs on facts.
    package var textOutcomes: Set<String>? { textOutcomes(program.root) }

    private func textOutcomes(_ id: FeelNode.ID) -> Set<String>? {
        switch program.nodes[Int(id)] {
        case .constant(let number):
            if case .string(let text) = program.constants[Int(number)] { [text] } else { [] }
        case .choice(_, let one, let other):
            textOutcomes(one).flatMap { first in textOutcomes(other).map(first.union) }
        default: nil
        }
    }

    private func compared(_ fact: FeelNode.ID, _ other: FeelNode.ID, isListed: Bool = false) -> ComparedText? {
        guard let names = factPath(fact)?.names, case .constant(let number) = program.nodes[Int(other)],
            case .string(let text) = program.constants[Int(number)]
        else { return nil }
        return ComparedText(path: names, text: text, isListed: isListed)
    }

    /// The names from a fact down to the part of it that the expression takes; `nil` when it makes something of facts.
    package var factPath: [String]? { factPath(program.root)?.names }

    private func factPath(_ id: FeelNode.ID) -> (names: [String], place: Int32)? {
        var (names, at): ([String], FeelNode.ID) = ([], id)
        while case .path(let operand, let name) = program.nodes[Int(at)] {
            names.append(program.names[Int(name)])
            at = operand
        }
        guard case .global(let number) = program.nodes[Int(at)] else { return nil }
        return ([symbols.names[Int(number)]] + names.reversed(), program.places[Int(at)])
    }
}
