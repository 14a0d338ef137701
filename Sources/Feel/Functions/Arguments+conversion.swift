import Basics

extension Arguments {
    func conversion(_ builtin: Builtin) -> FeelValue? {
        switch builtin {
        case .string: return self[0].text.map { .string($0) } ?? (self[0].isNull ? .null : nil)
        case .number: return number
        case .range: return string(0).flatMap { FeelRange(written: $0) }.map { .range($0) }
        case .sameValue: return .boolean(self[0].isIdentical(to: self[1]))
        case .not:
            if case .boolean(let flag) = single(0) { return .boolean(!flag) }
            return self[0].isNull ? .null : nil
        default: return nil
        }
    }

    /// A number from text, with the marks that group thousands and start decimals.
    private var number: FeelValue? {
        if count == 1, let number = number(0) { return .number(number) }
        guard let text = string(0) else { return nil }
        guard let grouping = separator(1, [" ", ",", "."]), let decimal = separator(2, [",", "."]) else { return nil }
        guard grouping.mark == nil || grouping.mark != decimal.mark else { return nil }
        var plain = text
        if let mark = grouping.mark { plain = plain.split(separator: mark, omittingEmptySubsequences: false).joined() }
        if let mark = decimal.mark {
            plain = plain.split(separator: mark, omittingEmptySubsequences: false).joined(separator: ".")
        }
        return Arguments.isNumeral(plain) ? Decimal128(plain).map { .number($0) } : nil
    }

    private struct Separator { let mark: Character? }

    private func separator(_ index: Int, _ allowed: [Character]) -> Separator? {
        if self[index].isNull { return Separator(mark: nil) }
        guard let text = string(index), let mark = text.first, text.count == 1, allowed.contains(mark) else {
            return nil
        }
        return Separator(mark: mark)
    }

    private static func isNumeral(_ text: String) -> Bool {
        let first = text.utf8.first { $0 != UInt8(ascii: "-") }
        return first.map { $0 == UInt8(ascii: ".") || (48...57).contains($0) } ?? false
    }
}

extension FeelRange {
    /// A range of literals, as the function `range` reads it.
    init?(written text: String) {
        guard let expression = try? FeelExpression(parsing: text), expression.variables.isEmpty,
            expression.program.isLiteralRange, case .range(let range) = expression.evaluate().value,
            range.isOrdered
        else { return nil }
        self = range
    }

    /// Whether the end points are of one kind and in order.
    private var isOrdered: Bool {
        if start.isNull || end.isNull { return !(start.isNull && end.isNull) }
        return start.kind == end.kind && start.feelOrder(to: end).map { $0 <= 0 } ?? false
    }
}

extension FeelProgram {
    /// Whether this is a range between literals, which may be calls of the functions that make dates and durations.
    fileprivate var isLiteralRange: Bool {
        switch nodes[Int(root)] {
        case .interval(let start, let end, _, _): isLiteral(start) && isLiteral(end)
        case .constant(let index): constants[Int(index)].isInterval
        default: false
        }
    }

    private func isLiteral(_ id: FeelNode.ID) -> Bool {
        switch nodes[Int(id)] {
        case .constant: true
        case .builtin(let builtin, let parts):
            [.date, .time, .dateAndTime, .duration].contains(builtin)
                && children[Int(parts.first)..<Int(parts.first + parts.count)].allSatisfy { isLiteral($0) }
        default: false
        }
    }
}

extension FeelValue {
    fileprivate var isInterval: Bool {
        if case .range(let range) = self { range.form == .interval } else { false }
    }

    /// The function `is`: one kind, one value, and for times the same zone.
    func isIdentical(to other: FeelValue) -> Bool {
        switch (self, other) {
        case (.time(let left), .time(let right)): left.isIdentical(to: right)
        case (.dateTime(let left), .dateTime(let right)):
            left.date == right.date && left.time.isIdentical(to: right.time)
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
        default: feelEquals(other) == true
        }
    }
}

extension FeelTime {
    fileprivate func isIdentical(to other: FeelTime) -> Bool {
        second == other.second && nanosecond == other.nanosecond && zone == other.zone
    }
}
