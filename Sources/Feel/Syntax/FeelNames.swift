/// The names that a parser may meet: variables, members of contexts, and types.
///
/// A name of several words, or with `-`, `+`, `/`, `.`, `*` or `'` in it, is recognised where it is known; the longest
/// match wins (DMN 1.5, 10.3.1.2). Without that knowledge a name is one word, so an expression of plain names can be
/// parsed before its variables exist; any name may be written between backquotes.
public struct FeelNames: Sendable {
    var variables = NameSet()
    var members = NameSet()
    public var types: [String: FeelType] = [:]

    /// No names; the expression's variables are plain words.
    public init() {}

    /// These variables, and the keys of contexts that may be met.
    public init(_ variables: some Sequence<String>, members: some Sequence<String> = [String]()) {
        for name in variables { self.variables.insert(name) }
        for name in members { self.members.insert(name) }
    }

    public mutating func insert(variable name: String) { variables.insert(name) }
    public mutating func insert(member name: String) { members.insert(name) }

    /// The variables of a scope with all keys inside them.
    public init(of values: [String: FeelValue]) {
        for (name, value) in values {
            variables.insert(name)
            insertMembers(of: value, depth: 0)
        }
    }

    private mutating func insertMembers(of value: FeelValue, depth: Int) {
        guard depth < 16 else { return }
        switch value {
        case .context(let context):
            for (key, inner) in context.entries {
                members.insert(key)
                insertMembers(of: inner, depth: depth + 1)
            }
        case .list(let values):
            for inner in values.prefix(100) { insertMembers(of: inner, depth: depth + 1) }
        default: break
        }
    }
}

/// Names by their first word, each as its pieces, longest first.
struct NameSet: Sendable {
    /// More names than this with the same first word are not kept; they are names of one word at most.
    private static let limit = 2_000
    private var byFirst: [String: [(pieces: [String], name: String)]] = [:]

    mutating func insert(_ name: String) {
        let pieces = NameSet.pieces(name)
        guard let first = pieces.first else { return }
        var known = byFirst[first] ?? []
        guard known.count < NameSet.limit, !known.contains(where: { $0.name == name }) else { return }
        let place = known.firstIndex { $0.pieces.count < pieces.count } ?? known.count
        known.insert((pieces, name), at: place)
        byFirst[first] = known
    }

    func candidates(_ first: String) -> [(pieces: [String], name: String)] { byFirst[first] ?? [] }

    /// A name cut into words and single symbols; spaces between them do not count.
    static func pieces(_ name: String) -> [String] {
        var pieces: [String] = []
        var word = ""
        for scalar in name.unicodeScalars {
            if scalar.isNamePart {
                word.unicodeScalars.append(scalar)
                continue
            }
            if !word.isEmpty { pieces.append(word) }
            word = ""
            if !scalar.properties.isWhitespace { pieces.append(String(scalar)) }
        }
        return word.isEmpty ? pieces : pieces + [word]
    }
}

extension Unicode.Scalar {
    /// Grammar rule 28: a letter, an underscore, a question mark, and most of what is not ASCII.
    var isNameStart: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3F: true
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            !properties.isWhitespace
        default: false
        }
    }

    /// Grammar rule 29: also digits and combining marks.
    var isNamePart: Bool {
        switch value {
        case 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: isNameStart
        }
    }

    /// Grammar rule 30: symbols that may stand inside a name.
    var isNameSymbol: Bool { "./-’'+*".unicodeScalars.contains(self) }
}
