public import Basics
public import Exchange
import Jobs
import Journal
import Klanten
public import Zaken

extension Vordering {
    /// The zaaktype that claims are collected under.
    public static let zaaktype = "incasso"
    /// The result of a zaak in which all is paid.
    static let voldaan = "voldaan"
    /// The job that starts a zaak's process, a moment after its claims came in.
    public static let startKind = "zaak_starten"

    /// What an intake did.
    public enum IntakeResult: Hashable, Sendable {
        case added(Identifier<Zaak>)
        /// The invoice was known; nothing changed.
        case known
        /// The invoice was known with other facts; nothing changed, and a person must look.
        case differs([LineRejection])
        /// It is on a day that cannot be taken in; nothing changed.
        case refused(LineRejection)
    }

    /// Takes in one open item of a creditor: the person, the zaak and the claim, as far as they are new.
    public struct Intake: Sendable {
        public var schuldeiser: String
        public var post: OpenItem

        public init(schuldeiser: String, post: OpenItem) {
            self.schuldeiser = schuldeiser
            self.post = post
        }

        public func run(in act: Act) throws -> IntakeResult {
            let result = try takeIn(act)
            if let left = post.debtor.left {
                try act.tx.schuldeisers.note(left: left, debiteur: post.debtor.number, of: schuldeiser)
            }
            return result
        }

        private func takeIn(_ act: Act) throws -> IntakeResult {
            if let known = try act.tx.vorderingen.find(schuldeiser: schuldeiser, factuurnummer: post.invoice) {
                let differences = try post.differences(from: known, in: act.tx)
                return differences.isEmpty ? .known : .differs(differences)
            }
            if let fault = post.impossible(on: act.today, by: act.recht) { return .refused(fault) }
            let partij = try debtor(in: act)
            try mandate(of: partij, in: act)
            let zaak = try self.zaak(of: partij, in: act)
            var claim = Vordering(
                id: act.newID(), zaak: zaak.id, schuldeiser: schuldeiser, factuurnummer: post.invoice,
                omschrijving: (post.description ?? post.invoice).withoutHiddenSigns, soort: post.kind,
                factuurdatum: post.invoiceDate ?? post.due, vervaldatum: post.due,
                kenmerk: try kenmerk(of: zaak, in: act), saldo: .zero, versie: 0)
            try act.tx.vorderingen.add(claim)
            try act.tx.zoekindex.know([claim.factuurnummer, claim.kenmerk], for: zaak.id.text)
            let entry = Mutatie(
                id: act.newID(), soort: .inbreng, datum: post.due, toelichting: claim.omschrijving,
                boekingen: [.hoofdsom: post.open, .ingebracht: -post.open])
            try act.book(entry, on: &claim)
            try act.followSaldo(of: zaak.id)
            if try act.tx.regelingen.running(for: zaak.id) != nil {
                try NieuweAchterstand(zaak: zaak.id).watch(from: claim.vervaldatum, in: act)
            }
            return .added(zaak.id)
        }

        /// The mandate that the creditor has, recorded the first time.
        private func mandate(of partij: Partij, in act: Act) throws {
            guard let mandate = post.mandate, let iban = post.debtor.iban, mandate.signed <= act.today,
                try act.tx.machtigingen.find(kenmerk: mandate.reference, schuldeiser: schuldeiser) == nil
            else { return }
            try Machtiging.Granting(
                partij: partij.id, schuldeiser: schuldeiser, kenmerk: mandate.reference, iban: iban.text,
                naam: partij.naam, getekend: mandate.signed, bewijs: schuldeiser
            ).run(in: act)
        }

        private func debtor(in act: Act) throws -> Partij {
            if let id = try act.tx.schuldeisers.debiteur(post.debtor.number, of: schuldeiser),
                let known = try act.tx.partijen.find(id)
            {
                return known
            }
            let new = Partij(post.debtor, id: act.newID())
            let known = try act.tx.partijen.same(as: new)
            if let known {
                // Another creditor's customer: one person, whatever number each knows them by (Bki art. 5.2).
                try act.record(
                    "zelfde_persoon", of: .init(kind: "partij", id: known.id.text),
                    ["schuldeiser": .string(schuldeiser), "debiteur": .string(post.debtor.number)])
            } else {
                try act.tx.partijen.add(new, at: act.now)
            }
            let partij = known ?? new
            try act.tx.schuldeisers.know(partij.id, as: post.debtor.number, of: schuldeiser)
            return partij
        }

        private func zaak(of partij: Partij, in act: Act) throws -> Zaak {
            if let open = try act.tx.vorderingen.openZaak(of: partij.id, schuldeiser: schuldeiser) { return open }
            var zaak = try Zaak.Opening(
                zaaktype: Vordering.zaaktype, partij: partij,
                omschrijving: (post.description ?? post.kind).withoutHiddenSigns
            ).run(in: act)
            try act.tx.jobs.order(
                kind: Vordering.startKind, payload: ["zaak": .string(zaak.id.text)], due: act.now.adding(seconds: 2),
                key: "start:\(zaak.id.text)", subject: .zaak(zaak.id))
            try act.followPause(of: &zaak)
            return zaak
        }

        /// The creditor's own reference, or one of ours with its check digit.
        private func kenmerk(of zaak: Zaak, in act: Act) throws -> String {
            if let given = post.reference { return given.text }
            let number = try act.tx.zaken.nextNumber(in: "betalingskenmerk")
            return Betalingskenmerk(number: String(number))?.text ?? zaak.nummer
        }
    }
}

extension Partij {
    init(_ debtor: OpenItemDebtor, id: Identifier<Partij>) {
        self.init(id: id, naam: debtor.name.withoutHiddenSigns)
        geboortedatum = debtor.born
        email = debtor.email
        telefoon = debtor.phone
        iban = debtor.iban?.text
        if email != nil { voorkeurskanaal = .email }
        if let line = debtor.address {
            adres = Adres(
                regel: line.withoutHiddenSigns, postcode: debtor.postcode ?? "",
                plaats: (debtor.city ?? "").withoutHiddenSigns)
        }
    }
}
