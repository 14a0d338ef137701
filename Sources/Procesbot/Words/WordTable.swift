import Yams

/// The table of synonyms and everyday words that the process owner edits.
public struct WordTable: Sendable {
    struct Entry: Sendable {
        let words: String
        let concept: String
        let share: Float
        /// Of everyday Dutch, and not of the field: it weighs less and lifts no other word.
        var isGeneral = false
        /// Meant in this very form only: `stukken` are papers and `stuk` is broken, though they have one root.
        var isExact = false
    }

    /// Words that mean the same, or that fall under a wider one.
    public struct Group: Hashable, Sendable {
        /// The wider word; nothing where all mean the same.
        public let wide: String?
        public let words: [String]

        public init(wide: String?, words: [String]) {
            self.wide = wide
            self.words = words
        }
    }

    var entries: [Entry] = []
    /// The groups of the field, without everyday ones.
    public private(set) var groups: [Group] = []
    /// Light wherever they stand.
    var everyday: Set<String> = []
    /// What people say around their question: a word as any other where a library has it, and nothing where it does not.
    var spoken: Set<String> = []
    /// Words that only serve to cut compounds.
    var parts: Set<String> = []

    public init() {}

    /// Reads `gelijk:` (groups of words that mean the same), `onder:` (a wider word with narrower ones) and the lists of everyday and spoken words.
    public init(synonyms yaml: String, general: String = "", everyday: String = "", spoken: String = "") throws {
        add(try YAMLDecoder().decode(SynonymFile.self, from: yaml), isGeneral: false)
        if !general.isEmpty { add(try YAMLDecoder().decode(SynonymFile.self, from: general), isGeneral: true) }
        self.everyday = Self.list(everyday)
        self.spoken = Self.list(spoken)
    }

    private static func list(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })
    }

    /// The same table with these groups of the field in it.
    public func adding(_ groups: [Group]) -> WordTable {
        var table = self
        for group in groups { table.add(group, isGeneral: false) }
        return table
    }

    private mutating func add(_ file: SynonymFile, isGeneral: Bool) {
        for words in file.gelijk ?? [] { add(Group(wide: nil, words: words), isGeneral: isGeneral) }
        for (wide, narrow) in (file.onder ?? [:]).sorted(by: { $0.key < $1.key }) {
            add(Group(wide: wide, words: narrow), isGeneral: isGeneral)
        }
    }

    private mutating func add(_ group: Group, isGeneral: Bool) {
        guard let name = group.wide.map({ "onder " + $0 }) ?? group.words.first else { return }
        func enter(_ word: String, _ share: Float) {
            entries.append(
                Entry(
                    words: word.trimmed(of: "="), concept: (isGeneral ? "gewoon " : "") + name,
                    share: isGeneral ? share - 0.1 : share, isGeneral: isGeneral, isExact: word.hasPrefix("=")))
        }
        if let wide = group.wide { enter(wide, 0.9) }
        for word in group.words { enter(word, group.wide == nil ? 0.9 : 0.8) }
        if !isGeneral { groups.append(Group(wide: group.wide, words: group.words.map { $0.trimmed(of: "=") })) }
    }

    /// Adds the words of a library, so that its own compounds can be cut.
    public func adding(parts words: Set<String>) -> WordTable {
        var table = self
        table.parts.formUnion(words)
        return table
    }
}

private struct SynonymFile: Decodable {
    let gelijk: [[String]]?
    let onder: [String: [String]]?
}
