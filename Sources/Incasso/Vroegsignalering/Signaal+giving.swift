public import Basics
import Exchange
import Jobs
import Klanten
public import Recht
public import Zaken

extension Signaal {
    /// What came of giving a signal.
    public enum Uitkomst: Hashable, Sendable {
        case gegeven(Signaal)
        /// The law forbids it now, such as after an objection.
        case nietToegestaan(SignalObstacle)
        /// No claim of the zaak is of a kind that must be signalled.
        case geenPlicht
        /// The municipality was told of these arrears, or will be: nothing is done twice.
        case alGegeven(Signaal)
    }

    static let formulier = "signaal_afleveren"
    /// The form on which someone records that a municipality was told of an objection.
    static let bezwaar = "bezwaar_melden"

    /// Gives the signal: a file of the exchange model with the zaak, called to the municipality or handed over by a person.
    public struct Giving: Sendable {
        public var zaak: Identifier<Zaak>
        public var isCrisis: Bool
        /// Whether the customer was told who will call.
        public var isWarm: Bool
        public var door: String

        public init(zaak: Identifier<Zaak>, isCrisis: Bool = false, isWarm: Bool = false, door: String) {
            (self.zaak, self.isCrisis, self.isWarm, self.door) = (zaak, isCrisis, isWarm, door)
        }

        public func run(in act: Act, recht: RechtTables) throws -> Uitkomst {
            let zaak = try act.openZaak(zaak)
            try act.eis(.signaal, on: zaak, recht: recht)
            guard let plicht = try act.signaalplicht(of: zaak, recht: recht) else { return try skip(.geenPlicht, act) }
            let found = try act.voorwerk(of: zaak, recht: recht)
            let verdict = recht.signals.value(on: act.today)?.verdict(on: found.evidence)
            if case .nietToegestaan(let obstacle) = verdict { return try skip(.nietToegestaan(obstacle), act) }
            if let known = try act.tx.signalen.known(of: zaak.id, isCrisis, on: act.today, recht) {
                return .alGegeven(known)
            }
            let isAsked = try act.klantberichten(bij: zaak).contains(where: \.gaatOverGegevens)
            if isAsked { try act.eisPoort(.signaal, on: zaak, recht: recht) }
            if case .nogNiet = verdict { try act.eisPoort(.signaal, on: zaak, recht: recht) }
            for refused in try act.tx.signalen.onderweg(of: zaak.id) where refused.staat == .geweigerd {
                try refused.withdraw(because: .opnieuw, in: act)
            }
            return .gegeven(try give(plicht, for: zaak, in: act, recht))
        }

        private func skip(_ uitkomst: Uitkomst, _ act: Act) throws -> Uitkomst {
            try act.record("signaal_niet_gegeven", of: zaak, ["waarom": .string(uitkomst.word)])
            return uitkomst
        }

        private func give(_ plicht: Signaalplicht, for zaak: Zaak, in act: Act, _ recht: RechtTables) throws -> Signaal
        {
            let person = try act.tx.partijen.find(zaak.partij)
            let town = person?.adres?.plaats ?? ""
            guard let person, let gemeente = try act.tx.gemeenten.find(plaats: town, recht) else {
                throw SignaalRefusal.gemeenteOnbekend(town)
            }
            let id: Identifier<Signaal> = act.newID()
            var warning = EarlyWarning(
                id: id.text, amount: plicht.achterstand, since: plicht.sinds, signalled: act.today,
                partner: plicht.partner,
                person: EarlyWarning.Person(naam: person.naam, geboren: person.geboortedatum, adres: person.adres))
            (warning.isCrisis, warning.isWarm) = (isCrisis, isWarm)
            let delivery = EarlyWarningDelivery(
                supplier: "ONTKNOOP", from: act.today, until: act.today, delivered: act.now,
                municipality: gemeente.code,
                organisation: .init(name: plicht.schuldeiser.naam, kvk: plicht.schuldeiser.kvk), signals: [warning])
            let file = DocumentFile(
                titel: "Signaal \(gemeente.naam)", soort: "signaal", richting: .verzonden,
                bestandsnaam: "signaal-\(zaak.nummer).json", formaat: "application/json",
                bytes: Array(delivery.json.pretty.utf8), door: door)
            let signaal = Signaal(
                id: id, zaak: zaak.id, gemeentecode: gemeente.code, gemeente: gemeente.naam,
                bedrag: plicht.achterstand, sinds: plicht.sinds, dag: act.today, isCrisis: isCrisis,
                document: try Document.Filing(zaak: zaak.id, file: file).run(in: act), staat: .klaar,
                taak: gemeente.adres == nil ? try act.askToDeliver(to: gemeente.naam, on: zaak.id) : nil, door: door)
            try act.tx.signalen.add(signaal)
            if signaal.taak == nil {
                try act.tx.jobs.order(
                    kind: Signaal.sendingKind, payload: ["signaal": .string(id.text)], due: act.now,
                    key: signaal.sendingKey)
            }
            try act.record(
                "signaal_gegeven", of: zaak.id,
                [
                    "gemeente": .string(gemeente.naam), "bedrag": JSON(plicht.achterstand),
                    "document": .string(signaal.document.text),
                ])
            return signaal
        }
    }
}

