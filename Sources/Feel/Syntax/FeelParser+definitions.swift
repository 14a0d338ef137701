import Basics

extension FeelParser {
    /// A name that is being defined: everything a name may hold, up to the symbol that ends it.
    mutating func definedName(until end: Unicode.Scalar) -> String? {
        if next == "`" { return try? quotedName() }
        guard let first = next, first.isNameStart else { return nil }
        var pieces = ""
        var spaced = false
        while let scalar = next, scalar != end {
            if scalar.properties.isWhitespace {
                spaced = true
            } else if scalar.isNamePart || scalar.isNameSymbol {
                if spaced { pieces.unicodeScalars.append(" ") }
                pieces.unicodeScalars.append(scalar)
                spaced = false
            } else {
                return nil
            }
            at += 1
        }
        return next == end ? pieces : nil
    }

    /// The name of a variable that a loop defines, up to `in`.
    private mutating func loopName() throws(FeelSyntaxError) -> String {
        skipSpace()
        if next == "`" { return try quotedName() }
        var words: [String] = []
        while let found = word, found != "in" || words.isEmpty {
            words.append(found)
            at += found.unicodeScalars.count
            while let scalar = next, scalar.isNameSymbol || ("0"..."9").contains(scalar) {
                words[words.count - 1].unicodeScalars.append(scalar)
                at += 1
            }
            skipSpace()
        }
        guard !words.isEmpty else { throw fault(.expected("a name")) }
        return words.joined(separator: " ")
    }

    /// `x in list, y in 1..10`: declares the variables and gives what they walk through.
    private mutating func iterations() throws(FeelSyntaxError) -> [FeelNode.ID] {
        var domains: [FeelNode.ID] = []
        repeat {
            let name = try loopName()
            try expectWord("in")
            domains.append(try domain())
            _ = declare(name)
        } while take(",")
        return domains
    }

    mutating func wholeDomain() throws(FeelSyntaxError) -> FeelNode.ID {
        let root = try domain()
        try expectEnd()
        return root
    }

    private mutating func domain() throws(FeelSyntaxError) -> FeelNode.ID {
        skipSpace()
        let place = at
        let start = try expression()
        guard take("..") else { return start }
        return builder.emit(.span(start, try expression()), at: place)
    }

    /// `for … return …`; the results so far are in `partial`.
    mutating func loop(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        let partial = declare("partial")
        let domains = try iterations()
        try expectWord("return")
        let body = try expression()
        forget(domains.count + 1)
        return builder.emit(.loop(builder.parts(domains), body: body, partial: partial), at: place)
    }

    /// `some … satisfies …` and `every … satisfies …`.
    mutating func quantified(
        _ quantifier: FeelNode.Quantifier, at place: Int
    ) throws(FeelSyntaxError) -> FeelNode.ID {
        let first = slots
        let domains = try iterations()
        try expectWord("satisfies")
        let condition = try expression()
        forget(domains.count)
        let parts = builder.parts(domains)
        return builder.emit(.quantified(quantifier, parts, condition: condition, first: first), at: place)
    }

    mutating func choice(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        let condition = try expression()
        try expectWord("then")
        let yes = try expression()
        try expectWord("else")
        return builder.emit(.choice(condition, yes, try expression()), at: place)
    }

    /// `function(a: number, b) a + b`; the body sees the parameters and all that is in sight here.
    mutating func function(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        try expect("(")
        let captured = slots
        var parameters: [FeelFunction.Parameter] = []
        if !take(")") {
            repeat { parameters.append(try parameter()) } while take(",")
            try expect(")")
        }
        for parameter in parameters { _ = declare(parameter.name) }
        let external = takeWord("external")
        var body = try expression()
        forget(parameters.count)
        if external { body = builder.constant(.null, at: place) }
        let list = FeelBuilder.add(parameters, to: &builder.parameters)
        return builder.emit(.function(parameters: list, body: body, captured: captured, own: -1), at: place)
    }

    private mutating func parameter() throws(FeelSyntaxError) -> FeelFunction.Parameter {
        skipSpace()
        let start = at
        for end in [":", ",", ")"] as [Unicode.Scalar] {
            at = start
            guard let name = definedName(until: end) else { continue }
            return FeelFunction.Parameter(name, take(":") ? try type() : .any)
        }
        throw fault(.expected("the name of a parameter"), at: start)
    }

    /// `{a: 1, "b": a + 1}`; an entry sees those before it.
    mutating func context(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        let first = slots
        var (keys, values): ([String], [FeelNode.ID]) = ([], [])
        var double: String?
        if !take("}") {
            repeat {
                let key = try key()
                if keys.contains(key) { double = double ?? key }
                try expect(":")
                values.append(try entry(key))
                keys.append(key)
            } while take(",")
            try expect("}")
        }
        forget(keys.count)
        if let double { return builder.emit(.doubleKey(name: builder.name(double)), at: place) }
        let shape = FeelBuilder.add(FeelShape(keys), to: &builder.shapes)
        return builder.emit(.context(shape: shape, builder.parts(values), first: first), at: place)
    }

    /// What stands behind a key; a function there may call itself by that name.
    private mutating func entry(_ name: String) throws(FeelSyntaxError) -> FeelNode.ID {
        skipSpace()
        let mayRecur = word == "function"
        let own = mayRecur ? declare(name) : -1
        let value = try expression()
        if mayRecur { builder.bind(value, to: own) } else { _ = declare(name) }
        return value
    }

    private mutating func key() throws(FeelSyntaxError) -> String {
        skipSpace()
        if next == "\"" { return try string() }
        guard let name = definedName(until: ":") else { throw fault(.expected("a key and \":\"")) }
        return name
    }
}
