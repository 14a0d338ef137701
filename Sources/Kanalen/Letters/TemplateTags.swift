/// The tags of a mustache text, as far as they name facts and parts.
struct TemplateTags {
    enum Tag: Hashable {
        case value(String)
        case section(String)
        case end(String)
        case part(String)
        /// Written as it comes: never allowed in a letter.
        case unescaped(String)
    }

    let tags: [Tag]

    init(_ text: String) {
        var tags: [Tag] = []
        for piece in text.components(between: "{{", and: "}}") {
            guard let mark = piece.first else { continue }
            let name = String(piece.dropFirst()).trimmed
            switch mark {
            case "!", "%", "$", "=": continue
            case "#", "^": tags.append(.section(name))
            case "/": tags.append(.end(name))
            case ">", "<": tags.append(.part(name))
            case "{", "&": tags.append(.unescaped(name))
            default: tags.append(.value(piece.trimmed))
            }
        }
        self.tags = tags
    }

    /// The names it uses, each with the sections around it that are lists or groups.
    func uses() -> [(sections: [String], name: String)] {
        var open: [String] = []
        var found: [(sections: [String], name: String)] = []
        for tag in tags {
            switch tag {
            case .value(let name): found.append((open, name))
            case .section(let name):
                found.append((open, name))
                open.append(name)
            case .end(let name): if open.last == name { open.removeLast() }
            case .part, .unescaped: continue
            }
        }
        return found
    }

    var parts: [String] { tags.compactMap { if case .part(let name) = $0 { name } else { nil } } }
    var unescaped: [String] { tags.compactMap { if case .unescaped(let name) = $0 { name } else { nil } } }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension String {
    /// What stands between each opening mark and the closing mark after it.
    fileprivate func components(between opening: String, and closing: String) -> [Substring] {
        var rest = self[...]
        var found: [Substring] = []
        while let start = rest.firstRange(of: opening) {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: closing) else { break }
            found.append(rest[..<end.lowerBound])
            rest = rest[end.upperBound...]
        }
        return found
    }
}
