extension FeelEvaluator {
    mutating func typed(_ operand: FeelNode.ID, _ type: Int32, _ id: FeelNode.ID) -> FeelValue {
        let value = value(operand)
        if let converted = program.types[Int(type)].converted(value) { return converted }
        current = id
        return fail(.badResult)
    }

    /// Decides by a table: which rules match, and what its hit policy makes of them.
    mutating func decide(_ compiled: CompiledTable, _ id: FeelNode.ID) -> FeelValue {
        let table = compiled.table
        guard readInputs(of: table, id) else { return .null }
        guard let (matching, unsure) = matching(compiled) else { return .null }
        current = id
        if let unsure, !isSettled(table.policy, matching) { return .unknown(unsure) }
        record(table, matching)
        if matching.isEmpty { return fallback(table) }
        return outcome(table, matching, id)
    }

    private mutating func record(_ table: FeelTable, _ rules: [Int]) {
        guard keepsTraces, traces.count < 1000 else { return }
        traces.append(FeelTableTrace(inputs: table.inputs.map { locals[Int($0.slot)] }, rules: rules))
    }

    private mutating func readInputs(of table: FeelTable, _ id: FeelNode.ID) -> Bool {
        if let last = table.inputs.last { locals.reserveCapacity(Int(last.slot) + 1) }
        for input in table.inputs {
            set(input.slot, to: value(input.value))
            guard let allowed = input.allowed, !locals[Int(input.slot)].isNull else { continue }
            if case .boolean(false) = value(allowed) {
                current = id
                _ = fail(.badArgument(name: "input"))
                return false
            }
        }
        return !hasHalted
    }

    /// Whether a cell or a rule lets the facts through.
    private enum Passage {
        case yes, no
        case unsure(FeelUnknown)
    }

    /// The rules that match, and the names on which it depends whether more do.
    private mutating func matching(_ compiled: CompiledTable) -> ([Int], FeelUnknown?)? {
        let (isFirst, count) = (compiled.table.policy == .first, compiled.table.rules.count)
        var (matching, unsure): ([Int], FeelUnknown?) = ([], nil)
        for index in 0..<count {
            switch matches(index, compiled) {
            case .yes: matching.append(index)
            case .unsure(let names): unsure = unsure?.joined(with: names) ?? names
            case .no: continue
            }
            guard !hasHalted else { return nil }
            if isFirst { break }
        }
        return (matching, unsure)
    }

    private mutating func matches(_ rule: Int, _ compiled: CompiledTable) -> Passage {
        let width = compiled.slots.count
        guard spend(width + 1) else { return .no }
        var unsure: FeelUnknown?
        for column in 0..<width {
            switch allows(compiled.cells[rule * width + column], Int(compiled.slots[column])) {
            case .yes: continue
            case .unsure(let names): unsure = unsure?.joined(with: names) ?? names
            case .no: return .no
            }
        }
        return unsure.map { .unsure($0) } ?? .yes
    }

    private mutating func allows(_ cell: CompiledTable.Cell, _ slot: Int) -> Passage {
        if case .anything = cell { return .yes }
        if case .step(let id) = cell { return passage(value(id)) }
        switch locals[slot] {
        case .number(let number): return cell.allows(number) == true ? .yes : .no
        case .string(let text): return cell.allows(text) == true ? .yes : .no
        case .unknown(let names): return .unsure(names)
        default: return .no
        }
    }

    private func passage(_ answer: FeelValue) -> Passage {
        switch answer {
        case .boolean(true): .yes
        case .unknown(let names): .unsure(names)
        default: .no
        }
    }

    /// Whether rules of which it is not known that they match can no longer change the outcome.
    private func isSettled(_ policy: FeelTable.HitPolicy, _ matching: [Int]) -> Bool {
        switch policy {
        case .unique, .any: !matching.isEmpty
        case .first, .priority, .outputOrder, .ruleOrder, .collect: false
        }
    }

    private mutating func fallback(_ table: FeelTable) -> FeelValue {
        if table.outputs.contains(where: { $0.fallback != nil }) {
            return row(table, table.outputs.map { $0.fallback.map { value($0) } ?? .null })
        }
        if case .collect(let aggregator) = table.policy {
            return aggregator == .count ? 0 : (aggregator == nil ? .list([]) : .null)
        }
        return .null
    }

    private func row(_ table: FeelTable, _ values: [FeelValue]) -> FeelValue {
        if values.count == 1 { return values[0] }
        return .context(FeelContext(shape: table.shape, values: values))
    }

    private mutating func row(_ table: FeelTable, _ rule: Int) -> FeelValue {
        let outputs = table.rules[rule].outputs
        if outputs.count == 1 { return value(outputs[0]) }
        return row(table, outputs.map { value($0) })
    }

    private mutating func outcome(_ table: FeelTable, _ matching: [Int], _ id: FeelNode.ID) -> FeelValue {
        switch table.policy {
        case .first: return row(table, matching[0])
        case .unique:
            return matching.count == 1 ? row(table, matching[0]) : fail(.severalRules(matching.map { $0 + 1 }))
        case .any: return agreed(matching.map { row(table, $0) }, matching, id)
        case .ruleOrder: return list(matching.map { row(table, $0) })
        case .priority: return ranked(table, matching)[0]
        case .outputOrder: return list(ranked(table, matching))
        case .collect(let aggregator): return collected(table, matching, aggregator, id)
        }
    }

    private mutating func list(_ values: [FeelValue]) -> FeelValue { make(values.count) ? .list(values) : .null }

    private mutating func agreed(_ rows: [FeelValue], _ matching: [Int], _ id: FeelNode.ID) -> FeelValue {
        current = id
        guard rows.dropFirst().allSatisfy({ $0.feelEquals(rows[0]) == true }) else {
            return fail(.severalRules(matching.map { $0 + 1 }))
        }
        return rows[0]
    }

    private mutating func collected(
        _ table: FeelTable, _ matching: [Int], _ aggregator: FeelTable.Aggregator?, _ id: FeelNode.ID
    ) -> FeelValue {
        let rows = matching.map { row(table, $0) }
        current = id
        switch aggregator {
        case nil: return list(rows)
        case .count: return run(.count, [.list(rows)])
        case .sum: return run(.sum, [.list(rows)])
        case .min: return run(.min, [.list(rows)])
        case .max: return run(.max, [.list(rows)])
        }
    }

    /// The rows by the rank of their first output, then of the second, and so on; equal ones in the order of the rules.
    private mutating func ranked(_ table: FeelTable, _ matching: [Int]) -> [FeelValue] {
        var ranked: [(ranks: [Int], row: FeelValue)] = []
        for rule in matching {
            let values = table.rules[rule].outputs.map { value($0) }
            let ranks = zip(table.outputs, values).map { rank($1, $0) }
            ranked.append((ranks, row(table, values)))
        }
        let order = ranked.indices.sorted {
            ranked[$0].ranks == ranked[$1].ranks
                ? $0 < $1 : ranked[$0].ranks.lexicographicallyPrecedes(ranked[$1].ranks)
        }
        return order.map { ranked[$0].row }
    }

    private mutating func rank(_ value: FeelValue, _ output: FeelTable.Output) -> Int {
        set(output.slot, to: value)
        for (rank, test) in output.ranking.enumerated() where self.value(test).isTrue { return rank }
        return output.ranking.count
    }
}
