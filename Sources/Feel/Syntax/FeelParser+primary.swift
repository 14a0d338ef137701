import Basics

extension FeelParser {
    mutating func primary() throws(FeelSyntaxError) -> FeelNode.ID {
        skipSpace()
        let place = at
        guard let scalar = next else { throw fault(.unexpectedEnd) }
        switch scalar {
        case "(": return try parenthesis(at: place)
        case "[": return try bracket(at: place)
        case "]": return try openInterval(at: place)
        case "{":
            at += 1
            return try context(at: place)
        case "\"": return builder.constant(.string(try string()), at: place)
        case "@": return try atLiteral(at: place)
        case "`": return reference(to: try quotedName(), at: place)
        case "0"..."9", ".": return builder.constant(.number(try number()), at: place)
        default:
            if let value = try variable() { return value }
            return try keyword(at: place)
        }
    }

    private mutating func keyword(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        let found = word ?? ""
        at += found.unicodeScalars.count
        switch found {
        case "true": return builder.constant(.boolean(true), at: place)
        case "false": return builder.constant(.boolean(false), at: place)
        case "null": return builder.constant(.null, at: place)
        case "if": return try choice(at: place)
        case "for": return try loop(at: place)
        case "some": return try quantified(.some, at: place)
        case "every": return try quantified(.every, at: place)
        case "function": return try function(at: place)
        default:
            at = place
            throw fault(.unexpectedText(nextWord))
        }
    }

    /// `(a)`, `(a..b]`, or `(< a)`.
    private mutating func parenthesis(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        at += 1
        skipSpace()
        if let (comparison, length) = comparison() {
            at += length
            let end = try operation(above: .comparison)
            try expect(")")
            return relation(comparison.form, end, at: place)
        }
        let value = try expression()
        if take("..") { return try interval(from: value, included: false, at: place) }
        try expect(")")
        return value
    }

    /// `[a, b]` or `[a..b]`.
    private mutating func bracket(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        at += 1
        if take("]") { return builder.emit(.list(builder.parts([])), at: place) }
        var elements = [try expression()]
        if take("..") { return try interval(from: elements[0], included: true, at: place) }
        while take(",") { elements.append(try expression()) }
        try expect("]")
        return builder.emit(.list(builder.parts(elements)), at: place)
    }

    private mutating func openInterval(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        at += 1
        let start = try expression()
        try expect("..")
        return try interval(from: start, included: false, at: place)
    }

    mutating func relation(_ form: FeelRange.Form, _ point: FeelNode.ID, at place: Int) -> FeelNode.ID {
        if let value = builder.constant(point) { return builder.constant(.range(FeelRange(form, value)), at: place) }
        return builder.emit(.relation(form, point), at: place)
    }

    mutating func interval(
        from start: FeelNode.ID, included: Bool, at place: Int
    ) throws(FeelSyntaxError) -> FeelNode.ID {
        let end = try expression()
        let includesEnd = take("]")
        guard includesEnd || take(")") || take("[") else { throw fault(.expected("the end of the range")) }
        if let low = builder.constant(start), let high = builder.constant(end) {
            let range = FeelRange(from: low, included: included, to: high, included: includesEnd)
            return builder.constant(.range(range), at: place)
        }
        return builder.emit(.interval(start, end, includesStart: included, includesEnd: includesEnd), at: place)
    }
}

extension FeelNode.Comparison {
    var form: FeelRange.Form {
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
