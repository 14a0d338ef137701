import Basics

/// A draft of what is kept of a talk, made of the notes and the advice on them; a person checks it and decides what is kept.
///
/// What tells of health, belief and the like is left out of it.
public struct CallReport: Sendable, Hashable {
    /// Why there was contact: what was written down first.
    public let reason: String
    /// The facts that were found in the notes, with what a person corrected in them.
    public let facts: [String]
    /// What was agreed.
    public let agreement: String
    /// The questions that are still open.
    public let open: [String]
    /// What was left out of it.
    public let leftOut: [SpecialData]

    /// How many words each part may have, so that the whole stays short.
    private static let (mostReason, mostFacts, mostAgreement, mostOpen) = (25, 35, 25, 25)

    public init(notes: String, _ advice: Advice?, _ content: AdviserContent) {
        let source = SourceText(notes)
        let sentences = SentenceCutter.ranges(in: source, source.bytes.indices, isTyped: true).map { source.quote($0) }
        let fit = sentences.filter { content.specials.found(in: $0).isEmpty && !$0.trimmed(of: " ").hasSuffix("?") }
        let agreed = fit.filter { content.calls.isAgreement(Tokenizer.tokens(of: $0)) }
        let first = fit.first { !agreed.contains($0) } ?? ""
        let used = ([first] + agreed).joined(separator: " ")
        reason = Self.cut(Self.corrected(first, advice), to: Self.mostReason)
        agreement = Self.cut(agreed.joined(separator: " "), to: Self.mostAgreement)
        facts = Self.fitting(
            (advice?.facts ?? []).filter {
                $0.origin == "question" && !used.contains($0.corrects ?? $0.fact) || $0.isCorrected
            }
            .map(\.fact).filter { content.specials.found(in: $0).isEmpty }, in: Self.mostFacts)
        open = Self.fitting(
            (advice?.missing ?? []).filter { !$0.isDanger }.prefix(2).map(\.question), in: Self.mostOpen)
        leftOut = content.specials.found(in: notes)
    }

    /// What a person corrected replaces what was typed.
    private static func corrected(_ text: String, _ advice: Advice?) -> String {
        (advice?.facts ?? []).reduce(text) { text, fact in
            guard let old = fact.corrects, !old.isEmpty else { return text }
            return text.replacing(old, with: fact.fact)
        }
    }

    private static func cut(_ text: String, to most: Int) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count <= most ? words.joined(separator: " ") : words.prefix(most).joined(separator: " ") + " …"
    }

    /// As many as fit, each once.
    private static func fitting(_ facts: [String], in most: Int) -> [String] {
        var kept: [String] = []
        var room = most
        for fact in facts where !kept.contains(fact) {
            room -= fact.split(whereSeparator: \.isWhitespace).count
            guard room >= 0 else { break }
            kept.append(fact)
        }
        return kept
    }
}

extension FoundFact {
    /// Whether a person says it is so, where it was read otherwise.
    fileprivate var isCorrected: Bool { corrects != nil && origin == "question" && value.text == nil }
}
