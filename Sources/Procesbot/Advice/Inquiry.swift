import Basics

/// A question with everything read from it before the library is asked.
struct Inquiry {
    let text: String
    let tokens: [Token]
    /// The words of the question; `context` those of the facts given with it.
    let query: [QueryTerm]
    let context: [QueryTerm]
    let facts: CaseFacts
    let form: QuestionForm
    let gate: Refusal.Reason?

    init(_ question: String, given: JSON?, on day: Day, adviser: Adviser) {
        text = question
        tokens = Tokenizer.tokens(of: question)
        form = QuestionForm(question, tokens)
        query = Inquiry.weighed(adviser.library.query(tokens), form, tokens, question, adviser)
        let sentences = given.map(GivenFacts.sentences) ?? []
        context = sentences.flatMap { adviser.library.query(Tokenizer.tokens(of: $0)) }
        let said = adviser.statements.statements(in: question, origin: .question)
        let known = sentences.flatMap { adviser.statements.statements(in: $0, origin: .given) }
        facts = CaseFacts(statements: known + said, today: day, model: adviser.model)
        gate = Gate.reason(question, tokens, form)
    }

    /// Towns are facts, not subjects; what the asking sentence names weighs most.
    private static func weighed(
        _ query: [QueryTerm], _ form: QuestionForm, _ tokens: [Token], _ text: String, _ adviser: Adviser
    ) -> [QueryTerm] {
        let towns = Set(adviser.statements.places.places(in: tokens).map(\.token))
        let quoted = Gate.quotedRanges(in: text)
        let own =
            form.asksDecision
            ? adviser.library.query(Tokenizer.tokens(of: adviser.phrases("zoek.besluit"))).filter(\.isKnown) : []
        return own
            + query.map { term in
                let isTown = term.term.tokens.count == 1 && towns.contains(term.term.tokens.lowerBound)
                let isQuoted = quoted.contains { $0.contains(term.term.token.range.lowerBound) }
                let asks = form.asking.indices.contains(term.term.tokens.lowerBound)
                return term.weighing(isTown ? (term.isKnown ? 0.3 : 0) : isQuoted ? 0.25 : asks ? 1.4 : 1)
            }
    }

    /// The facts as they are shown, with their origin.
    var found: [FoundFact] {
        facts.statements.filter { !$0.isAsked || !$0.quantities.isEmpty || !$0.places.isEmpty }.map { statement in
            let value: JSON =
                statement.isUncertain ? .string("onbekend") : statement.isDenied ? .bool(false) : .bool(true)
            return FoundFact(fact: statement.text.trimmed(of: ".,;:"), value: value, origin: statement.origin.rawValue)
        }
    }
}
