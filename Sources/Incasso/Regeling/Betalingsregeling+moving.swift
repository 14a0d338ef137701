public import Basics
public import Zaken

extension Betalingsregeling {
    /// Instalments get another day, as agreed on the phone: what was missed by a promised day, or all that is open a month on
    /// because one is skipped (CORA C.1.1).
    public struct Verplaatsing: Sendable {
        public var zaak: Identifier<Zaak>
        /// The day on which what was missed will be paid; nothing when an instalment is skipped.
        public var betaaldag: Day?

        public init(zaak: Identifier<Zaak>, betaaldag: Day?) {
            self.zaak = zaak
            self.betaaldag = betaaldag
        }

        public func run(in act: Act) throws {
            guard var regeling = try act.tx.regelingen.running(for: zaak) else { throw RegelingRefusal.noneRunning }
            guard let before = regeling.volgende else { return }
            if let betaaldag {
                guard betaaldag >= act.today else { throw RegelingRefusal.firstDayInPast(betaaldag) }
                regeling.promise(by: betaaldag, on: act.today)
            } else {
                regeling.skip(on: act.today)
            }
            try act.tx.regelingen.save(regeling)
            try act.record(
                betaaldag == nil ? "termijn_overgeslagen" : "termijn_toegezegd", of: zaak,
                [
                    "termijn": JSON(before.nummer), "vervaldag": JSON(before.vervaldag),
                    "tot": regeling.volgende.map { JSON($0.vervaldag) } ?? .null,
                    "laatste": regeling.einddatum.map { JSON($0) } ?? .null,
                ])
        }
    }

    /// What was due by today and is open becomes due on a promised day.
    mutating func promise(by day: Day, on today: Day) {
        for index in termijnen.indices where !termijnen[index].open.isZero && termijnen[index].vervaldag <= today {
            termijnen[index].vervaldag = day
        }
    }

    /// All that is open moves by whole months, as few as bring the first of it past today.
    mutating func skip(on today: Day) {
        guard let first = volgende?.vervaldag else { return }
        let months = (1...120).first { first.adding(months: $0) > today } ?? 1
        for index in termijnen.indices where !termijnen[index].open.isZero {
            termijnen[index].vervaldag = termijnen[index].vervaldag.adding(months: months)
        }
    }
}
