public import Basics
import Exchange
import Klanten
public import Recht
public import Zaken

/// What must be there before an act that weighs heavily on someone: what is, and what is missing, with the article.
public struct Poort: Hashable, Sendable {
    public enum Punt: String, Hashable, Sendable, CaseIterable {
        case adres, vordering, veertiendagenbrief, contact, schuldhulp, herinnering, aanbod, signaal, huisbezoek
        /// A person weighed what the municipality reported back.
        case uitslag
        case toestand
        /// Someone called after a crisis that the klant wrote of.
        case crisis
        /// What the klant wrote was answered.
        case bericht
    }

    public enum Staat: Hashable, Sendable {
        /// There, since this day where there is one.
        case gehaald(Day?)
        case ontbreekt
        /// Not asked here, and why: a stable word.
        case nietNodig(String)
    }

    public struct Regel: Hashable, Sendable {
        public let punt: Punt
        public let artikel: String
        public let staat: Staat
        /// What it is about: kinds of special states, the days of a term.
        public var bij: [String] = []

        public var ontbreekt: Bool { staat == .ontbreekt }
    }

    public let handeling: CollectionAct
    public let regels: [Regel]

    public var ontbrekend: [Regel] { regels.filter(\.ontbreekt) }
    public var isOpen: Bool { ontbrekend.isEmpty }
}

/// Why an act is refused at its gate.
public enum PoortRefusal: Error, Hashable {
    case ontbreekt(CollectionAct, [Poort.Regel])
}

extension Act {
    /// The acts that have a gate.
    static let poorten: Set<CollectionAct> = [.overdracht, .ontruiming, .signaal, .dagvaarding]

    /// The gate before handover, eviction or a signal, as it stands today.
    public func poort(_ handeling: CollectionAct, on zaak: Zaak, recht: RechtTables) throws -> Poort {
        let maker = PoortMaker(
            act: self, zaak: zaak, recht: recht, handeling: handeling,
            voorwerk: try voorwerk(of: zaak, recht: recht), plicht: try signaalplicht(of: zaak, recht: recht) != nil,
            wachtend: try klantberichten(bij: zaak))
        return Poort(handeling: handeling, regels: try maker.regels())
    }

    /// Refuses an act while something is missing at its gate.
    func eisPoort(_ handeling: CollectionAct, on zaak: Zaak, recht: RechtTables) throws {
        guard Act.poorten.contains(handeling) else { return }
        let missing = try poort(handeling, on: zaak, recht: recht).ontbrekend
        guard missing.isEmpty else { throw PoortRefusal.ontbreekt(handeling, missing) }
    }
}

/// Looks at each point of a gate.
private struct PoortMaker {
    let act: Act
    let zaak: Zaak
    let recht: RechtTables
    let handeling: CollectionAct
    let voorwerk: Voorwerk
    /// Whether the municipality must be signalled for this zaak at all.
    let plicht: Bool
    /// What the klant wrote and waits for a person.
    let wachtend: [Klantbericht]

    private var berichten: [Poort.Regel] { Poort.regels(wachtend) }

    private var rule: SignalRule? { recht.signals.value(on: act.today) }
    private var article: String { rule?.article ?? "" }
    private static let cora = "CORA A.2.5"

    func regels() throws -> [Poort.Regel] {
        switch handeling {
        case .signaal: steps + Poort.regels(wachtend.filter(\.gaatOverGegevens))
        case .ontruiming: try steps + [signaal()] + uitslag() + [huisbezoek] + toestanden() + berichten
        // What came before it stood at the gate of the handover.
        case .dagvaarding: try toestanden() + berichten
        case .overdracht, .prenotificatie, .herinnering, .aanmaning, .veertiendagenbrief, .bellen, .huisbezoek, .kosten,
            .rente, .beslag, .afsluiting, .incasso, .regeling, .verrekening, .stuiting, .informatie:
            try [adres(), vordering(), brief()] + steps + [signaal()] + uitslag() + toestanden() + berichten
        }
    }

    /// The four steps of the early warning; where there is no duty only the personal contact, by own policy.
    private var steps: [Poort.Regel] {
        SignalStep.allCases.map { step in
            let soort = Bewijsstuk.Soort(step)
            let punt = Poort.Punt(rawValue: soort.rawValue) ?? .contact
            guard plicht || step == .persoonlijkContact else {
                return .init(punt: punt, artikel: article, staat: .nietNodig("geen_plicht"))
            }
            let isTaken = rule?.isTaken(step, in: voorwerk.evidence) ?? false
            let isMoot = step == .aanbod && voorwerk.evidence.objected != nil
            let since = voorwerk.stukken(soort).map(\.dag).max()
            return .init(
                punt: punt, artikel: plicht ? "\(article) \(step.rawValue)" : PoortMaker.cora,
                staat: isTaken ? .gehaald(since) : isMoot ? .nietNodig("bezwaar") : .ontbreekt)
        }
    }

