extension Field.Condition {
    /// The condition of a form's field where a browser can follow it: `x = "a"`, `x = true`, `x in ("a", "b")`.
    init?(feel text: String) {
        if let (field, list) = text.parted(by: " in ") {
            guard let list = list.inside("(", ")") else { return nil }
            let values = list.split(separator: ",").compactMap { Self.value($0.trimmed) }
            self.init(field: field, values: values.joined(separator: " "))
        } else if let (field, text) = text.parted(by: "="), let value = Self.value(text) {
            self.init(field: field, values: value)
        } else {
            return nil
        }
    }

    /// As it stands in the form: a text itself, a truth as its answer.
    private static func value(_ text: Substring) -> String? {
        switch text {
        case "true": "ja"
        case "false": "nee"
        default: text.inside("\"", "\"").map(String.init)
        }
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate var trimmed: Substring {
        let start = drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }

    /// A name, and what stands behind the first mark.
    fileprivate func parted(by mark: String) -> (name: String, rest: Substring)? {
        guard let place = firstRange(of: mark) else { return nil }
        let name = self[..<place.lowerBound].trimmed
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
        return (String(name), self[place.upperBound...].trimmed)
    }

    fileprivate func inside(_ open: Character, _ close: Character) -> Substring? {
        guard count > 1, first == open, last == close else { return nil }
        let inner = dropFirst().dropLast()
        return inner.contains(where: { $0 == open || $0 == close }) ? nil : inner
    }
}
