public import Basics
import Database

extension Playbook {
    /// The act of collection that a taak with this outcome amounts to.
    func handeling(of taak: Taak, _ outcome: [String: JSON]) -> String? {
        guard let act = taak.formulier.flatMap({ formulieren[$0] })?.handeling, act.isMeant(by: outcome) else {
            return nil
        }
        return act.wat
    }
}

extension Taak {
    /// Makes a taak outside the process: something that a person must look at, with a form that says what.
    public struct Opdracht: Sendable {
        public var zaak: Identifier<Zaak>
        public var formulier: String
        public var waarom: String?
        public var uiterlijk: Day
        /// Whose work it is; that of the zaaktype where none is named.
        public var groep: String?
        /// Who promised it, or found it: it stays with them. Where none is named it is of who has the zaak.
        public var behandelaar: Medewerker?

        public init(
            zaak: Identifier<Zaak>, formulier: String, waarom: String? = nil, uiterlijk: Day, groep: String? = nil,
            behandelaar: Medewerker? = nil
        ) {
            self.groep = groep
            self.behandelaar = behandelaar
            self.zaak = zaak
            self.formulier = formulier
            self.waarom = waarom
            self.uiterlijk = uiterlijk
        }

        @discardableResult
        public func run(in act: Act) throws -> Identifier<Taak> {
            let zaak = try act.openZaak(zaak)
            let form = act.playbook.formulieren[formulier]
            let taak = Taak(
                id: act.newID(), zaak: zaak.id, soort: .los, element: nil, stap: formulier,
                naam: form?.naam.nl ?? formulier, formulier: formulier, keuzes: [],
                groepen: Groepen([groep].compactMap(\.self), else: try act.zaaktype(of: zaak).groep(forLane: nil)),
                behandelaar: behandelaar ?? (groep == nil ? zaak.behandelaar : nil),
                waarom: waarom ?? form?.inleiding?.nl ?? "",
                ontstaan: act.now,
                uiterlijk: uiterlijk, staat: .open, versie: 0)
            try act.tx.taken.add(taak, bedrag: zaak.bedrag)
            try act.record(
                "taak_ontstaan", of: zaak.id,
                [
                    "taak": .string(taak.id.text), "stap": .string(taak.stap), "naam": .string(taak.naam),
                    "los": true, "waarom": waarom.map { .string($0) } ?? .null,
                ])
            return taak.id
        }
    }
}

extension TaakStore {
    /// Takes back a taak that nobody needs any more; one that is done stays so.
    public func withdraw(_ id: Identifier<Taak>) throws {
        try tx.run(
            """
            UPDATE taken SET staat = 'ingetrokken', versie = versie + 1
            WHERE id = \(id) AND staat IN ('open', 'rust')
            """)
    }
}
