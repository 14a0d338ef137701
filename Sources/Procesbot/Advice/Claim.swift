/// A sentence that gives one thing its number: `De opzegtermijn is één maand`, `Een nieuwe pas kost 8 euro`.
struct Claim {
    /// What gets the number, and all words of weight that say which one.
    let head: Term
    let subject: [Term]
    let quantity: Quantity
    /// The time in which something may be done so often: `twee keer per kalenderjaar`.
    var rate: PeriodUnit?
    /// Whether it answers the question above it, which then says of what it is.
    var isAnswer = false
    /// What a deadline is counted to or from: `uiterlijk 3 dagen voor de levering`; nothing in any other claim.
    var event: [Term]?

    private static let verbs: Set<String> = [
        "is", "zijn", "bedraagt", "bedragen", "kost", "kosten", "duurt", "duren", "geldt", "wordt", "worden",
    ]
    private static let reach = 10

    /// Read from the words of a sentence: a subject, one of a few verbs, and a number behind it in the same clause.
    init?(_ sentence: Sentence) {
        let tokens = sentence.tokens
        guard let verb = tokens.prefix(Self.reach).firstIndex(where: { Self.verbs.contains($0.text) }), verb > 0,
            !tokens[..<verb].contains(where: { $0.mark != nil })
        else { return nil }
        let end = tokens[verb...].firstIndex { $0.mark != nil } ?? tokens.count - 1
        let numbers = QuantityReader.quantities(in: tokens).filter {
            $0.tokens.lowerBound > verb && $0.tokens.lowerBound <= end && Self.isMeasured($0)
        }
        let named = sentence.terms.filter { $0.tokens.upperBound <= verb && $0.weight >= 0.3 }
        let strong = named.filter { $0.weight >= 0.6 }
        // An everyday noun is the subject where there is no other: `een nieuwe pas`.
        let subject = strong.isEmpty ? Array(named.suffix(1)) : strong
        let first = tokens[..<verb].firstIndex { ["van", "voor", "bij", "op", "in"].contains($0.text) } ?? verb
        guard let head = subject.last(where: { $0.tokens.lowerBound < first }) ?? subject.last, numbers.count == 1
        else {
            return nil
        }
        (self.head, self.subject, quantity) = (head, subject, numbers[0])
    }

    /// A sentence that says by when something must be done; one that only points back takes its subject from the heading.
    static func deadline(_ sentence: Sentence, under heading: [Term]) -> Claim? {
        let periods = QuantityReader.quantities(in: sentence.tokens).filter(isMeasured)
        guard periods.count == 1, let period = periods.first, case .period = period.measure, period.upper != nil,
            sentence.tokens[period.tokens].contains(where: { ["binnen", "uiterlijk", "tot"].contains($0.text) })
        else { return nil }
        let end = period.tokens.upperBound
        let isFixed = end < sentence.tokens.count && ["na", "voor", "vanaf"].contains(sentence.tokens[end].text)
        let event = isFixed ? sentence.terms.filter { (end...end + 4).contains($0.tokens.lowerBound) } : []
        let own = sentence.terms.filter {
            $0.weight >= 0.3 && !$0.tokens.overlaps(period.tokens)
                && !(isFixed && (end...end + 4).contains($0.tokens.lowerBound))
        }
        let subject = own.isEmpty ? names(in: heading) : own
        return subject.first.map { head in
            var claim = Claim(head: head, subject: subject, quantity: period, event: event)
            claim.isAnswer = own.isEmpty
            return claim
        }
    }

    /// What a heading names: its words of weight, and the everyday ones where there are no others.
    private static func names(in heading: [Term]) -> [Term] {
        let plain = heading.filter {
            $0.weight >= 0.3 && $0.tokens.count == 1 && PeriodUnit(word: $0.token.text) == nil
        }
        let strong = plain.filter { $0.weight >= 0.6 }
        return strong.isEmpty ? plain : strong
    }

