import Basics

extension FeelParser {
    /// A type: named by the standard or the surroundings, or `list<…>`, `range<…>`, `context<…>`, `function<…> -> …`.
    mutating func type() throws(FeelSyntaxError) -> FeelType {
        try nested { parser throws(FeelSyntaxError) in
            parser.skipSpace()
            guard let first = parser.word else { throw parser.fault(.expected("a type")) }
            var ahead = parser
            ahead.at += first.unicodeScalars.count
            guard ahead.take("<") else { return try parser.namedType() }
            parser.at = ahead.at
            return try parser.genericType(first)
        }
    }

    private mutating func genericType(_ name: String) throws(FeelSyntaxError) -> FeelType {
        switch name {
        case "list", "range":
            let element = try type()
            try expect(">")
            return name == "list" ? .list(element) : .range(element)
        case "context": return .context(try contextTypes())
        case "function":
            var parameters: [FeelType] = []
            if !take(">") {
                repeat { parameters.append(try type()) } while take(",")
                try expect(">")
            }
            try expect("->")
            return .function(parameters, try type())
        default: throw fault(.unknownType(name))
        }
    }

    private mutating func contextTypes() throws(FeelSyntaxError) -> [String: FeelType] {
        var fields: [String: FeelType] = [:]
        repeat {
            skipSpace()
            guard let name = definedName(until: ":"), take(":") else { throw fault(.expected("a name and \":\"")) }
            fields[name] = try type()
        } while take(",")
        try expect(">")
        return fields
    }

    /// The longest type name that is known here.
    private mutating func namedType() throws(FeelSyntaxError) -> FeelType {
        var best: (length: Int, type: FeelType)?
        for (name, type) in FeelType.named.merging(known.types, uniquingKeysWith: { $1 }) {
            guard let length = lengthOf(name: name), length > best?.length ?? 0 else { continue }
            best = (length, type)
        }
        guard let best else { throw fault(.unknownType(nextWord)) }
        at += best.length
        return best.type
    }

    private func lengthOf(name: String) -> Int? {
        var ahead = self
        for piece in NameSet.pieces(name) {
            ahead.skipSpace()
            let scalars = Array(piece.unicodeScalars)
            guard ahead.text[ahead.at...].starts(with: scalars) else { return nil }
            ahead.at += scalars.count
            if scalars.last?.isNamePart == true, ahead.next?.isNamePart == true { return nil }
        }
        return ahead.at - at
    }
}
