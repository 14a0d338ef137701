public import Basics
import Database
import Klanten
import Recht
public import Zaken

extension Incassodienst {
    /// What a process may know: amounts, the person as far as needed, the arrangement, and the settings of the zaaktype.
    public func facts(of zaak: Zaak, in act: Act) throws -> [String: JSON] {
        try act.tx.foresee {
            _ = try act.tx.vorderingen.all(of: zaak.id)
            _ = try act.tx.regelingen.all(of: zaak.id)
            _ = try act.tx.partijen.find(zaak.partij)
            _ = try act.tx.zaken.closed(of: zaak.partij, besides: zaak.id)
        }
        let claims = try act.tx.vorderingen.all(of: zaak.id)
        let regeling = try act.tx.regelingen.all(of: zaak.id).first
        return [
            "vandaag": JSON(act.today),
            "zaak": ["nummer": .string(zaak.nummer), "status": .string(zaak.status)],
            "saldo": claims.facts(on: act.today, zonderBrief: try act.withoutLetter(claims, of: zaak)),
            "klant": try act.facts(of: zaak.partij, besides: zaak),
            "regeling": regeling?.facts(on: act.today) ?? .null,
        ]
    }

    /// The parts of those facts.
    static let feitvelden = Feitvelden(
        [
            "vandaag": [], "zaak": ["nummer", "status"],
            "saldo": [
                "totaal", "hoofdsom", "kosten", "rente", "vervallen", "aantal", "schuldeisers", "eersteVervaldag",
                "oudste",
                "zonderBrief",
            ],
            "klant": ["voorkeurskanaal", "taal", "heeftEmail", "eerdereZaken", "ondersteuning", "organisatie"],
            "regeling": [
                "staat", "loopt", "voldaan", "volgende", "bedrag", "perMaand", "termijnen", "einde", "achter",
            ],
        ],
        lopend: [
            "saldo.totaal", "saldo.hoofdsom", "saldo.kosten", "saldo.rente", "saldo.vervallen", "saldo.eersteVervaldag",
            "saldo.oudste", "regeling.volgende", "regeling.bedrag", "regeling.perMaand", "regeling.einde",
        ],
        antwoorden: [
            "brief.versturen": ["brief"], "incasso.kosten": ["kosten"], "regeling.vastleggen": ["regeling"],
            "signaal.gemeente": ["signaal"], "overdracht.dossier": ["dossier"], "knoop.afsluiten": ["knoopUitkomst"],
            "knoop.nazorg": ["nazorgOp"],
        ])

    /// What forms may choose from: the mandates that hold, the bailiffs, the one that is usual here, and what holds already.
    public func choices(of zaak: Zaak, in act: Act) throws -> [String: JSON] {
        [
            "machtigingen": .array(
                try act.tx.machtigingen.holding(for: zaak, on: act.today, recht.directDebits).map(\.keuze)),
            "deurwaarders": .array(try act.tx.deurwaarders.all().map(\.keuze)),
            "deurwaarderStandaard": .string(try act.tx.deurwaarders.usual(for: zaak)?.code ?? ""),
            "toestand": try act.exceptionFacts(of: zaak),
            "dagen": try act.firstDays(of: zaak),
            "resultaten": .array(try act.playbook.resultaten(for: zaak, in: act).map(\.keuze)),
            "contactpogingen": JSON(try act.attempts(for: zaak, recht: recht)),
        ]
    }
}

extension Zaaktype.Resultaattype {
    /// As a form offers it.
    fileprivate var keuze: JSON {
        ["waarde": .string(code), "label": ["nl": .string(omschrijving.nl), "en": .string(omschrijving.en)]]
    }
}

extension Act {
    /// How often the customer was sought in person since the first instalment that is open fell due.
    fileprivate func attempts(for zaak: Zaak, recht: RechtTables) throws -> Int {
        guard let since = try tx.regelingen.running(for: zaak.id)?.volgende?.vervaldag else { return 0 }
        return try voorwerk(of: zaak, recht: recht).evidence.attempts.count { $0.day >= since }
    }

    /// The first days on which what is done for a zaak can have been done: when its oldest claim fell due, when it was handed over.
    fileprivate func firstDays(of zaak: Zaak) throws -> JSON {
        let due = try tx.vorderingen.all(of: zaak.id).map(\.vervaldatum).min()
        let handed = try tx.overdrachten.running(for: zaak.id)?.dag
        return [
            "vordering": due.map { JSON($0) } ?? .null, "overgedragen": handed.map { JSON($0) } ?? .null,
        ]
    }
}

extension [Vordering] {
    func facts(on today: Day, zonderBrief: Int) -> JSON {
        let open = filter(\.isOpen)
        let saldo = open.map(\.saldo).reduce(Saldo.zero, +)
        let overdue = open.filter { $0.vervaldatum < today }
        let oldest = overdue.map(\.vervaldatum).min()
        return [
            "totaal": JSON(saldo.totaal), "hoofdsom": JSON(saldo.hoofdsom), "kosten": JSON(saldo.kosten),
            "rente": JSON(saldo.rente), "vervallen": JSON(overdue.map(\.saldo.totaal).sum), "aantal": JSON(open.count),
            "schuldeisers": JSON(Set(open.map(\.schuldeiser)).count),
            "eersteVervaldag": open.map(\.vervaldatum).min().map { JSON($0) } ?? .null,
            "oudste": oldest.map { JSON($0) } ?? .null, "zonderBrief": JSON(zonderBrief),
        ]
    }
}

extension Act {
    /// How many claims are in default and stood in no 14-day letter yet (6:96 lid 6 BW).
    fileprivate func withoutLetter(_ claims: [Vordering], of zaak: Zaak) throws -> Int {
        let due = claims.filter { $0.isOpen && $0.verzuimVanaf <= today }
        guard !due.isEmpty else { return 0 }
        let named = try tx.brieven.named(of: zaak.id)
        return due.filter { !named.contains($0.factuurnummer) }.count
    }
}

extension Act {
    func facts(of partij: Identifier<Partij>, besides zaak: Zaak) throws -> JSON {
        guard let person = try tx.partijen.find(partij) else { return .null }
        let earlier = try tx.zaken.closed(of: partij, besides: zaak.id)
        return [
            "voorkeurskanaal": .string(person.voorkeurskanaal.rawValue), "taal": .string(person.taal.rawValue),
            "heeftEmail": JSON(person.email != nil), "eerdereZaken": JSON(earlier), "ondersteuning": false,
            "organisatie": JSON(person.soort == .organisatie),
        ]
    }
}

extension Betalingsregeling {
    func facts(on today: Day) -> JSON {
        let next = volgende
        return [
            "staat": .string(staat.rawValue), "loopt": JSON(staat == .lopend), "voldaan": JSON(staat == .voldaan),
            "volgende": next.map { JSON($0.vervaldag) } ?? .null, "bedrag": next.map { JSON($0.open) } ?? .null,
            "perMaand": JSON(perMaand), "termijnen": JSON(termijnen.count),
            "einde": einddatum.map { JSON($0) } ?? .null,
            "achter": JSON(termijnen.filter { !$0.open.isZero && $0.vervaldag < today }.count),
        ]
    }
}
