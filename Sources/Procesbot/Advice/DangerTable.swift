import Yams

/// A danger to people that comes before any other subject of a question: how it is said, and what passages on it are known by.
struct Danger: Sendable {
    let name: String
    /// What to do first, whatever the library says.
    let first: String
    /// Words to look up passages with.
    let search: String
    private let said: [DangerPattern]
    private let otherwise: [DangerPattern]
    private let sources: [DangerPattern]
    private let wider: [DangerPattern]
    /// Signs of different kinds: none says it by itself, two kinds together may mean it.
    private let signs: [[DangerPattern]]
    /// What to ask where signs leave doubt.
    let doubt: String?

    fileprivate init(_ row: DangerTable.Row) {
        name = row.naam
        first = row.eerst
        search = row.zoek
        said = row.gezegd.map(DangerPattern.init)
        otherwise = (row.nietals ?? []).map(DangerPattern.init)
        sources = row.bronnen.map(DangerPattern.init)
        wider = (row.ruimer ?? []).map(DangerPattern.init)
        signs = (row.tekenen ?? []).map { $0.map(DangerPattern.init) }
        doubt = row.twijfel
    }

    /// Whether a sentence of a question speaks of it.
    func isSaid(in sentence: [Token]) -> Bool {
        said.contains { $0.isSaid(in: sentence) } && !otherwise.contains { $0.stands(in: sentence) }
    }

    /// Whether signs of two kinds or more stand in what someone tells, although nothing says it outright.
    func isFeared(in sentences: [[Token]]) -> Bool {
        signs.count { kind in sentences.contains { said in kind.contains { $0.isSaid(in: said) } } } >= 2
    }

    /// How plainly words of a document are about it: 2 by its name, 1 by a wider one.
    func plainness(of words: [Token]) -> Int {
        if sources.contains(where: { $0.stands(in: words) }) { return 2 }
        return wider.contains { $0.stands(in: words) } ? 1 : 0
    }
}

/// The dangers the adviser listens for, from `gevaar.yaml`.
struct DangerTable: Sendable {
    let dangers: [Danger]

    static let empty = DangerTable(dangers: [])

    private init(dangers: [Danger]) { self.dangers = dangers }

    init(yaml: String) throws { dangers = try YAMLDecoder().decode([Row].self, from: yaml).map(Danger.init) }

    fileprivate struct Row: Decodable {
        let naam: String
        let eerst: String
        let gezegd: [String]
        let nietals: [String]?
        let zoek: String
        let bronnen: [String]
        let ruimer: [String]?
        let tekenen: [[String]]?
        let twijfel: String?
    }

    /// What a text tells of danger, what it makes one fear, and the rest of it.
    func heard(in text: String) -> Heard {
        guard !dangers.isEmpty else { return Heard(told: [], feared: [], rest: text) }
        let source = SourceText(text)
        var heard: Set<Int> = []
        var rest: [String] = []
        var sentences: [[Token]] = []
        for range in SentenceCutter.ranges(in: source, source.bytes.indices, isTyped: true) {
            let tokens = Tokenizer.tokens(of: source.quote(range))
            let found = dangers.indices.filter { dangers[$0].isSaid(in: tokens) }
            if found.isEmpty { rest.append(source.quote(range)) }
            heard.formUnion(found)
            sentences.append(tokens)
        }
        let feared = dangers.indices.filter { !heard.contains($0) && dangers[$0].isFeared(in: sentences) }
        return Heard(
            told: heard.sorted().map { dangers[$0] }, feared: feared.map { dangers[$0] },
            rest: rest.joined(separator: " "))
    }

    struct Heard {
        let told: [Danger]
        let feared: [Danger]
        let rest: String
    }

    /// The danger that a heading names plainly.
    func named(in heading: [Token]) -> Danger? { dangers.first { $0.plainness(of: heading) == 2 } }
}
