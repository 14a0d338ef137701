import Basics
import Bpmn
import Dmn
import Feel

/// The exact tests of a drawing or decision model, by the rows in which its text says them.
struct ModelLogic: Sendable {
    /// The choice of a drawing or the table of a decision.
    struct Choice: Sendable {
        /// By the row as it is written down; a row that stands there twice has none.
        fileprivate(set) var rows: [String: Row] = [:]
        /// Whether no two of its rows go together.
        var isExclusive: Bool
        /// Whether the first row that holds goes, whatever those behind it say.
        var takesFirst = false
        private var doubled: Set<String> = []

        init(isExclusive: Bool, takesFirst: Bool = false) {
            (self.isExclusive, self.takesFirst) = (isExclusive, takesFirst)
        }

        mutating func add(_ row: Row, as line: String) {
            if rows.removeValue(forKey: line) != nil { doubled.insert(line) }
            if !doubled.contains(line) { rows[line] = row }
        }
    }

    struct Row: Sendable {
        /// A test for each column that asks; nothing where anything will do, or where it cannot be read.
        let tests: [Column]
        /// The way that is left when no other holds.
        var isRest = false
    }

    enum Column: Sendable { case anything, unread, test(ModelTest) }

    private var choices: [String: Choice] = [:]
    /// How the steps of a drawing stand in one another; empty for a decision model.
    var places = ModelPlaces()

    /// The choice that a heading names by its id: `Is de eigenaar bekend? (g1)`.
    func choice(headed heading: String) -> Choice? {
        guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else { return nil }
        return choices[String(heading[heading.index(after: open)...].dropLast())]
    }

    mutating func add(_ choice: Choice, as id: String) { choices[id] = choice }
}

extension ModelLogic {
    /// The tests of a file; nothing where it is no model, or cannot be read.
    init?(_ bytes: [UInt8], _ form: DocumentForm) {
        switch form {
        case .bpmn:
            guard let definitions = try? BpmnReading(bytes).definitions else { return nil }
            self = BpmnDocument.logic(of: definitions)
        case .dmn:
            var flaws: [Diagnostic] = []
            guard let model = DmnFile(bytes, diagnostics: &flaws)?.model else { return nil }
            self = DmnDocument.logic(of: model)
        case .markdown, .html, .plain, .docx, .odt, .pdf: return nil
        }
    }
}
