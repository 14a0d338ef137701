public import Basics
import Journal
public import Klanten
import Recht
public import Zaken

extension Samenvoeging {
    /// Joins a record with the person who stays: zaken, claims, mandates, states and mail go along.
    public struct Joining: Sendable {
        public var van: Identifier<Partij>
        public var naar: Identifier<Partij>
        /// The details that are taken from the record that goes; what the person who stays lacks is taken anyway.
        public var gegevens: Set<Partij.Gegeven>
        public var reden: String
        public var door: Medewerker

        public init(
            van: Identifier<Partij>, naar: Identifier<Partij>, gegevens: Set<Partij.Gegeven>, reden: String,
            door: Medewerker
        ) {
            (self.van, self.naar, self.gegevens) = (van, naar, gegevens)
            (self.reden, self.door) = (reden, door)
        }

        @discardableResult
        public func run(in act: Act) throws -> Samenvoeging {
            try act.requireReason(reden)
            let (old, before) = try records(in: act)
            let stated = try (van: act.states(of: van), naar: act.states(of: naar))
            let kept = try act.tx.zaken.all(of: naar)
            var moved: [Meegaand: [String]] = [:]
            for table in Meegaand.allCases { moved[table] = try table.move(from: van, to: naar, in: act.tx) }
            let after = before.taking(gegevens, from: old)
            if after != before { try act.tx.partijen.save(after) }
            if old.isAfgeschermd { try act.tx.partijen.shield(naar, true) }
            try act.tx.partijen.join(van, with: naar)
            let zaken = try act.follow(moved[.zaken] ?? [], reden, van, naar)
            try act.rest(zaken)
            try act.rewriteLetters(of: act.tx.zaken.all(of: naar))
            if stated.van { try act.tell(kept) }
            if stated.naar { try act.tell(zaken) }
            if stated.van || stated.naar { try act.askToTellBailiff(of: naar) }
            let one = Samenvoeging(
                id: act.newID(), van: van, naar: naar, moment: act.now, door: door.rawValue, reden: reden,
                meegegaan: moved, eerder: before.details, versie: try act.tx.partijen.find(naar)?.versie ?? 0)
            try act.tx.samenvoegingen.add(one)
            try act.record(
                "klant_samengevoegd", of: .klant(naar),
                [
                    "klant": .string(van.text), "reden": .string(reden), "zaken": JSON(zaken.count),
                    "velden": .array(after.differences(from: before).map { .string($0.veld.rawValue) }),
                ])
            try act.record("klant_opgegaan", of: .klant(van), ["klant": .string(naar.text), "reden": .string(reden)])
            return one
        }

        private func records(in act: Act) throws -> (old: Partij, stays: Partij) {
            guard van != naar, let old = try act.tx.partijen.find(van), let stays = try act.tx.partijen.find(naar),
                old.samengevoegdMet == nil, stays.samengevoegdMet == nil
            else { throw SamenvoegingRefusal.unknown }
            guard old.soort == stays.soort else { throw SamenvoegingRefusal.andereSoort }
            let isPaused = try act.tx.pauzes.running(for: van) != nil || act.tx.knopen.running(for: van) != nil
            guard !isPaused else { throw SamenvoegingRefusal.heeftPauze }
            return (old, stays)
        }
    }

    /// Takes a joining apart: what went along goes back, as far as it is still there.
    public struct Undoing: Sendable {
        public var samenvoeging: Identifier<Samenvoeging>
        public var reden: String

        public init(samenvoeging: Identifier<Samenvoeging>, reden: String) {
            self.samenvoeging = samenvoeging
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard let one = try act.tx.samenvoegingen.find(samenvoeging), one.teruggedraaid == nil,
                let stays = try act.tx.partijen.find(one.naar), stays.samengevoegdMet == nil
            else { throw SamenvoegingRefusal.nietMeer }
            // A pause that began since was for all of them: it holds for what goes back until it ends there.
            try act.wake(one.meegegaan[.zaken] ?? [], of: one.naar)
            for (table, keys) in one.meegegaan {
                _ = try table.move(from: one.naar, to: one.van, only: keys, in: act.tx)
            }
            try act.tx.partijen.part(one.van)
            if stays.versie == one.versie, let before = stays.with(one.eerder) { try act.tx.partijen.save(before) }
            try act.tx.partijen.shield(one.naar, try act.isShielded(one.naar))
            let zaken = try act.follow(one.meegegaan[.zaken] ?? [], reden, one.naar, one.van)
            try act.rewriteLetters(of: act.tx.zaken.all(of: one.naar) + zaken)
            try act.tx.samenvoegingen.end(one.id, at: act.now)
            for partij in [one.naar, one.van] {
                try act.record(
                    "samenvoeging_teruggedraaid", of: .klant(partij),
                    [
                        "klant": .string(partij == one.naar ? one.van.text : one.naar.text), "reden": .string(reden),
                        "zaken": JSON(zaken.count),
                    ])
            }
        }
    }
}

extension Act {
    /// Whether something special holds for a person as a whole.
    fileprivate func states(of partij: Identifier<Partij>) throws -> Bool {
        try tx.toestanden.all(of: partij).contains { $0.opgeheven == nil && $0.vordering == nil }
    }

    fileprivate func isShielded(_ partij: Identifier<Partij>) throws -> Bool {
        try tx.toestanden.all(of: partij).contains { $0.opgeheven == nil && $0.soort == .veiligheid }
    }

    /// Makes zaken findable by the person they are of now, and records it on each.
    fileprivate func follow(
        _ ids: [String], _ reason: String, _ from: Identifier<Partij>, _ to: Identifier<Partij>
    ) throws -> [Zaak] {
        try ids.compactMap { Identifier<Zaak>($0) }.compactMap { id in
            guard var zaak = try tx.zaken.find(id), zaak.partij == to else { return nil }
            try save(&zaak)
            try record(
                "zaak_andere_klant", of: id,
                ["van": .string(from.text), "klant": .string(to.text), "reden": .string(reason)])
            return zaak
        }
    }

    /// The pause of the person who stays holds for what came along.
    fileprivate func rest(_ zaken: [Zaak]) throws {
        guard let partij = zaken.first?.partij, let pauze = try tx.pauzes.running(for: partij) else { return }
        try pause(zaken, until: pauze.einde, because: pauze.reden)
    }

    /// What stands still by a pause of the person who stays goes on where it goes back to.
    fileprivate func wake(_ ids: [String], of partij: Identifier<Partij>) throws {
        guard !ids.isEmpty, try tx.pauzes.running(for: partij) != nil else { return }
        let back = Set(ids)
        try resume(paused(partij).filter { back.contains($0.id.text) })
    }

    /// The processes of zaken for which something special holds since they were joined.
    fileprivate func tell(_ zaken: [Zaak]) throws {
        for zaak in zaken where zaak.isOpen && zaak.opgeschort == nil {
            do { try playbook.toets(CollectionAct.herinnering.rawValue, zaak, self) } catch is ToestandRefusal {
                try deliver(
                    "UitzonderingGemeld", to: zaak, variables: ["melding": ["reden": .string("klant samengevoegd")]])
            }
        }
    }
}
