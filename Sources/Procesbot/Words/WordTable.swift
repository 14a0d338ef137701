import Yams

/// The table of synonyms and everyday words that the process owner edits.
public struct WordTable: Sendable {
    struct Entry: Sendable {
        let words: String
        let concept: String
        let share: Float
        /// Of everyday Dutch, and not of the field: it weighs less and lifts no other word.
        var isGeneral = false
    }

    var entries: [Entry] = []
    var everyday: Set<String> = []
    /// Words that only serve to cut compounds.
    var parts: Set<String> = []

    public init() {}

    /// Reads `gelijk:` (groups of words that mean the same), `onder:` (a wider word with narrower ones) and the list of everyday words.
    public init(synonyms yaml: String, general: String = "", everyday list: String = "") throws {
        add(try YAMLDecoder().decode(SynonymFile.self, from: yaml), isGeneral: false)
        if !general.isEmpty { add(try YAMLDecoder().decode(SynonymFile.self, from: general), isGeneral: true) }
        everyday = Set(list.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })
    }

    private mutating func add(_ file: SynonymFile, isGeneral: Bool) {
        let mark = isGeneral ? "gewoon " : ""
        func enter(_ word: String, _ concept: String, _ share: Float) {
            entries.append(
                Entry(
                    words: word, concept: mark + concept, share: isGeneral ? share - 0.1 : share, isGeneral: isGeneral))
        }
        for group in file.gelijk ?? [] {
            guard let name = group.first else { continue }
            for word in group { enter(word, name, 0.9) }
        }
        for (wide, narrow) in (file.onder ?? [:]).sorted(by: { $0.key < $1.key }) {
            enter(wide, "onder " + wide, 0.9)
            for word in narrow { enter(word, "onder " + wide, 0.8) }
        }
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
