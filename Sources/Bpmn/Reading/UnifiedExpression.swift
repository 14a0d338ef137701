/// The Unified Expression Language of Camunda 7, Flowable and Activiti (`${…}`, `#{…}`), told in FEEL.
public enum UnifiedExpression {
    /// The FEEL for a text that holds such expressions; `nil` for one without.
    ///
    /// Text around them is joined to what they give. One that is no such expression is taken for FEEL as it stands; one that calls what
    /// is not here stays as it is, which FEEL refuses.
    public static func feel(in text: String) -> String? {
        let pieces = pieces(of: text)
        guard pieces.contains(where: \.isComputed) else { return nil }
        if pieces.count == 1 { return pieces[0].feel }
        return pieces.map(\.joinable).joined(separator: " + ")
    }

    /// Whether it calls a program, for which there is nothing here.
    public static func callsOutside(_ text: String) -> Bool { pieces(of: text).contains(where: \.callsOutside) }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let start = rest.firstExpression, let end = rest[start...].endOfExpression {
            if start > rest.startIndex { pieces.append(Piece(text: String(rest[..<start]), isComputed: false)) }
            let inside = rest[rest.index(start, offsetBy: 2)..<end]
            pieces.append(Piece(text: String(inside), isComputed: true))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(Piece(text: String(rest), isComputed: false)) }
        return pieces
    }

    /// A stretch of text, or what stands between the braces.
    private struct Piece {
        let text: String
        let isComputed: Bool

        var feel: String {
            var parser = UnifiedParser(text)
            return parser.whole() ?? (parser.callsOutside ? "${\(text)}" : text)
        }

        var callsOutside: Bool {
            var parser = UnifiedParser(text)
            return isComputed && parser.whole() == nil && parser.callsOutside
        }

        /// As a part of a longer text, in which nothing is an empty text.
        var joinable: String {
            isComputed ? "(if (\(feel)) = null then \"\" else string(\(feel)))" : text.asFeelText
        }
    }
}

extension String {
    /// A text as FEEL writes it.
    var asFeelText: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
}

extension Substring {
    fileprivate var firstExpression: Index? {
        indices.first { (self[$0] == "$" || self[$0] == "#") && self[index(after: $0)...].first == "{" }
    }

    /// The brace that closes the expression at the start; one inside quotes is a letter like any other.
    fileprivate var endOfExpression: Index? {
        var quote: Character?
        for place in indices {
            let letter = self[place]
            if let open = quote {
                if letter == open { quote = nil }
            } else if letter == "'" || letter == "\"" {
                quote = letter
            } else if letter == "}" {
                return place
            }
        }
        return nil
    }
}
