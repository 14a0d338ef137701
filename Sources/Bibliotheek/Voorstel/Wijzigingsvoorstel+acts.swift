public import Basics
import Journal
import Procesbot
public import Zaken

extension Wijzigingsvoorstel {
    /// A person proposes a change; it is measured at once, and counts for nothing until it is published.
    public struct Proposing: Sendable {
        /// What is proposed: a file that is read, or another change.
        public enum Inhoud: Sendable {
            case bron(Bron.Filing)
            case wijziging(Wijziging)
        }

        public var inhoud: Inhoud
        public var door: Medewerker

        public init(_ inhoud: Inhoud, door: Medewerker) {
            self.inhoud = inhoud
            self.door = door
        }

        @discardableResult
        public func run(in act: Act) throws -> Identifier<Wijzigingsvoorstel> {
            let change = try checked(in: act)
            let one = Wijzigingsvoorstel(
                id: act.newID(), wijziging: change, moment: act.now, door: door.rawValue, gesteld: 0, vragen: nil,
                uitslag: nil, gemeten: nil, gestopt: nil, besluit: nil, besloten: nil, beslotenDoor: nil)
            try act.tx.voorstellen.add(one)
            try Proefmeting.order(one.id, at: act.now, act.tx)
            try act.record("voorstel_ingediend", of: one.subject, ["soort": .string(change.soort.rawValue)])
            return one.id
        }

        /// The change, refused for the same reasons as it would be at once.
        private func checked(in act: Act) throws -> Wijziging {
            switch inhoud {
            case .bron(let filing):
                let version = try filing.checked(in: act)
                for bytes in [filing.file.bytes, filing.file.document.text.bytes] { try act.tx.inhoud.keep(bytes) }
                return .bron(Bronopgave(version))
            case .wijziging(.einde(let bron, let last)):
                guard let newest = try act.tx.bronnen.versions(of: bron).first else { throw BronRefusal.unknownBron }
                try Bronversie.check(newest.geldigVan, last)
                return .einde(bron, last)
            case .wijziging(.woorden(let words, let wide)):
                let adding = Woordgroep.Adding(woorden: words, onder: wide, door: door)
                return .woorden(try adding.checked(in: act), onder: wide)
            case .wijziging(let change): return change
            }
        }
    }

    /// Measures a proposed change again, beside what is in force now.
    public struct Remeasuring: Sendable {
        public var voorstel: Identifier<Wijzigingsvoorstel>

        public init(voorstel: Identifier<Wijzigingsvoorstel>) { self.voorstel = voorstel }

        public func run(in act: Act) throws {
            let one = try act.openVoorstel(voorstel)
            try act.tx.voorstellen.restart(one.id)
            try Proefmeting.order(one.id, at: act.now, act.tx)
        }
    }

    /// A person needs no measurement of it, or not now.
    public struct Stopping: Sendable {
        public var voorstel: Identifier<Wijzigingsvoorstel>

        public init(voorstel: Identifier<Wijzigingsvoorstel>) { self.voorstel = voorstel }

        public func run(in act: Act) throws {
            let one = try act.openVoorstel(voorstel)
            guard one.isMeasuring else { return }
            try Proefmeting.cancel(one.id, act.tx)
            try act.tx.voorstellen.stop(one.id, at: act.now)
        }
    }

    /// A proposed change counts from now on. One that makes questions worse, or was not measured, asks for a tick.
    public struct Publication: Sendable {
        public var voorstel: Identifier<Wijzigingsvoorstel>
        /// Whether the person ticked that it is published in spite of what was measured.
        public var ondanks: Bool
        /// The library and rules as they stand.
        public var stand: String
        public var door: Medewerker

        public init(voorstel: Identifier<Wijzigingsvoorstel>, ondanks: Bool, stand: String, door: Medewerker) {
            self.voorstel = voorstel
            self.ondanks = ondanks
            self.stand = stand
            self.door = door
        }

        /// The source of which there is a new version, or that lapses; nothing for words.
        @discardableResult
        public func run(in act: Act) throws -> Identifier<Bron>? {
            let one = try act.openVoorstel(voorstel)
            if !ondanks, let doubt = one.doubt(stand) { throw doubt }
            let bron = try publish(one.wijziging, in: act)
            try Proefmeting.cancel(one.id, act.tx)
            try act.tx.voorstellen.decide(one, .gepubliceerd, by: door.rawValue, at: act.now)
            try act.record("voorstel_gepubliceerd", of: one.subject)
            return bron
        }

        private func publish(_ change: Wijziging, in act: Act) throws -> Identifier<Bron>? {
            switch change {
            case .bron(let opgave):
                return try Bron.Filing(of: opgave, door: door.rawValue, in: act).run(in: act).bron.id
            case .einde(let bron, let last):
                try Bron.Expiry(bron: bron, tot: last).run(in: act)
                return bron
            case .woorden(let words, let wide):
                try Woordgroep.Adding(woorden: words, onder: wide, door: door).run(in: act)
            case .zonder(let groep): try Woordgroep.Ending(groep: groep).run(in: act)
            // A drawing or table is published on its own page, with its own examination.
            case .ontwerp: throw VoorstelRefusal.unknown
            }
            return nil
        }
    }

    /// Nobody wants the change.
    public struct Discarding: Sendable {
        public var voorstel: Identifier<Wijzigingsvoorstel>
        public var door: Medewerker

        public init(voorstel: Identifier<Wijzigingsvoorstel>, door: Medewerker) {
            self.voorstel = voorstel
            self.door = door
        }

        public func run(in act: Act) throws {
            let one = try act.openVoorstel(voorstel)
            try Proefmeting.cancel(one.id, act.tx)
            try act.tx.voorstellen.decide(one, .weggegooid, by: door.rawValue, at: act.now)
            try act.record("voorstel_weggegooid", of: one.subject)
        }
    }

    /// Why a person has to say that it is published all the same.
    public func doubt(_ stand: String) -> VoorstelRefusal? {
        guard let uitslag else { return .unmeasured }
        guard isCurrent(stand) else { return .overtaken }
        let worse = uitslag.aantal(.slechter)
        return worse > 0 ? .worse(worse) : nil
    }
}

extension Act {
    fileprivate func openVoorstel(_ id: Identifier<Wijzigingsvoorstel>) throws -> Wijzigingsvoorstel {
        guard let one = try tx.voorstellen.find(id) else { throw VoorstelRefusal.unknown }
        guard one.isOpen else { throw VoorstelRefusal.decided }
        return one
    }
}

extension Bron.Filing {
    /// The filing of a file that was kept to be measured.
    init(of opgave: Bronopgave, door: String, in act: Act) throws {
        guard let file = try act.tx.inhoud.bytes(opgave.hash), let text = try act.tx.inhoud.bytes(opgave.tekst) else {
            throw VoorstelRefusal.unknown
        }
        self.init(
            naam: opgave.naam,
            file: SourceFile(
                name: opgave.bestandsnaam, bytes: file, document: opgave.document(text), vorm: opgave.vorm),
            eigenaar: opgave.eigenaar, geldigVan: opgave.geldigVan, geldigTot: opgave.geldigTot,
            zaaktypen: opgave.zaaktypen, stappen: opgave.stappen, door: door)
    }
}
