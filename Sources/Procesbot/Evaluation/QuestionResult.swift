import Basics

/// What came of one test question, and what differed.
public struct QuestionResult: Sendable {
    public let id: String
    public let shouldRefuse: Bool
    public let isRefused: Bool
    public let reason: String?
    public let confidence: Double
    /// What the person reads of it: `duidelijk`, `waarschijnlijk`, `mogelijk`; insufficient where it was refused.
    public let certainty: Advice.Certainty
    /// What the library knows of the question, in figures.
    public let support: SupportFigures
    /// How plainly the first step answers, in figures.
    public let firstStep: FirstStepFigures
    /// The sources cited, each once, in order: document and heading.
    public let cited: [String]
    public let expected: [String]
    public let quotes: Int
    public let quotesRight: Int
    /// What was missing or too much; empty when it is right.
    public let differences: [String]
    /// Whether the first step alone already answers: it comes from an expected source and holds one of the expected words.
    public let isFirstRight: Bool
    /// The first step, as people read it; nothing when it is refused.
    public let first: String?

    public var isRight: Bool { differences.isEmpty }

    init(_ question: TestQuestion, _ advice: Advice, _ library: Library) {
        id = question.id
        shouldRefuse = question.weigering != nil
        reason = advice.refused?.reason.rawValue
        isRefused = advice.refused != nil && advice.refused?.reason.rawValue != question.magWeigeren
        confidence = advice.confidence
        certainty = advice.refused == nil ? advice.certainty : .insufficient
        support = advice.support
        firstStep = advice.first
        let sources = (advice.route + advice.also).flatMap(\.sources)
        cited = Self.distinct(sources.map { $0.document + " " + $0.heading })
        expected = question.bronnen ?? []
        quotes = sources.count
        quotesRight = sources.count { Self.stands($0, in: library) }
        differences = Self.differences(question, advice, cited, isRefused)
        first = isRefused ? nil : advice.route.first?.step
        isFirstRight = !isRefused && !shouldRefuse && advice.route.first.map { Self.answers(question, $0) } ?? false
    }

    private static func answers(_ question: TestQuestion, _ step: AdviceStep) -> Bool {
        let sources = question.bronnen ?? []
        let text = Folding.fold(step.step)
        let isSourced =
            sources.isEmpty
            || step.sources.contains { cited in
                sources.contains { fits(cited.document + " " + cited.heading, $0) }
            }
        let words = (question.woorden ?? []).flatMap { $0.split(separator: "|") }
        return isSourced && (words.isEmpty || words.contains { text.contains(Folding.fold(String($0))) })
            && !(question.niet ?? []).contains { text.contains(Folding.fold($0)) }
    }

    /// Which part of all expected sources is among the first `count` cited; it never falls with the count.
    public func recall(at count: Int) -> Double {
        guard !expected.isEmpty else { return 0 }
        let first = cited.prefix(count)
        return Double(expected.count { source in first.contains { Self.fits($0, source) } }) / Double(expected.count)
    }

    /// Whether a document with its heading is the one that is meant, in whatever folder it lies; marks behind a word say nothing.
    static func fits(_ cited: String, _ expected: String) -> Bool {
        let parts = expected.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return cited.contains(expected) }
        let file = cited.prefix { $0 != " " }.split(separator: "/").last ?? ""
        return (cited.hasPrefix(parts[0]) || file.hasPrefix(parts[0])) && words(cited).contains(words(String(parts[1])))
    }

    /// The words of a heading between spaces, without the marks at their ends.
    private static func words(_ text: String) -> String {
        " " + text.split(separator: " ").map { String($0).trimmed(of: "?!.:,;()") }.joined(separator: " ") + " "
    }

    private static func stands(_ source: QuotedSource, in library: Library) -> Bool {
        guard let document = library.documents.last(where: { $0.name == source.document && $0.hash == source.hash })
        else { return false }
        return !source.quote.isEmpty
            && Array(source.quote.utf8)
                == Array(document.text.bytes[source.range.clamped(to: document.text.bytes.indices)])
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static func differences(_ question: TestQuestion, _ advice: Advice, _ cited: [String], _ isRefused: Bool)
        -> [String]
    {
        if let wanted = question.weigering {
            guard let refused = advice.refused else {
                return ["not refused; first: " + (advice.route.first?.step ?? "-")]
            }
            return wanted == "ja" || wanted == refused.reason.rawValue
                ? [] : ["refused as " + refused.reason.rawValue + ", not " + wanted]
        }
        if isRefused { return ["refused: " + (advice.refused?.reason.rawValue ?? "")] }
        let text = Folding.fold((advice.route + advice.also + advice.tell).map { $0.step }.joined(separator: "\n"))
        let lacking = (question.woorden ?? []).filter { word in
            !word.split(separator: "|").contains { text.contains(Folding.fold(String($0))) }
        }
        let wrong = (question.niet ?? []).filter { text.contains(Folding.fold($0)) }
        let first =
            question.bronnen?.first.map { source in
                cited.contains { fits($0, source) } ? [] : ["source " + source + " not cited"]
            } ?? []
        return first + lacking.map { "lacks: " + $0 } + wrong.map { "has: " + $0 }
    }
}
