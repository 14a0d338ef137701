import Basics

/// Reads the steps of a parsed condition back as what it says.
struct StatementReader {
    private let program: FeelProgram
    private let names: [String]

    init(_ program: FeelProgram, _ names: [String]) {
        self.program = program
        self.names = names
    }

    func statement(_ id: FeelNode.ID) -> FeelStatement? {
        switch program.nodes[Int(id)] {
        case .and(let left, let right): joined(left, right, FeelStatement.all) { $0.allParts }
        case .or(let left, let right): joined(left, right, FeelStatement.any) { $0.anyParts }
        case .comparison(let comparison, let left, let right): compared(left, comparison, right)
        case .between(let value, let low, let high): between(value, low, true, high, true)
        case .isIn(let value, let tests): within(value, parts(tests))
        case .choice(let condition, let yes, let no): chosen(condition, yes, no)
        case .builtin(let builtin, let arguments): asked(builtin, parts(arguments))
        case .global, .path: term(id).map(FeelStatement.isTrue)
        default: nil
        }
    }

    private func joined(
        _ left: FeelNode.ID, _ right: FeelNode.ID, _ join: ([FeelStatement]) -> FeelStatement,
        _ parts: (FeelStatement) -> [FeelStatement]
    ) -> FeelStatement? {
        guard let left = statement(left), let right = statement(right) else { return nil }
        return join(parts(left) + parts(right))
    }

    private func compared(_ left: FeelNode.ID, _ sign: FeelNode.Comparison, _ right: FeelNode.ID) -> FeelStatement? {
        switch (value(left), value(right)) {
        case (_, .null?): known(left, sign)
        case (.null?, _): known(right, sign)
        case (_, .boolean(let flag)?): holds(left, sign, flag)
        case (.boolean(let flag)?, _): holds(right, sign, flag)
        default: compared(term(left), sign.statement, term(right))
        }
    }

    private func compared(
        _ left: FeelTerm?, _ sign: FeelStatement.Comparison, _ right: FeelTerm?
    ) -> FeelStatement? {
        guard let left, let right else { return nil }
        return .compares(left, sign, right)
    }

    private func known(_ id: FeelNode.ID, _ sign: FeelNode.Comparison) -> FeelStatement? {
        guard let term = term(id) else { return nil }
        return switch sign {
        case .equal: .not(.isKnown(term))
        case .notEqual: .isKnown(term)
        case .less, .atMost, .greater, .atLeast: nil
        }
    }

    private func holds(_ id: FeelNode.ID, _ sign: FeelNode.Comparison, _ flag: Bool) -> FeelStatement? {
        guard sign == .equal || sign == .notEqual else { return nil }
        if let term = term(id) { return .compares(term, sign.statement, .boolean(flag)) }
        return (sign == .equal) == flag ? statement(id) : statement(id)?.negated
    }

    private func between(
        _ id: FeelNode.ID, _ low: FeelNode.ID, _ included: Bool, _ high: FeelNode.ID, _ endIncluded: Bool
    ) -> FeelStatement? {
        guard let term = term(id), let low = self.term(low), let high = self.term(high) else { return nil }
        return .isBetween(term, from: low, included: included, to: high, endIncluded: endIncluded)
    }

    /// `x in ("a", "b")`, `x in (>= 3, < 1)`, `x in [1..4)`, `x in list`.
    private func within(_ id: FeelNode.ID, _ tests: [FeelNode.ID]) -> FeelStatement? {
        guard let subject = term(id) else { return nil }
        let terms = tests.flatMap(items)
        let plain = terms.compactMap(constant)
        if plain.count == terms.count {
            return plain.count == 1 ? .compares(subject, .equal, plain[0]) : .isOneOf(subject, plain)
        }
        let statements = tests.compactMap { test($0, of: id, subject) }
        guard statements.count == tests.count, let first = statements.first else { return nil }
        return statements.count == 1 ? first : .any(statements)
    }

    private func test(_ id: FeelNode.ID, of value: FeelNode.ID, _ subject: FeelTerm) -> FeelStatement? {
        switch program.nodes[Int(id)] {
        case .interval(let low, let high, let included, let endIncluded):
            return between(value, low, included, high, endIncluded)
        case .relation(let form, let point):
            guard let sign = form.statement, let point = term(point) else { return nil }
            return .compares(subject, sign, point)
        case .constant(let index):
            guard case .range(let range) = program.constants[Int(index)] else {
                return constant(id).map { .compares(subject, .equal, $0) }
            }
            return test(range, of: subject)
        case .global, .path: return term(id).map { .contains($0, subject) }
        default: return nil
        }
    }

    private func test(_ range: FeelRange, of subject: FeelTerm) -> FeelStatement? {
        guard let sign = range.form.statement else {
            guard let low = FeelTerm(range.start), let high = FeelTerm(range.end) else { return nil }
            return .isBetween(
                subject, from: low, included: range.includesStart, to: high, endIncluded: range.includesEnd)
        }
        let point = FeelTerm(range.start) ?? FeelTerm(range.end)
        return point.map { .compares(subject, sign, $0) }
    }

