/// How long a debt takes at what is offered by the month, with the rule on that length: who may agree to it, or that it is too long.
extension Composer {
    mutating func repay() {
        guard asks(about: asked.form), let repayment = Repayment(asked.facts, adviser) else { return }
        let worked = "duur \(repayment.months) maanden"
        let asked = asked.knowing(worked, adviser)
        for number in near {
            let known = adviser.candidate(number, score: candidates.first { $0.number == number }?.score ?? 0, asked)
            guard let rule = known.rules.indices.first(where: { decides(worked, $0, known) }) else { continue }
            add(repayment, rule, of: known)
            return
        }
    }

    /// The instructions that were found best, and then the tables of their documents.
    private var near: [Int] {
        let found = candidates.prefix(10).filter { !$0.document.isModel }.map(\.number)
        var documents: [Int] = []
        for number in found where !documents.contains(adviser.library.places[number].document) {
            documents.append(adviser.library.places[number].document)
        }
        let tables = documents.prefix(3).flatMap { adviser.library.register.passages[$0] }
            .filter { adviser.readPassage($0).hasTable }
        return found + tables.filter { !found.contains($0) }
    }

    /// The length speaks to who asks leave, who decides, how long it takes or whether it is enough, and to a bare offer.
    private func asks(about form: QuestionForm) -> Bool {
        let words = form.asking.map(\.text)
        return form.isPolar || form.onlyTells || form.wants == .person || form.wants == .period
            || words.contains { ["wie", "lang", "genoeg", "mag", "kan"].contains($0) }
    }

    /// Whether a row or bound holds, or is gone beyond, by that length.
    private func decides(_ worked: String, _ rule: Int, _ candidate: Candidate) -> Bool {
        let grounds = candidate.limits[rule] ?? candidate.verdicts[rule].flatMap { $0.truth == .yes ? $0 : nil }
        return grounds?.evidence.contains { $0.text == worked } == true
    }

    private mutating func add(_ repayment: Repayment, _ rule: Int, of candidate: Candidate) {
        used.insert(RulePlace(passage: candidate.number, rule: rule))
        var step = step(
            candidate, rule,
            why: adviser.phrases(
                "waarom.berekend", ["feiten": repayment.facts.joined(separator: "; "), "kop": candidate.heading]))
        let length = adviser.phrases(
            "berekend.duur",
            [
                "schuld": Reckoner.written(repayment.debt), "termijn": Reckoner.written(repayment.monthly),
                "maanden": String(repayment.months),
            ])
        let isBeyond = candidate.limits[rule]?.truth == .no
        let said = isBeyond ? adviser.phrases("grens.nee", ["zin": step.step]) : step.step
        step.step = length + " " + said
        step.facts = repayment.facts
        drafts.append(Draft(step: step, passage: candidate.number, weight: 2.5, kind: .reckoned, isHeld: true))
    }
}
