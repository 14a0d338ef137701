import Basics
import Journal

extension Koppeling {
    /// Adds a koppeling or changes it; the journal keeps what it may give since when.
    public struct Change: Sendable {
        public var koppeling: Koppeling
        /// The key that it calls with from now on; nothing where that stays.
        public var sleutel: String?

        public init(_ koppeling: Koppeling, sleutel: String? = nil) {
            self.koppeling = koppeling
            self.sleutel = sleutel
        }

        /// Says whether it has another key now.
        @discardableResult
        public func run(in act: Act) throws -> Bool {
            try act.tx.koppelingen.put(koppeling, sleutel: sleutel)
            let content: JSON = [
                "naam": .string(koppeling.naam), "berichten": .array(koppeling.berichten.map { .string($0) }),
                "signalen": .array(koppeling.signalen.map { .string($0) }), "advies": .bool(koppeling.advies),
                "actief": .bool(koppeling.isActief),
                "sleutel": .bool(sleutel != nil),
            ]
            try act.record("koppeling_gewijzigd", of: Subject(kind: Koppeling.subject, id: koppeling.code), content)
            return sleutel != nil
        }
    }
}