    /// A sentence that says how often something may be done in a time; of what, says the sentence before or the heading where it does not.
    static func frequency(_ sentence: Sentence, under heading: [Term], behind before: [Term]) -> Claim? {
        let tokens = sentence.tokens
        let counts = QuantityReader.quantities(in: tokens).filter { quantity in
            let behind = tokens.dropFirst(quantity.tokens.upperBound).prefix(3).map(\.text)
            return quantity.measure == .count && behind.count == 3 && ["keer", "maal"].contains(behind[0])
                && behind[1] == "per"
        }
        guard counts.count == 1, let count = counts.first,
            let unit = PeriodUnit(endOf: tokens[count.tokens.upperBound + 2].text)
        else { return nil }
        let own = sentence.terms.filter { $0.weight >= 0.6 && $0.tokens.upperBound <= count.tokens.lowerBound }
        let subject = own.isEmpty ? (before.isEmpty ? heading : before).filter { $0.weight >= 0.6 } : own
        return subject.first.map { head in
            var claim = Claim(head: head, subject: subject, quantity: count, event: nil)
            claim.rate = unit
            return claim
        }
    }

    private init(head: Term, subject: [Term], quantity: Quantity, event: [Term]?) {
        (self.head, self.subject, self.quantity, self.event) = (head, subject, quantity, event)
    }

    /// A sentence that lets someone do something up to so much or so long (`mag de sleutel ten hoogste 3 dagen houden`), with what it
    /// asks for that: two of them that speak of the same in any words must allow the same.
    static func allowance(_ sentence: Sentence) -> Claim? {
        let tokens = sentence.tokens
        guard tokens.contains(where: { ["mag", "mogen", "kan", "kunnen", "kunt", "kun"].contains($0.text) }),
            !tokens.contains(where: { Denial.contains($0.text) })
        else { return nil }
        let bounds = QuantityReader.quantities(in: tokens).filter(isMeasured)
        guard bounds.count == 1, let most = bounds.first, most.lower == nil, most.upper != nil else { return nil }
        let words = sentence.terms.filter {
            $0.weight >= 0.6 && !$0.tokens.overlaps(most.tokens) && !$0.isJoined && $0.tokens.count == 1
        }
        return words.count >= 3 ? Claim(head: words[0], subject: words, quantity: most, event: nil) : nil
    }

    /// Whether two allowances speak of the same: all words of the shorter one stand in the other, which adds next to nothing.
    func allowsSame(as other: Claim) -> Bool {
        let (short, long) = subject.count <= other.subject.count ? (subject, other.subject) : (other.subject, subject)
        let added = long.count { one in !short.contains { Self.isKin(one, $0, atLeast: 0.45) } }
        return added <= 2 && short.allSatisfy { one in long.contains { Self.isKin(one, $0, atLeast: 0.6) } }
    }

    private static func isMeasured(_ quantity: Quantity) -> Bool {
        switch quantity.measure {
        case .money, .percent, .period: true
        case .position, .date, .count: false
        }
    }

    /// Whether another sentence speaks of the same thing: the same head, and nothing in either that the other's surroundings lack.
    func isOfSameThing(as other: Claim, _ around: [Term], _ otherAround: [Term]) -> Bool {
        guard rate == other.rate else { return false }
        if rate != nil { return sharesSubject(with: other) }
        if isAnswer || other.isAnswer, event?.isEmpty ?? true, other.event?.isEmpty ?? true {
            return allAreKin(subject, otherAround) && allAreKin(other.subject, around)
        }
        switch (event, other.event) {
        case (nil, nil): guard Self.isKin(head, other.head, atLeast: 0.6) else { return false }
        case (let mine?, let its?):
            guard
                mine.isEmpty && its.isEmpty
                    || mine.contains(where: { one in its.contains { Self.isKin(one, $0, atLeast: 0.6) } })
            else { return false }
        case (nil, _?), (_?, nil): return false
        }
        let topic = around.filter { $0.weight >= 0.6 && $0.tokens.count == 1 && $0.likeness(to: head) < 0.45 }
        return subject.allSatisfy { one in otherAround.contains { Self.isKin(one, $0, atLeast: 0.45) } }
            && other.subject.allSatisfy { one in around.contains { Self.isKin(one, $0, atLeast: 0.45) } }
            && topic.contains { one in otherAround.contains { $0.weight >= 0.6 && $0.likeness(to: one) >= 0.6 } }
    }

