import Basics
import Journal
public import Recht
public import Zaken

/// What collecting adds to the playbook: the services that CORA's service tasks ask for, and the facts they weigh.
public struct Incassodienst: Sendable {
    /// The legal tables, as they are in force now.
    public let boek: Rechtsboek
    public var recht: RechtTables { boek.tables }
    public let pers: Briefpers
    /// Where letters lead to pay, when the house is reachable.
    public var betaallinks: Betaallinks?

    public init(boek: Rechtsboek, pers: Briefpers) {
        self.boek = boek
        self.pers = pers
    }

    /// With tables that stay as they are.
    public init(recht: RechtTables, pers: Briefpers) { self.init(boek: Rechtsboek(recht), pers: pers) }

    /// All services by the names that the processes use.
    public func offer(to diensten: inout Diensten) {
        diensten.keep(boek)
        diensten.keep(self)
        diensten.keep(Incassodienst.feitvelden)
        diensten.keep(wettermijnen)
        diensten.offer("brief.versturen", costing: Brief.bringsCosts, asking: Brief.asks, letter)
        diensten.offer("incasso.kosten", costing: { _ in true }, asking: asking(.kosten), costs)
        diensten.offer("incasso.rente", interest)
        diensten.offer("zaak.status", isQuiet: true, status)
        diensten.offer(Playbook.resultaatdienst, isQuiet: true, result)
        diensten.offer("vordering.afboeken", writeOff)
        diensten.offer("vordering.vonnis", judgment)
        diensten.offer("regeling.vastleggen", asking: asking(.regeling, .voorgesteld), arrangement)
        diensten.offer("regeling.bewaken", asking: asking(nil, .loopt), watching)
        diensten.offer("regeling.verplaatsen", moving)
        diensten.offer("regeling.beeindigen", ending)
        diensten.offer("signaal.gemeente", asking: asking(.signaal), signal)
        diensten.offer("overdracht.dossier", costing: { _ in true }, asking: asking(.overdracht), dossier)
        diensten.offer("knoop.afsluiten", closeKnoop)
        diensten.offer("knoop.nazorg", planNazorg)
    }
}

extension Incassodienst {
    /// What the answers to forms do beside the process.
    public func offer(to gevolgen: inout Gevolgen) {
        gevolgen.offer(NieuweAchterstand.formulier, NieuweAchterstand.follow)
        gevolgen.offer(Signaal.formulier, Signaal.delivered)
        gevolgen.offer(Signaal.uitslag, Signaal.weighed)
        gevolgen.offer(Overdracht.betaling, Deurwaardermelding.toldOfPayments)
        gevolgen.offer(Overdracht.inlichten, Deurwaardermelding.toldOfStates)
        gevolgen.offer(Overdracht.teruggehaald, Deurwaardermelding.toldOfRecall)
        gevolgen.offer(Toestandbewaking.formulier, Toestand.decided)
        gevolgen.offer(first: Toestand.uitzondering, Toestand.goOn)
        gevolgen.offer(Toestand.uitzondering, Toestand.wait)
        gevolgen.offer("regeling_overeenkomen", Toestand.undecided)
        for gesprek in Toestand.gesprekken { gevolgen.offer(gesprek, Toestand.disputed) }
        gevolgen.offer(Signaal.voorKosten, Signaal.objected)
        gevolgen.offer(Slotvraag.formulier, Zaaksluiting.answered)
        gevolgen.offer(Plaatsingsvragen.formulier, Plaatsingsvragen.answered)
    }

    /// Refuses an act of collection that a special state forbids, and a step that needs an arrangement where there is none; the one
    /// door for acts outside the services.
    public func toets(_ handeling: String, _ zaak: Zaak, _ act: Act) throws {
        if let eis = Regelingseis(rawValue: handeling) { return try eis.require(of: zaak, in: act) }
        guard let handeling = CollectionAct(rawValue: handeling) else { return }
        try act.eis(handeling, on: zaak, recht: recht)
        try act.eisPoort(handeling, on: zaak, recht: recht)
    }

    /// Whether a zaak can truly close with a result now: as paid in full only where nothing is open.
    public func slottoets(_ resultaat: String, _ zaak: Zaak, _ act: Act) throws -> Bool {
        try act.tx.vorderingen.all(of: zaak.id).allow(resultaat)
    }

    /// Refuses leaving the bailiff's part beside the act that takes a zaak back: two would collect at the same time.
    public func verlaten(_ message: String, _ zaak: Zaak, _ act: Act) throws {
        guard message == Overdracht.terughalen, try act.tx.overdrachten.running(for: zaak.id) != nil else { return }
        throw OverdrachtRefusal.stillWithBailiff
    }

    private func status(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard let code = vraag.invoer["status"]?.text else { return .failed(reason: "input-missing status") }
        try act.setStatus(code, of: vraag.zaak)
        return .done([:])
    }

    private func result(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard let code = vraag.invoer["resultaat"]?.text else { return .failed(reason: "input-missing resultaat") }
        try act.setResultaat(code, of: vraag.zaak)
        return .done([:])
    }

    private func writeOff(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        let reason = vraag.invoer["reden"]?.text ?? vraag.stap
        let claims = try act.tx.vorderingen.all(of: vraag.zaak.id).filter(\.isOpen)
        try act.writeOff(claims, of: vraag.zaak.id, because: reason)
        return .done([:])
    }

    private func interest(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        try act.bookInterest(
            on: act.tx.vorderingen.all(of: vraag.zaak.id), of: vraag.zaak, until: act.today, recht: recht)
        return .done([:])
    }

    /// Gives the early-warning signal (Bgs art. 2); what the law forbids is recorded and no mishap.
    private func signal(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        let isCrisis = vraag.invoer["soort"]?.text == "ontruiming"
        do {
            let came = try Signaal.Giving(
                zaak: vraag.zaak.id, isCrisis: isCrisis, door: act.actor.description
            ).run(in: act, recht: recht)
            return .done(["signaal": ["uitkomst": .string(came.word), "datum": JSON(act.today)]])
        } catch let refusal as ToestandRefusal {
            return .failed(reason: refusal.code)
        } catch let refusal as VerjaringRefusal {
            return .failed(reason: refusal.code)
        } catch let refusal as PoortRefusal {
            return .failed(reason: refusal.code)
        } catch SignaalRefusal.gemeenteOnbekend {
            return .failed(reason: "municipality-unknown")
        }
    }

    private func dossier(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        do {
            let handed = try hand(vraag.zaak, to: vraag.invoer["deurwaarder"]?.text, in: act)
            return .done(["dossier": ["document": .string(handed.gegevens.text), "datum": JSON(act.today)]])
        } catch let refusal as ToestandRefusal {
            return .failed(reason: refusal.code)
        } catch let refusal as VerjaringRefusal {
            return .failed(reason: refusal.code)
        } catch let refusal as PoortRefusal {
            return .failed(reason: refusal.code)
        } catch let refusal as BriefRefusal {
            return .failed(reason: refusal.code)
        }
    }
}

extension Vordering {
    /// The entry that gives up all that is open.
    func writtenOff(id: Identifier<Mutatie>, on day: Day, because reason: String) -> Mutatie {
        Mutatie(
            id: id, soort: .afboeking, datum: day, toelichting: reason,
            boekingen: [
                .hoofdsom: -saldo.hoofdsom, .kosten: -saldo.kosten, .rente: -saldo.rente, .afgeboekt: saldo.totaal,
            ])
    }
}
