public import Basics
public import Database
public import Recht
public import Zaken

/// A row that someone adds to a legal table: from which day, with its source, in force once another person agreed.
public struct Rechtsrij: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable, ColumnValue { case voorgesteld, geldig, afgewezen }

    public let id: Identifier<Rechtsrij>
    public let bestand: String
    public let lijst: String
    public let van: Day
    public let rij: Rechtsbestand.Rij
    public let staat: Staat
    public let door: String
    public let moment: Moment
    public let besluitDoor: String?
}

/// Why a row of a legal table is refused.
public enum RechtsrijRefusal: Error, Hashable {
    case unknownTable, unknownRow
    /// A row says from which day it holds, and where that is written.
    case dayMissing, sourceMissing
    /// The tables cannot be read with this row; what the reader says.
    case unusable([Phrase])
    case alreadyDecided
    /// Who proposed a row does not agree to it.
    case ownRow
}

extension Rechtsrij {
    /// Proposes a row; refused when the tables could not be read with it.
    public struct Proposal: Sendable {
        public var bestand: String
        public var lijst: String
        public var feiten: [Rechtsbestand.Rij.Feit]
        public var door: Medewerker

        public init(bestand: String, lijst: String, feiten: [Rechtsbestand.Rij.Feit], door: Medewerker) {
            (self.bestand, self.lijst, self.feiten, self.door) = (bestand, lijst, feiten, door)
        }

        @discardableResult
        public func run(in act: Act, boek: Rechtsboek) throws -> Rechtsrij {
            let row = Rechtsbestand.Rij(feiten)
            guard let day = row["van"].flatMap(Day.init(written:)) else { throw RechtsrijRefusal.dayMissing }
            guard !(row["bron"] ?? "").allSatisfy(\.isWhitespace) else { throw RechtsrijRefusal.sourceMissing }
            let one = Rechtsrij(
                id: act.newID(), bestand: bestand, lijst: lijst, van: day, rij: row.dated(day), staat: .voorgesteld,
                door: door.rawValue, moment: act.now, besluitDoor: nil)
            _ = try boek.tables(with: act.tx.rechtsrijen.inForce() + [one])
            try act.tx.rechtsrijen.add(one)
            try act.record("rechtsrij_voorgesteld", of: one.subject, one.record)
            return one
        }
    }

    /// Another person agrees to a row, which is then in force on every node, or turns it down.
    public struct Decision: Sendable {
        public var rij: Identifier<Rechtsrij>
        public var isAkkoord: Bool
        public var door: Medewerker

        public init(rij: Identifier<Rechtsrij>, isAkkoord: Bool, door: Medewerker) {
            (self.rij, self.isAkkoord, self.door) = (rij, isAkkoord, door)
        }

        public func run(in act: Act, boek: Rechtsboek) throws {
            guard let one = try act.tx.rechtsrijen.find(rij) else { throw RechtsrijRefusal.unknownRow }
            guard one.staat == .voorgesteld else { throw RechtsrijRefusal.alreadyDecided }
            guard !isAkkoord || one.door != door.rawValue else { throw RechtsrijRefusal.ownRow }
            if isAkkoord { _ = try boek.tables(with: act.tx.rechtsrijen.inForce() + [one]) }
            try act.tx.rechtsrijen.decide(one.id, isAkkoord ? .geldig : .afgewezen, by: door, at: act.now)
            try act.record(isAkkoord ? "rechtsrij_geldig" : "rechtsrij_afgewezen", of: one.subject, one.record)
            try act.tx.notify(Rechtsboek.channel, one.bestand)
        }
    }
}

extension Rechtsbestand.Rij {
    /// The row with its day as files write it.
    fileprivate func dated(_ day: Day) -> Rechtsbestand.Rij {
        Rechtsbestand.Rij(feiten.map { $0.naam == "van" ? Feit(naam: "van", waarde: day.description) : $0 })
    }
}