    /// Most of what the shorter of two subjects names stands in the other.
    private func sharesSubject(with other: Claim) -> Bool {
        let (short, long) = subject.count <= other.subject.count ? (subject, other.subject) : (other.subject, subject)
        let shared = short.count { one in long.contains { Self.isKin(one, $0, atLeast: 0.8) } }
        return 2 * shared >= short.count && shared > 0
    }

    private func allAreKin(_ terms: [Term], _ others: [Term]) -> Bool {
        terms.allSatisfy { one in others.contains { Self.isKin(one, $0, atLeast: 0.45) } }
    }

    /// The same word, or a compound that ends in the other: a `bankpas` is a `pas`.
    private static func isKin(_ one: Term, _ other: Term, atLeast: Float) -> Bool {
        if one.likeness(to: other) >= atLeast { return true }
        let (left, right) = (one.token.text, other.token.text)
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.count >= 3 && long.count >= short.count + 3 && long.hasSuffix(short)
    }

    /// Amounts with amounts, shares with shares, and all periods with each other, in days.
    static func isComparable(_ one: Quantity, _ other: Quantity) -> Bool {
        switch (one.measure, other.measure) {
        case (.period, .period): true
        default: one.measure == other.measure
        }
    }

    /// Whether two numbers cannot both be right; a month is thirty days or thirty-one.
    static func differ(_ one: Quantity, _ other: Quantity) -> Bool {
        guard case .period(let left) = one.measure, case .period(let right) = other.measure else {
            return one.lower != other.lower || one.upper != other.upper
        }
        func apart(_ a: Int?, _ b: Int?) -> Bool {
            guard let a, let b else { return a != b }
            let (x, y) = (Double(a) * left.days, Double(b) * right.days)
            return abs(x - y) > 0.05 * max(x, y)
        }
        // `tot 5 dagen` and `uiterlijk 5 dagen` are one deadline here.
        func edge(_ quantity: Quantity) -> Int? { quantity.upper.map { quantity.isStrict ? $0 + 1 : $0 } }
        return apart(one.lower, other.lower) || apart(edge(one), edge(other))
    }
}

extension Composer {
    /// Sentences anywhere in the library that give what is asked another number, under no other condition.
    func claimConflicts(_ chosen: [Candidate]) -> [SourceConflict] {
        let asking = asked.query.filter {
            $0.weight >= 0.3 && asked.form.asking.indices.contains($0.term.tokens.lowerBound)
        }
        for candidate in chosen.prefix(2) {
            for (rule, claim) in claims(of: candidate)
            where asking.contains(where: { wanted in names(claim).contains { wanted.term.likeness(to: $0) >= 0.6 } }) {
                let conflicts = rivals(of: claim, candidate, rule).map { other, place in
                    SourceConflict(
                        about: adviser.phrases("tegenspraak", ["kop": candidate.heading]),
                        sources: [
                            source(candidate, candidate.rules[rule].range), source(other, other.rules[place].range),
                        ])
                }
                if !conflicts.isEmpty { return conflicts }
            }
        }
        return allowanceConflicts(chosen)
    }