    private func signaal() throws -> Poort.Regel {
        let staat: Poort.Staat
        let arrived = try act.tx.signalen.all(of: zaak.id).first(where: \.isAangekomen)
        if let arrived {
            staat = .gehaald(arrived.aangekomen)
        } else if !plicht {
            staat = .nietNodig("geen_plicht")
        } else if case .nietToegestaan(let obstacle) = rule?.verdict(on: voorwerk.evidence) {
            staat = .nietNodig(obstacle.word)
        } else {
            staat = .ontbreekt
        }
        return .init(punt: .signaal, artikel: article, staat: staat)
    }

    /// What the municipality reported back, once it did: weighed by a person, or nothing to weigh.
    private func uitslag() throws -> [Poort.Regel] {
        let reported = try act.tx.terugmeldingen.all(of: zaak.id)
        guard let newest = reported.first else { return [] }
        let waits = reported.first { $0.gewogen == nil }
        return [
            .init(
                punt: .uitslag, artikel: PoortMaker.cora, staat: waits == nil ? .gehaald(newest.dag) : .ontbreekt,
                bij: [(waits ?? newest).uitslag.rawValue])
        ]
    }

    private var huisbezoek: Poort.Regel {
        let visits = voorwerk.stukken(.contact).filter { $0.kanaal == "huisbezoek" }.map(\.dag)
        let staat: Poort.Staat =
            rule?.visitBeforeEviction == false
            ? .nietNodig("beleid") : visits.max().map { .gehaald($0) } ?? .ontbreekt
        return .init(punt: .huisbezoek, artikel: "CORA B.2.3", staat: staat)
    }

    private func adres() throws -> Poort.Regel {
        let person = try act.tx.partijen.find(zaak.partij)
        let isKnown = person?.adres.map { !$0.regel.isEmpty && !$0.plaats.isEmpty } ?? false
        return .init(punt: .adres, artikel: "Bki art. 3.1", staat: isKnown ? .gehaald(nil) : .ontbreekt)
    }

    private func vordering() throws -> Poort.Regel {
        let claims = try act.tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
        let disputed = try act.tx.toestanden.all(of: zaak.partij).filter {
            $0.soort == .betwisting && $0.opgeheven == nil
        }.compactMap(\.vordering)
        let open = claims.filter { !disputed.contains($0.id) }
        return .init(punt: .vordering, artikel: "Bki art. 3.1", staat: open.isEmpty ? .ontbreekt : .gehaald(nil))
    }

    /// The 14-day letter that left, with its term over; not asked of a business (6:96 lid 4 BW).
    private func brief() throws -> Poort.Regel {
        let article = "BW 6:96 lid 6"
        guard try act.tx.partijen.find(zaak.partij)?.soort == .persoon else {
            return .init(punt: .veertiendagenbrief, artikel: article, staat: .nietNodig("organisatie"))
        }
        let letters = try act.tx.brieven.all(of: zaak.id).filter { $0.kostenVanaf != nil && $0.verzonden != nil }
        let over = letters.first { $0.kostenVanaf.map { $0 <= act.today } ?? false }
        return .init(
            punt: .veertiendagenbrief, artikel: article,
            staat: over.map { .gehaald($0.verzonden?.day) } ?? .ontbreekt,
            bij: over == nil ? letters.compactMap(\.termijnEinde).map(\.description) : [])
    }

    /// What the states of the person forbid; an arrangement that is kept is one of them.
    private func toestanden() throws -> [Poort.Regel] {
        switch try act.permission(handeling, on: zaak, recht: recht) {
        case .toegestaan: [.init(punt: .toestand, artikel: PoortMaker.cora, staat: .gehaald(nil))]
        case .verboden(let reasons):
            Set(reasons.map(\.state.kind)).sorted { $0.rawValue < $1.rawValue }.map { kind in
                let article = reasons.first { $0.state.kind == kind }?.article ?? ""
                return .init(punt: .toestand, artikel: article, staat: .ontbreekt, bij: [kind.rawValue])
            }
        }
    }
}
