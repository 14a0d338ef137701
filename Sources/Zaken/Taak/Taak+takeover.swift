public import Basics

extension Taak {
    /// Someone takes a taak that a colleague has, and says why.
    public struct Takeover: Sendable {
        public var taak: Identifier<Taak>
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid
        public var reden: String

        public init(taak: Identifier<Taak>, door: Medewerker, als: Bevoegdheid, reden: String) {
            self.taak = taak
            self.door = door
            self.als = als
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard let found = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            try als.require(found, act.playbook)
            guard found.behandelaar != door else { return }
            try act.tx.taken.assign(found, to: door)
            let before: JSON = found.behandelaar.map { .string($0.rawValue) } ?? .null
            try act.record(
                "taak_toegewezen", of: found.zaak,
                [
                    "taak": .string(taak.text), "aan": .string(door.rawValue), "van": before, "reden": .string(reden),
                ])
        }
    }
}
