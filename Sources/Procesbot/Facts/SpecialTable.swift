import Yams

/// Data on a person that may be kept only where it cannot be missed (GDPR, articles 9 and 10), as it stands in a text.
public struct SpecialData: Sendable, Hashable {
    /// Of which kind, such as `gezondheid`.
    public let kind: String
    /// The words that say it, as they were typed.
    public let words: String
    /// What to write instead.
    public let instead: String
}

/// How people speak of health, belief, origin and the like, from `bijzonder.yaml`.
struct SpecialTable: Sendable {
    private let kinds: [Kind]

    static let empty = SpecialTable(kinds: [])

    private init(kinds: [Kind]) { self.kinds = kinds }

    init(yaml: String) throws {
        let file = try YAMLDecoder().decode(File.self, from: yaml)
        kinds = file.soorten.map { Kind($0, file.woorden) }
    }

    private struct File: Decodable {
        let woorden: [String: String]
        let soorten: [Row]
    }

    private struct Row: Decodable {
        let naam: String
        let schrijf: String
        let gezegd: [String]
        let nietals: [String]?
    }

    private struct Kind: Sendable {
        let name: String
        let instead: String
        let said: [DangerPattern]
        let otherwise: [DangerPattern]

        init(_ row: Row, _ words: [String: String]) {
            func patterns(_ texts: [String]?) -> [DangerPattern] {
                (texts ?? []).map { DangerPattern(NeedTable.expanded($0, words)) }
            }
            (name, instead) = (row.naam, row.schrijf)
            (said, otherwise) = (patterns(row.gezegd), patterns(row.nietals))
        }

        /// The words of a sentence that say it; also where it is denied, as that tells as much.
        func words(in sentence: [Token]) -> Range<Int>? {
            guard !otherwise.contains(where: { $0.isMeant(in: sentence) }),
                let pattern = said.first(where: { $0.isMeant(in: sentence) })
            else { return nil }
            return sentence.indices.lazy.compactMap { pattern.span(from: $0, sentence) }.first
        }
    }

    /// What a text tells of it, each kind once, in the order of the table.
    func found(in text: String) -> [SpecialData] {
        let source = SourceText(text)
        let sentences = SentenceCutter.ranges(in: source, source.bytes.indices, isTyped: true).map { source.quote($0) }
        return kinds.compactMap { kind in
            sentences.lazy.compactMap { sentence in
                let tokens = Tokenizer.tokens(of: sentence)
                guard let words = kind.words(in: tokens) else { return nil }
                let (first, last) = (tokens[words.lowerBound].range, tokens[words.upperBound - 1].range)
                return SpecialData(
                    kind: kind.name, words: SourceText(sentence).quote(first.lowerBound..<last.upperBound),
                    instead: kind.instead)
            }.first
        }
    }
}

/// Warns of special data before a text is kept, for whoever keeps it.
public struct SpecialReader: Sendable {
    private let table: SpecialTable

    public init(_ content: AdviserContent) { table = content.specials }

    /// What a text tells of health, belief, origin and the like; nothing where it tells none of it.
    public func found(in text: String) -> [SpecialData] { table.found(in: text) }

    /// The text without the words that tell of it, for whoever hands it on.
    public func without(_ text: String) -> String {
        var text = text
        for _ in 0..<Self.mostRounds {
            let found = table.found(in: text)
            guard !found.isEmpty else { break }
            for one in found { text = text.replacing(one.words, with: "…") }
        }
        return text
    }

    /// Each round takes out one saying of every kind.
    private static let mostRounds = 40
}