    /// `if a then false else true` is not a.
    private func chosen(_ condition: FeelNode.ID, _ yes: FeelNode.ID, _ no: FeelNode.ID) -> FeelStatement? {
        switch (value(yes), value(no)) {
        case (.boolean(true)?, .boolean(false)?): statement(condition)
        case (.boolean(false)?, .boolean(true)?): statement(condition)?.negated
        default: nil
        }
    }

    private func asked(_ builtin: Builtin, _ arguments: [FeelNode.ID]) -> FeelStatement? {
        let terms = arguments.compactMap(term)
        switch (builtin, arguments.count) {
        case (.not, 1): return statement(arguments[0])?.negated
        case (.isDefined, 1): return terms.first.map { .isKnown($0) }
        case (.isEmpty, 1), (.isBlank, 1): return terms.first.map { .isEmpty($0) }
        case (.contains, 2) where terms.count == 2, (.listContains, 2) where terms.count == 2:
            return .contains(terms[0], terms[1])
        default: return nil
        }
    }

    private func parts(_ parts: FeelNode.Parts) -> [FeelNode.ID] {
        Array(program.children[Int(parts.first)..<Int(parts.first + parts.count)])
    }

    private func value(_ id: FeelNode.ID) -> FeelValue? {
        guard case .constant(let index) = program.nodes[Int(id)] else { return nil }
        return program.constants[Int(index)]
    }

    private func constant(_ id: FeelNode.ID) -> FeelTerm? { value(id).flatMap { FeelTerm($0) } }

    private func items(_ id: FeelNode.ID) -> [FeelNode.ID] {
        if case .list(let parts) = program.nodes[Int(id)] { self.parts(parts) } else { [id] }
    }
}

extension StatementReader {
    private func term(_ id: FeelNode.ID) -> FeelTerm? {
        switch program.nodes[Int(id)] {
        case .constant: return constant(id)
        case .global(let number): return .name(names[Int(number)])
        case .path(let whole, let part):
            guard case .name(let name)? = term(whole) else { return nil }
            return .name("\(name).\(program.names[Int(part)])")
        case .arithmetic(let arithmetic, let left, let right):
            guard let sign = arithmetic.sign, let left = term(left), let right = term(right) else { return nil }
            return .calculation(left, sign, right)
        case .builtin(let builtin, let arguments): return term(builtin, parts(arguments))
        default: return nil
        }
    }

    private func term(_ builtin: Builtin, _ arguments: [FeelNode.ID]) -> FeelTerm? {
        switch (builtin, arguments.count) {
        case (.today, 0): .today
        case (.now, 0): .now
        case (.count, 1): term(arguments[0]).map { .count($0) }
        case (.sum, 1): term(arguments[0]).map { .sum($0) }
        case (.date, 1), (.duration, 1): temporal(arguments[0])
        default: nil
        }
    }

    /// The date or duration that a text stands for; the same name where a name is made a date.
    private func temporal(_ id: FeelNode.ID) -> FeelTerm? {
        guard case .string(let text)? = value(id) else { return term(id) }
        return TemporalReader.value(text).flatMap { FeelTerm($0) }
    }
}

extension FeelTerm {
    fileprivate init?(_ value: FeelValue) {
        switch value {
        case .boolean(let flag): self = .boolean(flag)
        case .number(let number): self = .number(number.description)
        case .string(let text): self = .text(text)
        case .date(let date): self = .date(year: Int(date.year), month: Int(date.month), day: Int(date.day))
        case .daysDuration(let length) where length.seconds % 86_400 == 0 && length.nanosecond == 0:
            self = .days(Int(length.seconds / 86_400))
        case .yearsDuration(let length): self = .months(Int(length.months))
        case .null, .time, .dateTime, .daysDuration, .list, .context, .range, .function, .unknown: return nil
        }
    }
}

extension FeelStatement {
    fileprivate var allParts: [FeelStatement] { if case .all(let parts) = self { parts } else { [self] } }
    fileprivate var anyParts: [FeelStatement] { if case .any(let parts) = self { parts } else { [self] } }
}

extension FeelNode.Comparison {
    fileprivate var statement: FeelStatement.Comparison {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .atMost: .atMost
        case .greater: .greater
        case .atLeast: .atLeast
        }
    }
}

extension FeelRange.Form {
    fileprivate var statement: FeelStatement.Comparison? {
        switch self {
        case .interval: nil
        case .less: .less
        case .atMost: .atMost
        case .greater: .greater
        case .atLeast: .atLeast
        case .equal: .equal
        case .notEqual: .notEqual
        }
    }
}

extension FeelNode.Arithmetic {
    fileprivate var sign: FeelTerm.Sign? {
        switch self {
        case .add: .plus
        case .subtract: .minus
        case .multiply: .times
        case .divide: .divided
        case .power: nil
        }
    }
}
