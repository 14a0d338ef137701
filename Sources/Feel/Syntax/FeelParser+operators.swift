import Basics

extension FeelParser {
    /// How tightly an operator binds, loosest first (DMN 1.5, grammar rule 2).
    enum Binding: Int, Comparable {
        case none, or, and, comparison, sum, product, power

        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private enum Operator {
        case or, and, between, isIn
        case comparison(FeelNode.Comparison)
        case arithmetic(FeelNode.Arithmetic)

        var binding: Binding {
            switch self {
            case .or: .or
            case .and: .and
            case .between, .isIn, .comparison: .comparison
            case .arithmetic(.add), .arithmetic(.subtract): .sum
            case .arithmetic(.multiply), .arithmetic(.divide): .product
            case .arithmetic(.power): .power
            }
        }
    }

    /// An expression of operators that bind more tightly than the one given; all are left-associative.
    mutating func operation(above binding: Binding) throws(FeelSyntaxError) -> FeelNode.ID {
        try nested { parser throws(FeelSyntaxError) in
            var left = try parser.unary()
            while true {
                parser.skipSpace()
                let place = parser.at
                guard let found = parser.takeOperator(above: binding) else { return left }
                left = try parser.combine(left, found, place)
            }
        }
    }

    private mutating func combine(
        _ left: FeelNode.ID, _ found: Operator, _ place: Int
    ) throws(FeelSyntaxError) -> FeelNode.ID {
        switch found {
        case .between:
            let low = try operation(above: .comparison)
            try expectWord("and")
            return builder.emit(.between(left, low, try operation(above: .comparison)), at: place)
        case .isIn:
            let tests = try testsAfterIn()
            return builder.emit(.isIn(left, builder.parts(tests)), at: place)
        case .or: return builder.emit(.or(left, try operation(above: .or)), at: place)
        case .and: return builder.emit(.and(left, try operation(above: .and)), at: place)
        case .comparison(let comparison):
            return builder.emit(.comparison(comparison, left, try operation(above: .comparison)), at: place)
        case .arithmetic(let arithmetic):
            return builder.emit(.arithmetic(arithmetic, left, try operation(above: found.binding)), at: place)
        }
    }

    private mutating func takeOperator(above binding: Binding) -> Operator? {
        guard let (found, length) = nextOperator(), found.binding > binding else { return nil }
        at += length
        return found
    }

    private func nextOperator() -> (Operator, Int)? {
        switch next {
        case "+": return (.arithmetic(.add), 1)
        case "-": return (.arithmetic(.subtract), 1)
        case "/": return (.arithmetic(.divide), 1)
        case "*": return peek(1) == "*" ? (.arithmetic(.power), 2) : (.arithmetic(.multiply), 1)
        case "<", ">", "=", "!": return comparison().map { (.comparison($0), $1) }
        default: return wordOperator()
        }
    }

    private func wordOperator() -> (Operator, Int)? {
        switch word {
        case "or": (.or, 2)
        case "and": (.and, 3)
        case "in": (.isIn, 2)
        case "between": (.between, 7)
        default: nil
        }
    }

    /// A comparison sign and its length.
    func comparison() -> (FeelNode.Comparison, Int)? {
        switch (next, peek(1)) {
        case ("<", "="): (.atMost, 2)
        case (">", "="): (.atLeast, 2)
        case ("!", "="): (.notEqual, 2)
        case ("<", _): (.less, 1)
        case (">", _): (.greater, 1)
        case ("=", _): (.equal, 1)
        default: nil
        }
    }

    /// Minus binds more tightly than a power: `-3 ** 2` is 9.
    private mutating func unary() throws(FeelSyntaxError) -> FeelNode.ID {
        skipSpace()
        let place = at
        guard take("-") else { return try postfix() }
        let operand = try nested { parser throws(FeelSyntaxError) in try parser.unary() }
        if case .constant(let index) = builder.nodes[Int(operand)],
            case .number(let number) = builder.constants[Int(index)]
        {
            return builder.constant(.number(-number), at: place)
        }
        return builder.emit(.negate(operand), at: place)
    }
}
