import Basics

extension Composer {
    func step(_ candidate: Candidate, _ number: Int, why: String) -> AdviceStep {
        let rule = candidate.rules[number]
        // What leans on another sentence is shown with it, unless the facts say that it holds.
        let isHeld = candidate.verdicts[number]?.truth == .yes
        let quote = candidate.document.text.quote(isHeld ? rule.range : rule.whole)
        let text =
            rule.cells.isEmpty
            ? quote.replacing("**", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            : self.text(of: rule.cells, candidate)
        return AdviceStep(step: text, why: why, sources: [source(candidate, rule.whole)])
    }

    /// The cells of a row without those of other years.
    func shown(_ cells: [(header: String, value: Range<Int>)]) -> [(header: String, value: Range<Int>)] {
        TableColumns.shown(cells.map(\.header), asked: asked.years, now: asked.facts.today.year).map { cells[$0] }
    }

    func source(_ candidate: Candidate, _ range: Range<Int>) -> QuotedSource {
        QuotedSource(
            document: candidate.document.name, title: candidate.document.title, edition: candidate.document.edition,
            hash: candidate.document.hash,
            heading: candidate.heading, quote: candidate.document.text.quote(range), range: range,
            page: candidate.page(of: range))
    }
}
