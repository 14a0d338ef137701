import Basics
import Synchronization

/// A passage read as sentences and rules: all that does not depend on what is asked.
struct ReadPassage: Sendable {
    let sentences: [Sentence]
    let rules: [Rule]
    /// The words of the headings with the title of the document.
    let heading: [Term]
    /// The words of the headings without that title.
    let own: [Term]
    /// The words of its sentences.
    let terms: [Term]

    /// The numbers, periods and dates in its sentences, in order.
    let quantities: [Place]

    /// A number, and the sentence in which it stands.
    struct Place: Sendable {
        let quantity: Quantity
        let sentence: Int
    }

    /// Whether any of its rules is a row.
    var hasTable: Bool { rules.contains { !$0.cells.isEmpty } }
}

extension Adviser {
    func readPassage(_ number: Int) -> ReadPassage { reading.passage(number) { read(number) } }

    private func read(_ number: Int) -> ReadPassage {
        let (document, passage) = library.passage(number)
        let sentences = passage.sentences(in: document.text, library.lexicon)
        // A sentence in a document that gives the adviser orders is content like any other, and no step.
        let isHead =
            passage.trail.count <= 1 && library.places[number].passage == 0
            && document.passages.dropFirst().contains { $0.trail.count > 1 }
        let rules = rules.rules(of: passage, sentences, in: document.text).filter { rule in
            !Gate.changesRules(document.text.quote(rule.range))
                && !(rule.cells.isEmpty && rule.condition == nil && rule.sentences.count == 1
                    && Marginalia.isOne(sentences[rule.sentences.lowerBound].tokens, inHead: isHead))
        }
        let trail = passage.trail.map { library.lexicon.terms(of: $0) }
        return ReadPassage(
            sentences: sentences, rules: rules, heading: trail.flatMap { $0 },
            own: trail.dropFirst(passage.trail.first == document.title ? 1 : 0).flatMap { $0 },
            terms: sentences.flatMap(\.terms),
            quantities: sentences.indices.flatMap { index in
                QuantityReader.quantities(in: sentences[index].tokens).map { .init(quantity: $0, sentence: index) }
            })
    }
}

/// The passages that were asked for lately, so that the next question need not read them again.
///
/// A passage keeps its number as long as its adviser lives: a changed library has an adviser of its own.
final class ReadingRoom: Sendable {
    private let passages = Mutex(Recent<Int, ReadPassage>(half: 500))

    func passage(_ number: Int, orElse read: () -> ReadPassage) -> ReadPassage {
        if let known = passages.withLock({ $0.find(number) }) { return known }
        let passage = read()
        passages.withLock { $0.keep(passage, for: number) }
        return passage
    }
}
