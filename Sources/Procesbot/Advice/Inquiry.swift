import Basics

/// A question with everything read from it before the library is asked.
struct Inquiry {
    let text: String
    let tokens: [Token]
    /// The words of the question; `context` those of the facts given with it.
    let query: [QueryTerm]
    let context: [QueryTerm]
    private(set) var facts: CaseFacts
    let form: QuestionForm
    /// The years that it asks about.
    let years: Set<Int>
    let gate: Refusal.Reason?
    let scope: SourceScope
    /// What a model makes of the question; nothing where none was asked.
    var meaning: Meaning?
    /// Dangers to people that the question tells of, and what it says besides.
    let dangers: [Danger]
    let rest: String
    /// Dangers of which there are signs only.
    let feared: [Danger]

    /// What may or can not be done in this zaak now.
    let obstacles: [Obstacle]

    /// How special data is spoken of, where the question tells of it; that is shown to nobody as a fact.
    private let specials: SpecialTable?

    /// The steps of its process at which the zaak stands.
    var standing: [[String]] { Inquiry.standing(facts) }

    private static func standing(_ facts: CaseFacts) -> [[String]] {
        facts.statements.filter { $0.origin == .zaak && $0.tokens.first?.text == "stap" }
            .map { $0.tokens.dropFirst().map(\.text) }
    }

    /// Where it stands in the drawings.
    private(set) var whereabouts = Whereabouts()
    /// The passages of its step, and of what comes right behind it or can happen there.
    private(set) var near = Whereabouts.Nearby()
    /// The drawings in which it stands; what other drawings say is no more to it than to anybody.
    private(set) var home: Set<String> = []

    /// Whether it is where the zaak stands, or what can come of that.
    func isNear(_ candidate: Candidate) -> Bool {
        near.here.contains(candidate.number) || near.next.contains(candidate.number)
    }

    func standsIn(_ document: LibraryDocument) -> Bool { home.contains(document.name) }

    /// Whether a document may be cited in the answer.
    func allows(_ document: LibraryDocument) -> Bool { document.isValid(on: facts.today) && scope.includes(document) }

    init(
        _ question: String, given: JSON?, corrections: [Correction] = [], on day: Day, for scope: SourceScope = .all,
        adviser: Adviser
    ) {
        let question = adviser.library.inFull(Shorthand.expanded(question))
        text = question
        self.scope = scope
        let heard = adviser.dangers.heard(in: question)
        (dangers, feared, rest) = (heard.told, heard.feared, heard.rest)
        tokens = Tokenizer.tokens(of: question)
        form = QuestionForm(question, tokens)
        years = NamedYears.inSentence(Array(form.asking))
        query = Inquiry.weighed(adviser.library.query(tokens), form, tokens, question, adviser)
        let reader = adviser.statements
        let said = reader.statements(in: question, origin: .question)
        let known = Inquiry.sentences(given).flatMap {
            reader.statements(of: adviser.model.typed($0.sentence), origin: $0.origin)
        }
        let statements = reader.corrected(known + said, by: corrections)
        context = statements.filter { $0.origin != .question || $0.corrects != nil }.flatMap { statement in
            adviser.library.query(statement.tokens).map { $0.weighing(Inquiry.weight(inSearch: statement)) }
        }
        facts = CaseFacts(statements: statements, today: day, model: adviser.model)
        gate = Gate.reason(question, tokens, form)
        obstacles = Obstacle.all(in: given, adviser.phrases)
        specials = adviser.specials.found(in: question).isEmpty ? nil : adviser.specials
        place(in: adviser.library)
    }

    /// What is only known of the zaak hardly says what the question is about; where it stands and what bars acts do.
    private static func weight(inSearch statement: Statement) -> Float {
        statement.isSaid || statement.tellsWhere || statement.isState ? 1 : 0.2
    }

    private mutating func place(in library: Library) {
        let drawings = library.modelNumbers.filter { allows(library.documents[$0]) }
        whereabouts = Whereabouts(at: standing, of: drawings, in: library)
        home = whereabouts.drawings(of: library)
        near = whereabouts.near(in: library)
    }

    /// What was given with the question, with where it came from: `zaak` and `klant` are groups of their own.
    private static func sentences(_ given: JSON?) -> [(sentence: GivenFacts.Sentence, origin: Statement.Origin)] {
        guard var rest = given else { return [] }
        let groups: [(JSON, Statement.Origin)] = [(rest["zaak"], .zaak), (rest["klant"], .klant)].filter {
            $0.0.fields != nil
        }
        for (_, origin) in groups { rest[origin.rawValue] = .array([]) }
        if rest.fields != nil { rest[Obstacle.key] = .array([]) }
        return (groups + [(rest, .given)]).flatMap { json, origin in
            GivenFacts.sentences(json).map { ($0, origin) }
        }
    }

    /// Towns are facts, not subjects; what the asking sentence names weighs most.
    private static func weighed(
        _ query: [QueryTerm], _ form: QuestionForm, _ tokens: [Token], _ text: String, _ adviser: Adviser
    ) -> [QueryTerm] {
        let towns = Set(adviser.statements.places.places(in: tokens).map(\.token))
        let quoted = Gate.quotedRanges(in: text)
        let names = NamedPeople.tokens(
            in: tokens, unknown: Set(query.filter { !$0.isKnown || $0.meant != nil }.map(\.term.tokens.lowerBound)))
        let aside = SideClauses.tokens(in: tokens, query, form)
        let counted = QuantityReader.quantities(in: tokens).map(\.tokens)
        let own =
            form.asksDecision
            ? adviser.library.query(Tokenizer.tokens(of: adviser.phrases("zoek.besluit"))).filter(\.isKnown) : []
        return own
            + query.map { term in
                let place = term.term.tokens.lowerBound
                let isTown = term.term.tokens.count == 1 && towns.contains(place)
                let isQuoted = quoted.contains { $0.contains(term.term.token.range.lowerBound) }
                let isCounted = !term.isKnown && counted.contains { $0.contains(place) }
                let asks = form.asking.indices.contains(place)
                let term = asks && adviser.library.lacksHead(of: term.term) ? term.knownInPart : term
                let byKind: Float = isTown ? (term.isKnown ? 0.3 : 0) : isQuoted ? 0.25 : asks ? 1.4 : 1
                let byPlace: Float = names.contains(place) || isCounted ? 0 : aside.contains(place) ? 0.2 : 1
                return term.weighing(byKind).weighing(byPlace)
            }
    }

    /// The same with what was worked out of it.
    func knowing(_ text: String, _ adviser: Adviser) -> Inquiry {
        var asked = self
        asked.facts = facts.adding(adviser.statements.statements(in: text, origin: .computed))
        return asked
    }

    /// The facts as they are shown, with their origin.
    var found: [FoundFact] {
        facts.statements.filter(isShown).map { statement in
            let value: JSON =
                statement.isUncertain ? .string("onbekend") : statement.isDenied ? .bool(false) : .bool(true)
            return FoundFact(
                fact: statement.shown, value: value, origin: statement.origin.rawValue, corrects: statement.corrects)
        }
    }

    /// Tells of health, belief and the like: nothing to show, also not as a reason.
    func isSpecial(_ statement: Statement) -> Bool {
        specials.map { !$0.found(in: statement.text).isEmpty } ?? false
    }

    /// What only asks is no fact, and what tells of health, belief and the like is none to show.
    private func isShown(_ statement: Statement) -> Bool {
        guard !statement.isBareAsking, !isSpecial(statement) else { return false }
        return !statement.isAsked || !statement.quantities.isEmpty || !statement.places.isEmpty
    }
}
