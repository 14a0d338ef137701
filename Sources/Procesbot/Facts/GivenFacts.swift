import Basics

/// Turns facts given as JSON, of any shape, into sentences that are read as if they were said.
enum GivenFacts {
    private static let deepest = 6

    /// A sentence, with the value that it was made of where it has a name.
    typealias Sentence = (text: String, named: NamedValue?)

    static func sentences(_ json: JSON) -> [Sentence] { sentences(json, path: [], depth: 0) }

    private static func sentences(_ json: JSON, path: [String], depth: Int) -> [Sentence] {
        guard depth < deepest else { return [] }
        let label = FactName.words(of: path.last ?? "")
        func one(_ text: String) -> [Sentence] { [(text, label.isEmpty ? nil : NamedValue(path: path, json))] }
        switch json {
        case .null: return label.isEmpty ? [] : one(label + " onbekend")
        case .bool(let value): return one(value ? label : "geen " + label)
        case .number(let value): return one(joined(label, value.description, isCount: true))
        case .string(let text): return one(joined(label, text, isCount: false))
        case .array(let values):
            return values.flatMap { sentences($0, path: path, depth: depth + 1) }.map { ($0.text, nil) }
        case .object(let fields):
            return fields.sorted { $0.key < $1.key }.flatMap {
                sentences($0.value, path: path + [$0.key], depth: depth + 1)
            }
        }
    }

    /// `2 dossiers` for a count of things, `inkomen 1850` for an amount, `woonplaats Rotterdam` for a word.
    private static func joined(_ label: String, _ value: String, isCount: Bool) -> String {
        switch value.lowercased() {
        case "ja", "true", "yes": return label
        case "nee", "false", "no", "geen": return "geen " + label
        case "onbekend", "unknown", "weet niet", "?": return label + " onbekend"
        default: break
        }
        if ["feiten", "feit", "toelichting", "situatie", "omschrijving", "facts", "notitie", "overig"].contains(label)
            || label.isEmpty
        {
            return value
        }
        if Int(value) != nil, let (name, unit) = unit(of: label) { return name + " " + value + " " + unit }
        let small = Int(value).map { (0..<100).contains($0) } ?? false
        if isCount, value == "1", label.hasSuffix("s") { return value + " " + label.dropLast() }
        if isCount, small, label.hasSuffix("s") || label.hasSuffix("en") { return value + " " + label }
        return label + " " + value
    }

    /// `achterstand in maanden`, `looptijd (weken)`: a name that ends in its unit.
    private static func unit(of label: String) -> (name: String, unit: String)? {
        var words = label.lowercased().filter { $0 != "(" && $0 != ")" }.split(separator: " ").map(String.init)
        guard words.count > 1, let unit = words.popLast(),
            PeriodUnit(word: unit) != nil || ["euro", "procent"].contains(unit)
        else { return nil }
        while let last = words.last, ["in", "aantal", "hele"].contains(last) { words.removeLast() }
        return words.isEmpty ? nil : (words.joined(separator: " "), unit)
    }
}

extension StatementReader {
    /// What was given, read as if it were said; the value keeps its name where one statement came of it.
    func statements(of given: GivenFacts.Sentence, origin: Statement.Origin) -> [Statement] {
        var statements = statements(in: given.text, origin: origin)
        if statements.count == 1 { statements[0].named = given.named }
        return statements
    }
}
