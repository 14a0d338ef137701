import Yams

/// A need that cannot wait a day, such as no food or no roof: how people say it, and what means something else.
struct Need: Sendable {
    let name: String
    /// What to do the same day, whatever the library says.
    let first: String
    /// Words to look up passages with, and how a passage on it is known.
    let search: String
    private let sources: [DangerPattern]
    private let said: [DangerPattern]
    private let otherwise: [DangerPattern]
    /// Signs of different kinds: two kinds in one sentence tell of it, where one says nothing.
    private let signs: [[DangerPattern]]

    fileprivate init(_ row: NeedTable.Row, _ words: [String: String]) {
        func patterns(_ texts: [String]?) -> [DangerPattern] {
            (texts ?? []).map { DangerPattern(NeedTable.expanded($0, words)) }
        }
        (name, first, search) = (row.naam, row.eerst, row.zoek)
        (said, otherwise, sources) = (patterns(row.gezegd), patterns(row.nietals), patterns(row.bronnen))
        signs = (row.tekenen ?? []).map(patterns)
    }

    /// Whether words of a document are about it.
    func isNamed(in words: [Token]) -> Bool { sources.contains { $0.stands(in: words) } }

    func isSaid(in sentence: [Token]) -> Bool {
        // What a sign is denied by may be the other: `ik haal mijn medicijnen niet meer op`.
        let isTold =
            said.contains { $0.isSaid(in: sentence) } || signs.count { $0.contains { $0.isMeant(in: sentence) } } > 1
        return isTold && !otherwise.contains { $0.isMeant(in: sentence) }
    }
}

/// The needs that mail and questions are listened to for, from `nood.yaml`; what is past or was put right is none.
struct NeedTable: Sendable {
    private let needs: [Need]
    private let past: [DangerPattern]

    static let empty = NeedTable(needs: [], past: [])

    private init(needs: [Need], past: [DangerPattern]) { (self.needs, self.past) = (needs, past) }

    init(yaml: String) throws {
        let file = try YAMLDecoder().decode(File.self, from: yaml)
        needs = file.noden.map { Need($0, file.woorden) }
        past = file.voorbij.map { DangerPattern(NeedTable.expanded($0, file.woorden)) }
    }

    private struct File: Decodable {
        let woorden: [String: String]
        let voorbij: [String]
        let noden: [Row]
    }

    fileprivate struct Row: Decodable {
        let naam: String
        let eerst: String
        let zoek: String
        let bronnen: [String]
        let gezegd: [String]
        let nietals: [String]?
        let tekenen: [[String]]?
    }

    /// A saying with the words that its `<names>` stand for.
    static func expanded(_ text: String, _ words: [String: String]) -> String {
        words.reduce(text) { $0.replacing("<\($1.key)>", with: $1.value) }
    }

    /// The needs that a text tells of, sentence by sentence.
    func heard(in text: String) -> [Need] {
        guard !needs.isEmpty else { return [] }
        let source = SourceText(text)
        let told = SentenceCutter.ranges(in: source, source.bytes.indices, isTyped: true).reduce(into: Set<Int>()) {
            let tokens = Tokenizer.tokens(of: source.quote($1))
            guard !past.contains(where: { $0.isMeant(in: tokens) }) else { return }
            $0.formUnion(needs.indices.filter { needs[$0].isSaid(in: tokens) })
        }
        return told.sorted().map { needs[$0] }
    }
}
