/// Tables of ranges on both sides, for an amount and a length that the question gives: who may agree to it.
extension Reckoner {
    /// The one cell that the numbers of the case point at, of whatever table of the library it stands in, where it is asked who decides.
    func cells() -> [Outcome] {
        guard asksLeave else { return [] }
        let tables = adviser.library.places.indices.filter { number in
            adviser.readPassage(number).hasTable && asked.allows(adviser.library.passage(number).document)
                && adviser.readPassage(number).rules.contains {
                    isCell($0, of: adviser.library.passage(number).document)
                }
        }
        let found = tables.filter { $0 != candidate.number }.compactMap(cell)
        return found.count == 1 ? found : []
    }

    private func cell(in number: Int) -> Outcome? {
        let table = adviser.candidate(number, score: 0, asked)
        let held = table.rules.indices.filter { index in
            guard isCell(table.rules[index], of: table.document), let verdict = table.verdicts[index] else {
                return false
            }
            return verdict.truth == .yes && Set(measures(of: verdict)).count > 1
        }
        guard held.count == 1, let rule = held.first, let evidence = table.verdicts[rule]?.evidence else { return nil }
        let reckoner = Reckoner(adviser: adviser, asked: asked, candidate: table)
        guard let text = reckoner.cell(of: table.rules[rule], evidence) else { return nil }
        // What stands right behind the table may turn it: `Is het de tweede keer, dan beslist de teamleider`.
        let turns = table.rules.filter {
            $0.cells.isEmpty && $0.sentences.lowerBound > table.rules[rule].sentences.lowerBound
        }
        .prefix(3)
        let composer = Composer(adviser, asked)
        let more = turns.map {
            table.document.text.quote($0.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return Outcome(
            sentence: ([text] + more).joined(separator: " "),
            sources: ([table.rules[rule].range] + turns.map(\.range)).map { composer.source(table, $0) },
            heading: table.heading, facts: evidence.map(\.told))
    }

    /// What kinds of number chose it.
    private func measures(of verdict: Verdict) -> [Bool] {
        verdict.evidence.flatMap(\.quantities).map { $0.measure.isOfTime }
    }

    private func isCell(_ rule: Rule, of document: LibraryDocument) -> Bool {
        let heads = rule.cells.map(\.header)
        return rule.cells.count == 2 && !document.isModel && TableColumns.areRanges(heads + heads.suffix(1))
    }

    /// `Wie mag hier ja op zeggen?`, `mag ik dit zelf?`
    private var asksLeave: Bool {
        let words = Set(asked.form.asking.map(\.text))
        return asked.form.wants == .person
            || !words.isDisjoint(with: ["wie", "mag", "zelf", "bevoegd", "akkoord", "beslist"])
    }
}
