import Dmn

/// What a button under or beside a table asks.
enum TablePress: Hashable {
    case add
    case remove(Int)
    /// Puts the rule back that the press before took out.
    case putBack(Int)
    case move(Int, by: Int)
    case addColumn(DmnDraft.Side)
    case removeColumn(DmnDraft.Side, Int)
    case moveColumn(DmnDraft.Side, Int, by: Int)
    case save
    /// Only look at it again.
    case check

    /// `erbij`, `op:2`, `kolom-weg:in:0`.
    init(_ text: String) {
        let parts = text.split(separator: ":").map(String.init)
        let side = parts.count > 1 ? DmnDraft.Side(word: parts[1]) : nil
        let number = parts.count > 1 ? parts.last.flatMap { Int($0) } : nil
        switch (parts.first, side, number) {
        case ("erbij", _, _): self = .add
        case ("bewaar", _, _): self = .save
        case ("weg", nil, let number?): self = .remove(number)
        case ("terug", nil, let number?): self = .putBack(number)
        case ("op", nil, let number?): self = .move(number, by: -1)
        case ("neer", nil, let number?): self = .move(number, by: 1)
        case ("kolom-erbij", let side?, _): self = .addColumn(side)
        case ("kolom-weg", let side?, let number?): self = .removeColumn(side, number)
        case ("kolom-links", let side?, let number?): self = .moveColumn(side, number, by: -1)
        case ("kolom-rechts", let side?, let number?): self = .moveColumn(side, number, by: 1)
        default: self = .check
        }
    }

    var isAboutColumns: Bool {
        switch self {
        case .addColumn, .removeColumn, .moveColumn: true
        case .add, .remove, .putBack, .move, .save, .check: false
        }
    }

    /// `form` holds what a press took out before.
    func apply(to draft: inout DmnDraft, _ form: FormFields) {
        switch self {
        case .putBack(let index):
            if let removed = RemovedRule(form, at: index), draft.table.rules.count < DmnDraft.mostRules {
                draft.insertRule(removed.rule, at: index, from: removed.origin)
            }
        case .add: if draft.table.rules.count < DmnDraft.mostRules { draft.addRule() }
        case .remove(let index): draft.removeRule(index)
        case .move(let index, let step): draft.moveRule(index, by: step)
        case .addColumn(let side): if draft.count(side) < DmnDraft.mostColumns { draft.addColumn(side) }
        case .removeColumn(let side, let index): draft.removeColumn(side, index)
        case .moveColumn(let side, let index, let step): draft.moveColumn(side, index, by: step)
        case .save, .check: break
        }
    }
}

extension DmnDraft.Side {
    /// The word for it in the names of fields.
    var word: String {
        switch self {
        case .input: "in"
        case .output: "uit"
        case .annotation: "bij"
        }
    }

    init?(word: String) {
        guard let side = DmnDraft.Side.allCases.first(where: { $0.word == word }) else { return nil }
        self = side
    }
}
