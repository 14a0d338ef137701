extension JSON: CustomStringConvertible {
    /// One line, keys in order of their UTF-8, numbers without trailing zeros: equal values give equal bytes, so fit for a hash.
    public var canonical: String { written(nil) }

    /// The same on lines of their own, indented by two spaces.
    public var pretty: String { written(0) }

    public var description: String { canonical }

    private func written(_ indentation: Int?) -> String {
        var writer = JSONWriter()
        writer.write(self, indentation)
        return writer.output
    }
}

/// Writes JSON; a depth of `nil` means one line.
struct JSONWriter {
    var output = ""

    mutating func write(_ json: JSON, _ depth: Int?) {
        switch json {
        case .null: output += "null"
        case .bool(let flag): output += flag ? "true" : "false"
        case .number(let number): output += number.normalised
        case .string(let text): write(text)
        case .array(let elements):
            list(elements, "[", "]", depth) { writer, element, inner in
                writer.write(element, inner)
            }
        case .object(let fields):
            let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            list(sorted, "{", "}", depth) { writer, field, inner in
                writer.write(field.key)
                writer.output += inner == nil ? ":" : ": "
                writer.write(field.value, inner)
            }
        }
    }

    private mutating func list<Item>(
        _ items: [Item], _ open: String, _ close: String, _ depth: Int?, _ item: (inout JSONWriter, Item, Int?) -> Void
    ) {
        output += open
        let inner = depth.map { $0 + 1 }
        for (index, element) in items.enumerated() {
            if index > 0 { output += "," }
            newLine(inner)
            item(&self, element, inner)
        }
        if !items.isEmpty { newLine(depth) }
        output += close
    }

    private mutating func newLine(_ depth: Int?) {
        if let depth { output += "\n" + String(repeating: "  ", count: depth) }
    }

    mutating func write(_ text: String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
