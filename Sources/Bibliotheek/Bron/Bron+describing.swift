public import Basics
import Database
import Journal
public import Zaken

extension Bron {
    /// Says until which day the newest version may be cited, which is none before it begins; without a day it is cited again from then on.
    public struct Expiry: Sendable {
        public var bron: Identifier<Bron>
        public var tot: Day?

        public init(bron: Identifier<Bron>, tot: Day?) {
            self.bron = bron
            self.tot = tot
        }

        public func run(in act: Act) throws {
            guard let newest = try act.tx.bronnen.versions(of: bron).first else { throw BronRefusal.unknownBron }
            try Bronversie.check(newest.geldigVan, tot)
            try act.tx.bronnen.expire(bron, version: newest.nummer, after: tot, at: act.now)
            try act.record(
                tot == nil ? "bron_geldt_weer" : "bron_vervallen", of: newest.bron.subject,
                [
                    "naam": .string(newest.bron.naam), "versie": JSON(newest.nummer),
                    "tot": tot.map { JSON($0) } ?? .null, "was": newest.geldigTot.map { JSON($0) } ?? .null,
                ])
        }
    }

    /// Takes back that a source lapses: it holds as long as it did before, or without an end.
    public struct Revival: Sendable {
        public var bron: Identifier<Bron>

        public init(bron: Identifier<Bron>) { self.bron = bron }

        public func run(in act: Act) throws {
            try Expiry(bron: bron, tot: try act.tx.bronnen.lastDay(before: bron, on: act.today)).run(in: act)
        }
    }

    /// A person says whose the newest version is, from when until when it holds and what it is meant for; its text stays.
    public struct Redescribing: Sendable {
        public var bron: Identifier<Bron>
        public var eigenaar: String?
        public var geldigVan: Day?
        public var geldigTot: Day?
        public var zaaktypen: [String]
        public var stappen: [String]

        public init(
            bron: Identifier<Bron>, eigenaar: String?, geldigVan: Day?, geldigTot: Day?, zaaktypen: [String],
            stappen: [String]
        ) {
            self.bron = bron
            self.eigenaar = eigenaar
            self.geldigVan = geldigVan
            self.geldigTot = geldigTot
            self.zaaktypen = zaaktypen
            self.stappen = stappen
        }

        public func run(in act: Act) throws {
            guard let newest = try act.tx.bronnen.versions(of: bron).first else { throw BronRefusal.unknownBron }
            try Bronversie.check(geldigVan, geldigTot)
            let changes = changes(of: newest)
            guard !changes.isEmpty else { return }
            try act.tx.bronnen.describe(self, version: newest.nummer, at: act.now)
            try act.record(
                "bron_gegevens", of: newest.bron.subject,
                [
                    "naam": .string(newest.bron.naam), "versie": JSON(newest.nummer), "was": .object(changes),
                ])
        }

        /// What was otherwise, by its name.
        private func changes(of one: Bronversie) -> [String: JSON] {
            var was: [String: JSON] = [:]
            if one.eigenaar != eigenaar { was["eigenaar"] = one.eigenaar.map(JSON.string) ?? .null }
            if one.geldigVan != geldigVan { was["van"] = one.geldigVan.map { JSON($0) } ?? .null }
            if one.geldigTot != geldigTot { was["tot"] = one.geldigTot.map { JSON($0) } ?? .null }
            if Bronversie.list(one.zaaktypen) != zaaktypen { was["zaaktypen"] = .string(one.zaaktypen) }
            if Bronversie.list(one.stappen) != stappen { was["stappen"] = .string(one.stappen) }
            return was
        }
    }
}

extension BronStore {
    /// Until when a source held before it was let lapse; nothing where that had no end or is over.
    public func lastDay(before bron: Identifier<Bron>, on today: Day) throws -> Day? {
        let lapse = try tx.journal.newest(["bron_vervallen"], of: "bron", [bron.text])[bron.text]
        guard let was = lapse?.content["was"].text.flatMap(Day.init(written:)), was >= today else { return nil }
        return was
    }

    func describe(_ one: Bron.Redescribing, version: Int, at now: Moment) throws {
        try tx.run(
            """
            UPDATE bronversies SET eigenaar = \(one.eigenaar), geldig_van = \(one.geldigVan),
                geldig_tot = \(one.geldigTot), zaaktypen = \(one.zaaktypen.joined(separator: ",")),
                stappen = \(one.stappen.joined(separator: ","))
            WHERE bron_id = \(one.bron) AND versie = \(version)
            """)
        try mark("\(one.bron.text) \(version) \(now)")
    }
}
