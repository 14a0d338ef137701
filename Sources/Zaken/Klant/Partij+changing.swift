public import Basics
import Journal
public import Klanten

extension Partij {
    /// Someone changes how a person is named, lives and can be reached.
    public struct Wijziging: Sendable {
        public var partij: Identifier<Partij>
        public var gegevens: Contactgegevens

        public init(partij: Identifier<Partij>, gegevens: Contactgegevens) {
            self.partij = partij
            self.gegevens = gegevens
        }

        /// The journal tells which fields changed and only the ends of what stood there; nothing when nothing changed.
        public func run(in act: Act) throws {
            guard let before = try act.tx.partijen.find(partij) else { throw PartijRefusal.unknown }
            let after = try gegevens.changing(before)
            let differences = after.differences(from: before)
            guard !differences.isEmpty else { return }
            try act.tx.partijen.save(after)
            try act.record(
                "contactgegevens_gewijzigd", of: .klant(partij),
                ["velden": .array(differences.map(\.record))])
            // The zaken carry the name and the address in what they are found by.
            if after.naam != before.naam || after.adres != before.adres {
                for var zaak in try act.tx.zaken.all(of: partij) { try act.save(&zaak) }
            }
        }
    }
}

extension Partij.Verschil {
    fileprivate var record: JSON {
        [
            "veld": .string(veld.rawValue), "van": van.map { .string($0) } ?? .null,
            "naar": naar.map { .string($0) } ?? .null,
        ]
    }
}
