import Basics
import Hummingbird

/// A field of a question from another program that is not taken as it stands.
enum Adviesveld: Hashable, Sendable {
    case onbekend([String])
    /// A field that is of another kind than is expected, as the phrase says.
    case anders(String, verwacht: String)

    /// What a question may hold.
    static let bekend = ["vraag", "zaak", "zaaktype", "stap", "feiten"]
    /// Beside those, what a form says of the facts that were read: numbered.
    private static let genummerd: Set<String> = ["feit", "stand", "anders", "was"]

    /// The first that is wrong in a JSON object, unknown names before all.
    init?(wrongIn json: JSON) {
        guard let fields = json.fields else {
            self = .anders("vraag", verwacht: "coupling.expected_object")
            return
        }
        let unknown = fields.keys.filter { !Adviesveld.bekend.contains($0) }.sorted()
        let texts = ["vraag", "zaak", "zaaktype", "stap"]
        if !unknown.isEmpty {
            self = .onbekend(unknown)
        } else if let other = texts.first(where: { !Adviesveld.isTextOrNothing(fields[$0]) }) {
            self = .anders(other, verwacht: "coupling.expected_text")
        } else if let facts = fields["feiten"], facts != .null, facts.fields == nil {
            self = .anders("feiten", verwacht: "coupling.expected_feiten")
        } else {
            return nil
        }
    }

    /// The names in an address or a form that are not known.
    init?(unknownIn form: FormFields) {
        let unknown = Set(form.pairs.map(\.name)).filter { !Adviesveld.isKnown($0) }.sorted()
        guard !unknown.isEmpty else { return nil }
        self = .onbekend(unknown)
    }

    private static func isTextOrNothing(_ value: JSON?) -> Bool { value == nil || value == .null || value?.text != nil }

    private static func isKnown(_ name: String) -> Bool {
        let parts = name.split(separator: "-")
        return bekend.contains(name)
            || parts.count == 2 && genummerd.contains(String(parts[0])) && parts[1].allSatisfy(\.isWholeNumber)
    }
}

extension Response {
    /// Refuses a question with a field that is not taken, and tells what is.
    static func refused(_ veld: Adviesveld, _ words: Words) -> Response {
        let known = JSON.array(Adviesveld.bekend.map { .string($0) })
        return switch veld {
        case .onbekend(let names):
            .json(
                [
                    "fout": "onbekend_veld", "velden": .array(names.map { .string($0) }), "bekend": known,
                    "uitleg": .string(words("coupling.expected_geen_veld")),
                ], .unprocessableContent)
        case .anders(let name, let expected):
            .json(
                ["fout": "veld", "veld": .string(name), "bekend": known, "uitleg": .string(words(expected))],
                .unprocessableContent)
        }
    }
}
