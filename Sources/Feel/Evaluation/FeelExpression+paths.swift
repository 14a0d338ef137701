extension FeelExpression {
    /// The facts that it takes, each down to the part that it asks for (`klant`, `taal`); each once, in the order of the text.
    public var factPaths: [[String]] {
        let inner = Set(program.nodes.compactMap { if case .path(let operand, _) = $0 { operand } else { nil } })
        let outer = program.nodes.indices.map { FeelNode.ID($0) }.filter { !inner.contains($0) }
        return outer.compactMap(factPath).sorted { $0.place < $1.place }.reduce(into: []) { found, one in
            if !found.contains(one.names) { found.append(one.names) }
        }
    }

    /// The texts that it holds a fact against for being the same, each with the fact: `uitkomst = "betaalt"`.
    public var comparedTexts: [(path: [String], text: String)] {
        program.nodes.flatMap { node -> [(path: [String], text: String)] in
            guard case .comparison(let sign, let left, let right) = node, sign == .equal || sign == .notEqual else {
                return []
            }
            return [compared(left, right), compared(right, left)].compactMap(\.self)
        }
    }

    private func compared(_ fact: FeelNode.ID, _ other: FeelNode.ID) -> (path: [String], text: String)? {
        guard let names = factPath(fact)?.names, case .constant(let number) = program.nodes[Int(other)],
            case .string(let text) = program.constants[Int(number)]
        else { return nil }
        return (names, text)
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
