import Yams

/// The table of synonyms and everyday words that the process owner edits.
public struct WordTable: Sendable {
    struct Entry: Sendable {
        let words: String
        let concept: String
        let share: Float
    }

    var entries: [Entry] = []
    var everyday: Set<String> = []
    /// Words that only serve to cut compounds.
    var parts: Set<String> = []

    public init() {}

    /// Reads `gelijk:` (groups of words that mean the same), `onder:` (a wider word with narrower ones) and the list of everyday words.
    public init(synonyms yaml: String, everyday list: String = "") throws {
        let file = try YAMLDecoder().decode(SynonymFile.self, from: yaml)
        for group in file.gelijk ?? [] {
            guard let name = group.first else { continue }
            for word in group { entries.append(Entry(words: word, concept: name, share: 0.9)) }
        }
        for (wide, narrow) in (file.onder ?? [:]).sorted(by: { $0.key < $1.key }) {
            entries.append(Entry(words: wide, concept: "onder " + wide, share: 0.9))
            for word in narrow { entries.append(Entry(words: word, concept: "onder " + wide, share: 0.8)) }
        }
        everyday = Set(list.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })
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
