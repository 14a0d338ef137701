import Basics

extension FeelParser {
    /// A value followed by any number of paths, filters, calls and `instance of`.
    mutating func postfix() throws(FeelSyntaxError) -> FeelNode.ID {
        var value = try primary()
        while true {
            skipSpace()
            let place = at
            if next == ".", peek(1) != "." {
                at += 1
                let name = builder.name(try memberName())
                value = builder.emit(.path(value, name: name), at: place)
            } else if next == "[", startsFilter {
                value = try filter(of: value, at: place)
            } else if next == "(" {
                value = try call(of: value, at: place)
            } else if takeWord("instance") {
                try expectWord("of")
                let type = FeelBuilder.add(try type(), to: &builder.types)
                value = builder.emit(.instance(value, type: type), at: place)
            } else {
                return value
            }
        }
    }

    /// Whether `[` opens a filter; after the end point of a range it may also close that, as in `]1..5[`.
    private var startsFilter: Bool {
        var ahead = self
        ahead.at += 1
        ahead.skipSpace()
        guard let scalar = ahead.next else { return false }
        if ")]},".unicodeScalars.contains(scalar) { return false }
        if scalar == "." { return ahead.peek(1).map { ("0"..."9").contains($0) } ?? false }
        let words = ["and", "or", "in", "between", "then", "else", "return", "satisfies", "instance"]
        return ahead.word.map { !words.contains($0) } ?? !"*+/=!".unicodeScalars.contains(scalar)
    }

    private mutating func filter(of value: FeelNode.ID, at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        at += 1
        let item = declare("item")
        items.append(item)
        let condition = try expression()
        items.removeLast()
        forget(1)
        try expect("]")
        return builder.emit(.filter(value, condition: condition, item: item), at: place)
    }

    private mutating func call(of function: FeelNode.ID, at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        at += 1
        var (arguments, names): ([FeelNode.ID], [String]) = ([], [])
        if !take(")") {
            repeat {
                if let name = argumentName() { names.append(name) }
                arguments.append(try expression())
            } while take(",")
            try expect(")")
        }
        guard names.isEmpty || names.count == arguments.count else {
            throw fault(.expected("a name for each argument"))
        }
        return emitCall(function, arguments, names, at: place)
    }

    private mutating func emitCall(
        _ function: FeelNode.ID, _ arguments: [FeelNode.ID], _ names: [String], at place: Int
    ) -> FeelNode.ID {
        let parts = builder.parts(arguments)
        if !names.isEmpty {
            let list = FeelBuilder.add(names, to: &builder.nameLists)
            return builder.emit(.namedCall(function, parts, names: list), at: place)
        }
        if case .constant(let index) = builder.nodes[Int(function)],
            case .function(let known) = builder.constants[Int(index)], case .builtin(let builtin) = known.body
        {
            return builder.emit(.builtin(builtin, parts), at: place)
        }
        return builder.emit(.call(function, parts), at: place)
    }

    /// The name before a colon, when the argument has one.
    private mutating func argumentName() -> String? {
        skipSpace()
        let start = at
        guard let name = definedName(until: ":"), take(":") else {
            at = start
            return nil
        }
        return name
    }
}
