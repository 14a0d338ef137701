/// A decision table that is being edited, with the place in its file that each part came from: so what others put there stays.
public struct DmnDraft: Hashable, Sendable {
    /// The kinds of columns.
    public enum Side: Hashable, Sendable, CaseIterable {
        case input, output, annotation
    }

    /// Places in the file, counted from 0; nothing for what is new.
    public struct Origins: Hashable, Sendable {
        public var rules: [Int?]
        public var inputs: [Int?]
        public var outputs: [Int?]
        public var annotations: [Int?]

        public init(rules: [Int?], inputs: [Int?], outputs: [Int?], annotations: [Int?]) {
            self.rules = rules
            self.inputs = inputs
            self.outputs = outputs
            self.annotations = annotations
        }
    }

    public var table: DmnTable
    public private(set) var origins: Origins

    /// The table as the file has it.
    public init(_ table: DmnTable) {
        self.table = table
        origins = Origins(
            rules: Array(table.rules.indices), inputs: Array(table.inputs.indices),
            outputs: Array(table.outputs.indices), annotations: Array(table.annotations.indices))
    }

    /// A table of which the parts came from these places.
    public init(_ table: DmnTable, from origins: Origins) {
        self.table = table
        self.origins = origins
    }
}

extension DmnDraft {
    /// A rule that fits all facts, without an outcome yet.
    public mutating func addRule() {
        let empty = { (text: String) in DmnCell(text: text, line: 0) }
        table.rules.append(
            DmnRule(
                id: nil, tests: table.inputs.map { _ in empty("-") }, outputs: table.outputs.map { _ in empty("") },
                annotations: table.annotations.map { _ in "" }, line: 0))
        origins.rules.append(nil)
    }

    public mutating func removeRule(_ index: Int) {
        guard table.rules.indices.contains(index) else { return }
        table.rules.remove(at: index)
        origins.rules.remove(at: index)
    }

    /// Puts a rule at a place, where it fits the columns.
    public mutating func insertRule(_ rule: DmnTypedRule, at index: Int, from origin: Int?) {
        guard (0...table.rules.count).contains(index), rule.tests.count == table.inputs.count,
            rule.outputs.count == table.outputs.count
        else { return }
        table.rules.insert(contentsOf: table.with(rules: [rule]).rules, at: index)
        origins.rules.insert(origin, at: index)
    }

    public mutating func moveRule(_ index: Int, by step: Int) {
        let other = index.addingReportingOverflow(step).partialValue
        guard table.rules.indices.contains(index), table.rules.indices.contains(other) else { return }
        table.rules.swapAt(index, other)
        origins.rules.swapAt(index, other)
    }
}

extension DmnDraft {
    public func count(_ side: Side) -> Int {
        switch side {
        case .input: table.inputs.count
        case .output: table.outputs.count
        case .annotation: table.annotations.count
        }
    }

    /// A column at the end, which each rule leaves open.
    public mutating func addColumn(_ side: Side) { arrange(side, (0..<count(side)).map { $0 } + [nil]) }

    /// Takes a column out of every rule; the last output stays.
    public mutating func removeColumn(_ side: Side, _ index: Int) {
        guard side != .output || table.outputs.count > 1 else { return }
        arrange(side, (0..<count(side)).filter { $0 != index })
    }

    public mutating func moveColumn(_ side: Side, _ index: Int, by step: Int) {
        var places: [Int?] = (0..<count(side)).map { $0 }
        let other = index.addingReportingOverflow(step).partialValue
        guard places.indices.contains(index), places.indices.contains(other) else { return }
        places.swapAt(index, other)
        arrange(side, places)
    }

    /// Makes columns of those at these places, and new ones.
    private mutating func arrange(_ side: Side, _ places: [Int?]) {
        switch side {
        case .input:
            table.inputs = places.map { $0.map { table.inputs[$0] } ?? .empty }
            origins.inputs = places.map { $0.flatMap { origins.inputs[$0] } }
            for rule in table.rules.indices { table.rules[rule].tests.arrange(places, else: "-") }
        case .output:
            table.outputs = places.map { $0.map { table.outputs[$0] } ?? .empty }
            origins.outputs = places.map { $0.flatMap { origins.outputs[$0] } }
            for rule in table.rules.indices { table.rules[rule].outputs.arrange(places, else: "") }
        case .annotation:
            table.annotations = places.map { $0.map { table.annotations[$0] } ?? "" }
            origins.annotations = places.map { $0.flatMap { origins.annotations[$0] } }
            for rule in table.rules.indices {
                let texts = table.rules[rule].annotations
                table.rules[rule].annotations = places.map { place in
                    place.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
                }
            }
        }
    }
}

extension [DmnCell] {
    fileprivate mutating func arrange(_ places: [Int?], else text: String) {
        let old = self
        self = places.map { place in
            place.flatMap { old.indices.contains($0) ? old[$0] : nil } ?? DmnCell(text: text, line: 0)
        }
    }
}
