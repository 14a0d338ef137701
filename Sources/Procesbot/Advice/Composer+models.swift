/// Rows of a drawing in words: what is done, by whom, and what comes then.
extension Composer {
    typealias Cells = [(header: String, value: Range<Int>)]

    /// A row as people read it: what a drawing says in a sentence, the cells of a table with their headers.
    func text(of cells: Cells, _ candidate: Candidate) -> String {
        modelled(cells, candidate)
            ?? shown(cells).filter { !$0.value.isEmpty }.map { cell in
                (cell.header.isEmpty ? "" : cell.header + ": ") + candidate.document.text.quote(cell.value)
            }.joined(separator: "; ")
    }

    /// A step with who does it and what comes then, or a way out of a choice; nothing for another row.
    private func modelled(_ cells: Cells, _ candidate: Candidate) -> String? {
        guard candidate.document.isModel else { return nil }
        let values = cells.map { Self.unmarked(candidate.document.text.quote($0.value)) }
        if cells.map(\.header) == ModelText.stepHeaders { return step(values) }
        if cells.map(\.header) == ModelText.eventHeaders { return Self.ended(values[0]) + then(values[2]) }
        guard cells.count == 2, cells[1].header == ModelText.stepHeaders[0] else { return nil }
        return way(asked: cells[0].header, values)
    }

    /// What a machine does or what happens by itself: nothing to propose to a person.
    func isNobodysWork(_ candidate: Candidate) -> Bool {
        guard candidate.document.isModel, !candidate.hasDecidedRow else { return false }
        return candidate.rules.contains { rule in
            guard ModelText.isStep(rule.cells.map(\.header)) else { return false }
            let who = candidate.document.text.quote(rule.cells[1].value).lowercased()
            return rule.cells[0].header == ModelText.eventHeaders[0] || Self.machines.contains(where: who.contains)
        }
    }

    private static let machines = ["automat", "systeem", "robot"]

    private func step(_ values: [String]) -> String {
        let who = values[1].isEmpty ? "" : adviser.phrases("model.wie", ["wie": values[1]])
        return Self.ended(adviser.phrases("model.stap", ["stap": values[0], "wie": who])) + then(values[2])
    }

    private func then(_ next: String) -> String {
        next.isEmpty ? "" : " " + Self.ended(adviser.phrases("model.daarna", ["stap": next]))
    }

    /// A sentence ends in one mark: a step may be called by its question.
    private static func ended(_ sentence: String) -> String {
        sentence.hasSuffix("?") || sentence.hasSuffix(".") ? sentence : sentence + "."
    }

    private func way(asked question: String, _ values: [String]) -> String {
        let opening = question.isEmpty ? "" : question.hasSuffix("?") ? question + " " : question + ": "
        // A way without a name is told by where it leads.
        let name = values[0] == "-" ? "" : Self.ended(values[0])
        return (opening + name + then(values[1])).trimmed(of: " ")
    }

    /// Without the ids by which the steps are found in the drawing: `Klant bedanken (bedanken)`.
    static func unmarked(_ cell: String) -> String {
        cell.split(separator: ", ").map { name in
            guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex,
                !name[open...].contains(" ")
            else { return String(name) }
            return name[..<open].trimmed(of: " ")
        }.joined(separator: ", ")
    }
}

extension Adviser {
    /// A place in a drawing that the question does not name and no fact leads to: words in common make it no advice.
    /// `inWords` is the share of the question that the instructions know.
    func isPassing(_ candidate: Candidate, _ asked: Inquiry, inWords: Float) -> Bool {
        guard candidate.document.isDrawing, !candidate.hasDecidedRow, !asked.standsIn(candidate.document) else {
            return false
        }
        let isOneWord = asked.query.count { $0.weight >= 0.3 } == 1
        if isOneWord, candidate.coverage < Support.leastOfOneWord { return true }
        guard inWords >= 0.7 * candidate.coverage else { return false }
        let name = library.lexicon.terms(of: Composer.unmarked(candidate.heading)).filter {
            $0.weight >= 0.3 && !$0.isJoined && !$0.token.text.contains(where: \.isNumber)
        }
        let said = asked.query.map(\.term)
        if FactModel.cover(name, by: said) >= Support.leastOfName, Self.names(name, in: said) { return false }
        // What is written at the place is an instruction like another.
        let written = candidate.rules.filter(\.cells.isEmpty).flatMap(\.terms)
        return coverage(by: written, asked.query) < min(Support.leastInProse, inWords)
    }
}