extension SignaalStore {
    /// A signal that the municipality has, or will have, and that says as much as a new one would.
    func known(
        of zaak: Identifier<Zaak>, _ isCrisis: Bool, on today: Day, _ recht: RechtTables
    ) throws -> Signaal? {
        let days = recht.signals.value(on: today)?.repeatedAfter ?? 0
        return try all(of: zaak).first { one in
            let stands = one.isAangekomen ? today - one.dag < days : one.isOnderweg && one.staat == .klaar
            return stands && (one.isCrisis || !isCrisis)
        }
    }
}

extension Signaal.Uitkomst {
    /// A stable word, by which it is recorded and told.
    public var word: String {
        switch self {
        case .gegeven: "gegeven"
        case .alGegeven: "al_gegeven"
        case .geenPlicht: "geen_plicht"
        case .nietToegestaan(let obstacle): obstacle.word
        }
    }
}

extension SignalObstacle {
    /// A stable word for the reason; the string tables keep its sentence.
    public var word: String {
        switch self {
        case .bezwaar: "bezwaar"
        case .regelingWordtNagekomen: "regeling"
        case .geenKlantMeer: "vertrokken"
        }
    }
}

/// The duty to signal the arrears of a zaak: how much, since when, for whom.
struct Signaalplicht {
    let achterstand: Money
    let sinds: Day
    let partner: EarlyWarning.Partner
    let schuldeiser: Schuldeiser
}

extension Act {
    /// The duty to signal; nothing for an organisation, or where no overdue claim is of a kind that must be signalled.
    func signaalplicht(of zaak: Zaak, recht: RechtTables) throws -> Signaalplicht? {
        guard try tx.partijen.find(zaak.partij)?.soort == .persoon else { return nil }
        let claims = try tx.vorderingen.all(of: zaak.id).filter {
            $0.isOpen && $0.vervaldatum < today && recht.signalPolicy.partners[$0.soort] != nil
        }
        guard let first = claims.min(by: { $0.vervaldatum < $1.vervaldatum }),
            let creditor = try tx.schuldeisers.find(first.schuldeiser)
        else { return nil }
        let word = recht.signalPolicy.partners[first.soort] ?? ""
        return Signaalplicht(
            achterstand: claims.map(\.saldo.hoofdsom).sum, sinds: first.vervaldatum + 1,
            partner: EarlyWarning.Partner(rawValue: word) ?? .overige, schuldeiser: creditor)
    }
}

extension Act {
    /// Whether the arrears of a zaak are of a kind that the municipality must be told of.
    public func moetSignaleren(_ zaak: Zaak, recht: RechtTables) throws -> Bool {
        try signaalplicht(of: zaak, recht: recht) != nil
    }
}

extension Act {
    /// Asks a person to tell the municipality of an objection, when it has the signal already and nobody is asked yet.
    func askToTellMunicipality(on zaak: Identifier<Zaak>) throws {
        guard try tx.signalen.all(of: zaak).contains(where: \.isBekend),
            try tx.taken.waiting(for: zaak, formulier: Signaal.bezwaar).isEmpty
        else { return }
        try Taak.Opdracht(zaak: zaak, formulier: Signaal.bezwaar, uiterlijk: today + 1).run(in: self)
    }
}
