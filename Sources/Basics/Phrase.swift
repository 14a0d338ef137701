/// A sentence about something that was read or computed, in English, with what it names kept apart from its words.
///
/// Written as a literal: `"has \(count) start events, should have one"`. Terminals print it; a screen looks up its ``pattern`` in the
/// text table of the reader's language and fills in the same parts.
public struct Phrase: Hashable, Sendable {
    /// What a sentence names.
    public enum Part: Hashable, Sendable {
        /// As it stands in the file, or a number.
        case text(String)
        /// A piece of a sentence, to be said in the reader's language too.
        case phrase(Phrase)
    }

    /// The sentence with `{1}`, `{2}` and so on where it names something.
    public let pattern: String
    public let parts: [Part]

    public init(pattern: String, parts: [Part] = []) {
        self.pattern = pattern
        self.parts = parts
    }

    /// What another library or person said, which has no other words here.
    public init(quoting text: String) { self.init(pattern: "{1}", parts: [.text(text)]) }

    /// Phrases with something between them.
    public init(_ phrases: [Phrase], separator: String) {
        let places = phrases.indices.map { "{\($0 + 1)}" }
        self.init(pattern: places.joined(separator: separator), parts: phrases.map { .phrase($0) })
    }

    /// The sentence in which a table says the same, with its parts in their places.
    public func said(by translation: (String) -> String?) -> String {
        Phrase.fill(translation(pattern) ?? pattern) { place in
            guard parts.indices.contains(place - 1) else { return nil }
            switch parts[place - 1] {
            case .text(let text): return text
            case .phrase(let phrase): return phrase.said(by: translation)
            }
        }
    }

    private static func fill(_ pattern: String, _ part: (Int) -> String?) -> String {
        var (text, rest) = ("", pattern[...])
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...].dropFirst()
            if let close = rest.firstIndex(of: "}"), let place = Int(rest[..<close]), let part = part(place) {
                text += part
                rest = rest[close...].dropFirst()
            } else {
                text += "{"
            }
        }
        return text + rest
    }
}

extension Phrase: CustomStringConvertible {
    /// In English.
    public var description: String { said { _ in nil } }
}

extension Phrase: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) { self.init(pattern: text) }

    public init(stringInterpolation: Interpolation) {
        self.init(pattern: stringInterpolation.pattern, parts: stringInterpolation.parts)
    }

    /// Gathers the words and the parts of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        var pattern = ""
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ text: String) { pattern += text }

        public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

        public mutating func appendInterpolation(_ value: some Any) { append(.text("\(value)")) }

        private mutating func append(_ part: Part) {
            parts.append(part)
            pattern += "{\(parts.count)}"
        }
    }
}

extension Phrase {
    /// As it is kept: the bare sentence, or what it says and of what.
    public var json: JSON {
        guard !parts.isEmpty else { return .string(pattern) }
        return ["says": .string(pattern), "of": .array(parts.map(\.json))]
    }

    /// Nothing when it is no phrase.
    public init?(json: JSON) {
        switch json {
        case .string(let text): self.init(pattern: text)
        case .object(let fields):
            guard let pattern = fields["says"]?.text else { return nil }
            self.init(pattern: pattern, parts: (fields["of"]?.elements ?? []).compactMap { Part(json: $0) })
        case .null, .bool, .number, .array: return nil
        }
    }
}

extension Phrase.Part {
    fileprivate var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .phrase(let phrase): .array([phrase.json])
        }
    }

    fileprivate init?(json: JSON) {
        switch json {
        case .string(let text): self = .text(text)
        case .array(let inner):
            guard let phrase = inner.first.flatMap({ Phrase(json: $0) }) else { return nil }
            self = .phrase(phrase)
        case .null, .bool, .number, .object: return nil
        }
    }
}