    /// Allowances elsewhere that let the same go further or less far, where the question asks for one of them.
    private func allowanceConflicts(_ chosen: [Candidate]) -> [SourceConflict] {
        for candidate in chosen.prefix(2) {
            for (rule, claim) in allowances(of: candidate)
            where asked.query.count(where: { wanted in
                wanted.weight >= 0.6 && claim.subject.contains { wanted.term.likeness(to: $0) >= 0.45 }
            }) >= 2 {
                let words = adviser.library.query(claim.subject.map(\.token))
                let found = adviser.library.search(words, on: asked.facts.today, for: asked.scope, limit: 8)
                for hit in found where hit.document.name != candidate.document.name && !hit.document.isModel {
                    let other =
                        candidates.first { $0.number == hit.number } ?? adviser.candidate(hit.number, score: 0, asked)
                    let rival = allowances(of: other).first { _, rival in
                        Claim.isComparable(claim.quantity, rival.quantity)
                            && Claim.differ(claim.quantity, rival.quantity) && claim.allowsSame(as: rival)
                    }
                    guard let rival else { continue }
                    return [
                        SourceConflict(
                            about: adviser.phrases("tegenspraak", ["kop": candidate.heading]),
                            sources: [
                                source(candidate, candidate.rules[rule].range),
                                source(other, other.rules[rival.0].range),
                            ])
                    ]
                }
            }
        }
        return []
    }

    private func allowances(of candidate: Candidate) -> [(Int, Claim)] {
        candidate.applicable.compactMap { rule in
            guard candidate.rules[rule].sentences.count == 1, candidate.rules[rule].cells.isEmpty else { return nil }
            return Claim.allowance(candidate.sentences[candidate.rules[rule].sentences.lowerBound]).map { (rule, $0) }
        }
    }

    /// Whether the sources disagree on the very number that is asked.
    func disagree(_ conflicts: [SourceConflict]) -> Bool {
        let asksValue =
            asked.form.wants.map { $0 != .person && $0 != .contact } ?? false || asked.form.asksValue
            || asked.form.asksMoment
        return asksValue && !conflicts.isEmpty
    }

    /// What a question must name to ask for it.
    private func names(_ claim: Claim) -> [Term] {
        claim.event == nil && claim.rate == nil ? [claim.head] : claim.subject
    }

    private func claims(of candidate: Candidate) -> [(Int, Claim)] {
        let heading = adviser.library.lexicon.terms(of: candidate.passage.heading)
        return candidate.applicable.compactMap { rule in
            guard candidate.rules[rule].condition == nil, candidate.rules[rule].sentences.count == 1 else { return nil }
            let sentence = candidate.sentences[candidate.rules[rule].sentences.lowerBound]
            let often = Claim.frequency(sentence, under: heading, behind: beside(rule, candidate))
            return (often ?? Claim(sentence) ?? Claim.deadline(sentence, under: heading)).map { (rule, $0) }
        }
    }

    private func around(_ candidate: Candidate, _ claim: Claim, _ rule: Int) -> [Term] {
        claim.subject + beside(rule, candidate)
            + candidate.passage.trail.flatMap { adviser.library.lexicon.terms(of: $0) }
            + adviser.library.lexicon.terms(of: candidate.document.title)
    }

    /// `Neem het gesprek op. De opname blijft …`: the sentence before it in its own bullet or paragraph says of what it is.
    private func beside(_ rule: Int, _ candidate: Candidate) -> [Term] {
        let place = candidate.rules[rule].sentences.lowerBound
        guard place > 0, candidate.sentences[place - 1].block == candidate.sentences[place].block else { return [] }
        return candidate.sentences[place - 1].terms
    }

    private func rivals(of claim: Claim, _ candidate: Candidate, _ rule: Int) -> [(Candidate, Int)] {
        let words = adviser.library.query(claim.subject.map(\.token)) + asked.query
        let found = adviser.library.search(words, on: asked.facts.today, for: asked.scope, limit: 12).filter {
            $0.number != candidate.number && !$0.document.isModel
        }
        return found.flatMap { hit -> [(Candidate, Int)] in
            let other = candidates.first { $0.number == hit.number } ?? adviser.candidate(hit.number, score: 0, asked)
            return claims(of: other).filter { place, rival in
                Claim.isComparable(claim.quantity, rival.quantity) && Claim.differ(claim.quantity, rival.quantity)
                    && claim.isOfSameThing(as: rival, around(candidate, claim, rule), around(other, rival, place))
            }.map { (other, $0.0) }
        }
    }
}
