public import Basics
public import Database
public import Engine

/// What a process can choose by, of one zaak: single values, by the name that its conditions use, or by decision and column
/// (`klantsegment/Hulp nodig`) for what a decision table looked at.
public struct Keuzefeiten: Hashable, Sendable {
    public let feiten: [String: JSON]

    /// As they were kept.
    public init(_ feiten: [String: JSON]) { self.feiten = feiten }

    /// As the zaak stands; nothing without a process.
    public init?(of zaak: Identifier<Zaak>, in processen: ProcessLibrary, _ tx: Transaction) throws {
        guard let instance = try tx.processen.instance(of: zaak) else { return nil }
        try self.init(of: zaak, at: instance, in: processen, tx)
    }

    /// The same of a process as it is at hand.
    init(of zaak: Identifier<Zaak>, at instance: ProcessInstance, in processen: ProcessLibrary, _ tx: Transaction)
        throws
    {
        let names = instance.definitions.compactMap { processen[$0]?.decidingNames }.reduce(into: Set<String>()) {
            $0.formUnion($1)
        }
        var found: [String: JSON] = [:]
        for (name, value) in instance.variables() where names.contains(name) {
            Keuzefeiten.keep(value, as: name, in: &found)
        }
        for besluit in try tx.beslissingen.standing(for: zaak) {
            for (column, value) in besluit.invoer {
                Keuzefeiten.keep(value, as: "\(besluit.beslissing)/\(column)", in: &found)
            }
        }
        feiten = found
    }

    /// Text longer than this is a story, and no fact to choose by.
    private static let longest = 40

    /// Single values, and those of one context.
    private static func keep(_ value: JSON, as name: String, in found: inout [String: JSON], isInner: Bool = false) {
        switch value {
        case .bool, .number: found[name] = value
        case .string(let text) where text.count <= longest: found[name] = value
        case .object(let fields) where !isInner:
            for (field, inner) in fields { keep(inner, as: "\(name).\(field)", in: &found, isInner: true) }
        case .string, .object, .array, .null: break
        }
    }
}
