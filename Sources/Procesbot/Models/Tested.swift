/// Holds the rows of a drawing or decision table against the facts by the tests of its file, and by their words where those do not tell.
struct Tested {
    private let choice: ModelLogic.Choice?
    private let document: LibraryDocument
    private let facts: NamedFacts
    private let judge: Judge

    init(_ document: LibraryDocument, _ passage: Passage, _ facts: CaseFacts, _ judge: Judge) {
        choice = document.logic?.choice(headed: passage.heading)
        (self.document, self.judge) = (document, judge)
        self.facts = NamedFacts(facts)
    }

    /// The verdicts with those that the tests make certain in their place.
    func verdicts(on rules: [Rule], _ verdicts: [Verdict?]) -> [Verdict?] {
        guard let choice else { return verdicts }
        var verdicts = verdicts
        let rows = rules.indices.filter { !rules[$0].cells.isEmpty }
        for index in rows {
            guard let row = row(of: rules[index]), !row.isRest else { continue }
            verdicts[index] = verdict(on: row, rules[index]) ?? verdicts[index]
        }
        guard rows.contains(where: { verdicts[$0]?.isExact == true }) else { return verdicts }
        if choice.takesFirst {
            takeFirst(&verdicts, rows, rules)
        } else if choice.isExclusive {
            exclude(&verdicts, rows)
        }
        leave(&verdicts, rows.filter { row(of: rules[$0])?.isRest == true }, of: rows)
        return verdicts
    }

    private func row(of rule: Rule) -> ModelLogic.Row? { choice?.rows[document.text.quote(rule.range)] }

    /// The columns together; nothing where no test tells anything.
    private func verdict(on row: ModelLogic.Row, _ rule: Rule) -> Verdict? {
        let parts = row.tests.enumerated().compactMap { number, column -> Verdict? in
            let words = rule.columns.indices.contains(number) ? rule.columns[number] : nil
            switch column {
            case .anything: return nil
            case .unread: return words.map(judge.verdict)
            case .test(let test):
                let exact = test.verdict(facts)
                return exact.isExact ? exact : words.map(judge.verdict) ?? .unknown
            }
        }
        guard parts.contains(where: \.isExact) else { return nil }
        var verdict = judge.joined(parts, Truth.all)
        verdict.isExact = parts.allSatisfy(\.isExact) || parts.contains { $0.isExact && $0.truth == .no }
        return verdict
    }

    /// Of rows that do not go together one that holds rules out what words alone would choose.
    private func exclude(_ verdicts: inout [Verdict?], _ rows: [Int]) {
        guard let held = rows.first(where: { verdicts[$0]?.isHeldExactly == true }) else { return }
        for index in rows where verdicts[index]?.isHeldExactly != true {
            verdicts[index] = Verdict(truth: .no, evidence: verdicts[held]?.evidence ?? [], isExact: true)
        }
    }

    /// Of rows of which the first goes, one that holds ends the table, and waits for those before it that are not known.
    private func takeFirst(_ verdicts: inout [Verdict?], _ rows: [Int], _ rules: [Rule]) {
        var before: [Verdict] = []
        var held: Verdict?
        for index in rows {
            if let held {
                verdicts[index] = Verdict(truth: .no, evidence: held.evidence, isExact: true)
            } else if let own = verdicts[index] {
                if own.isHeldExactly { (held, verdicts[index]) = (own, own.waiting(for: before)) }
                before.append(own)
            } else if row(of: rules[index])?.asksNothing == true {
                let rest = Verdict(truth: .yes, evidence: before.flatMap(\.evidence), isExact: true)
                (held, verdicts[index]) = (rest, rest.waiting(for: before))
            }
        }
    }

    /// The way that is left: taken when no other holds, and not when one does.
    private func leave(_ verdicts: inout [Verdict?], _ rests: [Int], of rows: [Int]) {
        let others = rows.filter { !rests.contains($0) }.map { verdicts[$0] }
        for index in rests {
            if let held = others.first(where: { $0?.isHeldExactly == true }), let held {
                verdicts[index] = Verdict(truth: .no, evidence: held.evidence, isExact: true)
            } else if !others.isEmpty, others.allSatisfy({ $0?.isExact == true && $0?.truth == .no }) {
                let evidence = others.compactMap { $0 }.flatMap(\.evidence)
                verdicts[index] = Verdict(truth: .yes, evidence: evidence, isExact: true)
            }
        }
    }
}

extension Verdict {
    fileprivate var isHeldExactly: Bool { isExact && truth == .yes }

    /// Not known as long as one before it may hold.
    fileprivate func waiting(for before: [Verdict]) -> Verdict {
        let open = before.filter { $0.truth == .unknown }
        return open.isEmpty ? self : Verdict(truth: .unknown, evidence: evidence, open: open.flatMap(\.open))
    }
}

extension ModelLogic.Row {
    fileprivate var asksNothing: Bool {
        tests.allSatisfy {
            if case .anything = $0 { return true }
            return false
        }
    }
}
