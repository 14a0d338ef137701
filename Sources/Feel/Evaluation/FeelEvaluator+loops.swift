import Basics

extension FeelEvaluator {
    /// Lists that one loop may walk through within each other.
    static let domainLimit = 200

    mutating func loop(
        _ domains: FeelNode.Parts, _ body: FeelNode.ID, _ partial: Int32, _ id: FeelNode.ID
    ) -> FeelValue {
        set(partial, to: .list([]))
        if let failed = walk(domains, 0, partial + 1, id, { $0.addResult(body, partial) }) { return failed }
        return hasHalted ? .null : locals[Int(partial)]
    }

    /// Evaluates the body of a loop once more, and adds its value to the results so far.
    private mutating func addResult(_ body: FeelNode.ID, _ partial: Int32) -> Bool {
        let result = made(value(body))
        guard make(1), case .list(var results) = locals[Int(partial)] else { return false }
        locals[Int(partial)] = .null
        results.append(result)
        locals[Int(partial)] = .list(results)
        return true
    }

    /// Runs the body for each combination of values; gives null or unknown where a domain cannot be walked.
    private mutating func walk(
        _ domains: FeelNode.Parts, _ index: Int32, _ slot: Int32, _ id: FeelNode.ID,
        _ body: (inout FeelEvaluator) -> Bool
    ) -> FeelValue? {
        guard index < domains.count else { return body(&self) ? nil : .null }
        guard index < FeelEvaluator.domainLimit else {
            halt(.tooDeep)
            return .null
        }
        let domain = value(program.children[Int(domains.first + index)])
        if case .unknown = domain { return domain }
        guard let elements = elements(of: domain) else {
            current = id
            return fail(.notIterable(domain.kind))
        }
        for element in elements {
            guard spend() else { return .null }
            set(slot + index, to: element)
            if let failed = walk(domains, index + 1, slot, id, body) { return failed }
        }
        return nil
    }

    /// `some` is a disjunction of its conditions, `every` a conjunction (DMN 1.5, table 50).
    mutating func quantified(
        _ quantifier: FeelNode.Quantifier, _ domains: FeelNode.Parts, _ condition: FeelNode.ID, _ first: Int32,
        _ id: FeelNode.ID
    ) -> FeelValue {
        let decisive = quantifier == .some
        var (answer, settled) = (FeelValue.boolean(!decisive), false)
        let failed = walk(domains, 0, first, id) { evaluator in
            let passes = evaluator.value(condition)
            if case .boolean(decisive) = passes { settled = true }
            answer = FeelValue.joined(answer, passes)
            return passes.isCondition
        }
        if let failed {
            current = id
            return failed.isNull && !hasHalted ? fail(.notACondition) : failed
        }
        return settled ? .boolean(decisive) : answer
    }

    mutating func filter(
        _ source: FeelNode.ID, _ condition: FeelNode.ID, _ item: Int32, _ id: FeelNode.ID
    ) -> FeelValue {
        let domain = value(source)
        if case .unknown = domain { return domain }
        current = id
        guard let elements = elements(ofFiltered: domain) else { return .null }
        return filtered(elements, condition, item, id)
    }

    private mutating func elements(ofFiltered domain: FeelValue) -> [FeelValue]? {
        switch domain {
        case .list(let values): values
        case .null: nil
        default: [domain]
        }
    }

    /// The element with a number, or the elements for which the condition is true.
    private mutating func filtered(
        _ elements: [FeelValue], _ condition: FeelNode.ID, _ item: Int32, _ id: FeelNode.ID
    ) -> FeelValue {
        var (kept, unknown): ([FeelValue], FeelUnknown?) = ([], nil)
        if elements.isEmpty { return emptyFiltered(condition, item, id) }
        for (place, element) in elements.enumerated() {
            set(item, to: element)
            switch value(condition) {
            case .number(let number) where place == 0: return self.element(number.integer, of: elements, id)
            case .boolean(true): kept.append(element)
            case .unknown(let names): unknown = unknown?.joined(with: names) ?? names
            case .boolean(false), .null: break
            default:
                current = id
                return fail(.notACondition)
            }
            guard !hasHalted else { return .null }
        }
        if let unknown { return .unknown(unknown) }
        return make(kept.count) ? .list(kept) : .null
    }

    private mutating func emptyFiltered(_ condition: FeelNode.ID, _ item: Int32, _ id: FeelNode.ID) -> FeelValue {
        set(item, to: .null)
        let known = problems.count
        let answer = value(condition)
        problems.removeLast(problems.count - known)
        if case .number = answer { return element(nil, of: [], id) }
        return .list([])
    }

    private mutating func element(_ number: Int?, of elements: [FeelValue], _ id: FeelNode.ID) -> FeelValue {
        current = id
        guard let number, number != 0, number.magnitude <= elements.count else { return fail(.badIndex) }
        return elements[number > 0 ? number - 1 : elements.count + number]
    }
}

extension FeelValue {
    /// Whether the value can be the outcome of a condition.
    fileprivate var isCondition: Bool { [.boolean, .null, .unknown].contains(kind) }

    /// Two answers of which neither decides.
    fileprivate static func joined(_ left: FeelValue, _ right: FeelValue) -> FeelValue {
        switch (left, right) {
        case (.unknown(let one), .unknown(let other)): .unknown(one.joined(with: other))
        case (.unknown, _): left
        case (_, .unknown): right
        case (.boolean, .boolean): left
        default: .null
        }
    }
}
