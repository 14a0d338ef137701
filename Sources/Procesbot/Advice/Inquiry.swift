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
        query = adviser.library.query(tokens)
        let sentences = given.map(GivenFacts.sentences) ?? []
        context = sentences.flatMap { adviser.library.query(Tokenizer.tokens(of: $0)) }
        let said = adviser.statements.statements(in: question, origin: .question)
        let known = sentences.flatMap { adviser.statements.statements(in: $0, origin: .given) }
        facts = CaseFacts(statements: known + said, today: day, model: adviser.model)
        form = QuestionForm(question, tokens)
        gate = Gate.reason(question, tokens, form)
    }

    /// The facts as they are shown, with their origin.
    var found: [FoundFact] {
        facts.statements.filter { !$0.isAsked || !$0.quantities.isEmpty || !$0.places.isEmpty }.map { statement in
            let value: JSON = statement.isUncertain ? .string("onbekend") : statement.isDenied ? .bool(false) : .bool(true)
            return FoundFact(fact: statement.text.trimmed(of: ".,;:"), value: value, origin: statement.origin.rawValue)
        }
    }
}
