public import Basics
import Jobs
import Journal
import Klanten
import Recht
public import Zaken

/// One piece of a dossier: its name in the ZIP, and the document that it is.
public struct Dossierstuk: Hashable, Sendable {
    public let bestand: String
    public let document: Identifier<Document>
    let wat: String
    let datum: Day

    var json: JSON {
        [
            "bestand": .string(bestand), "document": .string(document.text), "wat": .string(wat), "datum": JSON(datum),
        ]
    }

    init(_ bestand: String, _ document: Identifier<Document>, wat: String, datum: Day) {
        (self.bestand, self.document, self.wat, self.datum) = (bestand, document, wat, datum)
    }

    init?(_ json: JSON) {
        guard let name = json["bestand"].text, let day = json["datum"].day,
            let id = json["document"].identifier(of: Document.self)
        else { return nil }
        self.init(name, id, wat: json["wat"].text ?? "", datum: day)
    }
}

extension Incassodienst {
    /// Hands a zaak over: behind the gate, with an inventory, the specification and all facts; packed by a job after this.
    func hand(_ zaak: Zaak, to chosen: String? = nil, in act: Act) throws -> Overdracht {
        try act.eis(.overdracht, on: zaak, recht: recht)
        try act.eisPoort(.overdracht, on: zaak, recht: recht)
        // The bailiff's part ended otherwise, such as with an arrangement; this is a handover of its own.
        if var before = try act.tx.overdrachten.running(for: zaak.id) {
            (before.staat, before.einde) = (.teruggehaald, act.today)
            try act.tx.overdrachten.save(before)
        }
        // From now on interest is asked, unless the creditor gives it up: it is on the account that goes along.
        try act.bookInterest(
            on: act.tx.vorderingen.all(of: zaak.id), of: zaak, until: act.today, recht: recht)
        let bailiff = try act.tx.deurwaarders.chosen(chosen, for: zaak)
        let pieces = try act.dossierstukken(of: zaak)
        let facts = try act.inventory(of: zaak, pieces, bailiff, recht: recht)
        let person = try act.tx.partijen.find(zaak.partij)
        let overdracht = Overdracht(
            id: act.newID(), zaak: zaak.id, deurwaarder: bailiff?.code, dag: act.today, staat: .overgedragen,
            inventaris: try keep("dossier_inventaris", facts, "nl", of: zaak, in: act),
            specificatie: try keep(
                "specificatie", try act.specification(of: zaak, recht: recht), person?.taal.rawValue ?? "nl", of: zaak,
                in: act),
            gegevens: try act.keepFacts(of: zaak, pieces, recht: recht), dossier: nil, reden: nil, einde: nil)
        try act.tx.overdrachten.add(overdracht)
        try act.tx.jobs.order(
            kind: Overdracht.packingKind, payload: ["overdracht": .string(overdracht.id.text)], due: act.now,
            key: "dossier:\(overdracht.id.text)")
        try act.record(
            "overgedragen", of: zaak.id,
            ["deurwaarder": bailiff.map { .string($0.naam) } ?? .null, "stukken": JSON(pieces.count)])
        return overdracht
    }

    private func keep(
        _ template: String, _ facts: JSON, _ taal: String, of zaak: Zaak, in act: Act
    ) throws -> Identifier<Document> {
        let made = try pers.make(template, facts, taal)
        let id: Identifier<Document> = act.newID()
        let file = DocumentFile(
            titel: made.onderwerp, soort: "dossier", richting: .verzonden, bestandsnaam: template + ".html",
            formaat: "text/html", bytes: Array(made.html.utf8), door: act.actor.description)
        try act.tx.documenten.add(file, to: zaak.id, id: id, at: act.now)
        return id
    }
}

extension Act {
    /// The letters that left and the proofs that people added, in the order in which they came about.
    fileprivate func dossierstukken(of zaak: Zaak) throws -> [Dossierstuk] {
        let letters = try tx.brieven.all(of: zaak.id).filter { $0.verzonden != nil }.reversed().map { letter in
            (letter.document, letter.sjabloon, letter.verzonden?.day ?? letter.opgemaakt, "brieven")
        }
        let sent = Set(letters.map(\.0))
        let proofs = try tx.documenten.all(of: zaak.id).reversed().filter {
            $0.ingetrokken == nil && !sent.contains($0.id) && !["dossier", "specificatie"].contains($0.soort)
        }.map { ($0.id, $0.titel, $0.aangemaakt.day, "bewijzen") }
        return try (letters + proofs).enumerated().map { index, one in
            let document = try tx.documenten.find(one.0)
            let kind = document?.versie.bestandsnaam.split(separator: ".").last.map(String.init)
            // A letter is a page until it left; the dossier holds what left.
            let ending = one.3 == "brieven" ? "pdf" : kind ?? "bin"
            let digits = index + 1 < 10 ? "0\(index + 1)" : "\(index + 1)"
            return Dossierstuk(
                "\(one.3)/\(digits)-\(one.2)-\(one.1.fileName).\(ending)", one.0, wat: document?.titel ?? one.1,
                datum: one.2)
        }
    }

    fileprivate func specification(of zaak: Zaak, recht: RechtTables) throws -> JSON {
        guard let partij = try tx.partijen.find(zaak.partij) else { throw ZaakRefusal.unknownZaak }
        let debtor = Lezer(naam: partij.naam, adres: partij.adres, email: nil, isDebiteur: true)
        return try letterFacts(
            "specificatie", for: zaak, partij, lezer: debtor,
            claims: try tx.vorderingen.all(of: zaak.id).filter(\.isOpen), recht: recht, termEnds: nil)
    }

    /// What the inventory says: the pieces, the gate as it stood, and who decided.
    fileprivate func inventory(
        of zaak: Zaak, _ pieces: [Dossierstuk], _ bailiff: Deurwaarder?, recht: RechtTables
    ) throws -> JSON {
        guard let partij = try tx.partijen.find(zaak.partij) else { throw ZaakRefusal.unknownZaak }
        let reader = Lezer(naam: bailiff?.naam ?? "", adres: bailiff?.adres, email: bailiff?.email, isDebiteur: false)
        var facts =
            try letterFacts(
                "dossier_inventaris", for: zaak, partij, lezer: reader,
                claims: try tx.vorderingen.all(of: zaak.id).filter(\.isOpen), recht: recht, termEnds: nil
            ).fields ?? [:]
        facts["stukken"] = .array(
            pieces.map { ["bestand": .string($0.bestand), "wat": .string($0.wat), "datum": JSON($0.datum)] })
        let contacts = try voorwerk(of: zaak, recht: recht).stukken(.contact)
        facts["contacten"] = .array(contacts.map(\.letterFacts))
        facts["heeftContact"] = JSON(!contacts.isEmpty)
        facts["punten"] = .array(try poort(.overdracht, on: zaak, recht: recht).regels.map(\.letterFacts))
        facts["besluit"] = try besluit(of: zaak)
        return .object(facts)
    }

    fileprivate func keepFacts(
        of zaak: Zaak, _ pieces: [Dossierstuk], recht: RechtTables
    ) throws -> Identifier<Document> {
        var facts = try dossierFacts(for: zaak, recht: recht).fields ?? [:]
        facts["poort"] = .array(
            try poort(.overdracht, on: zaak, recht: recht).regels.map {
                ["punt": .string($0.punt.rawValue), "artikel": .string($0.artikel), "staat": .string($0.staat.word)]
            })
        facts["stukken"] = .array(pieces.map(\.json))
        let file = DocumentFile(
            titel: "dossier", soort: "dossier", richting: .verzonden, bestandsnaam: "dossier.json",
            formaat: "application/json", bytes: Array(JSON.object(facts).pretty.utf8), door: actor.description)
        let id: Identifier<Document> = newID()
        try tx.documenten.add(file, to: zaak.id, id: id, at: now)
        return id
    }
}

extension Poort.Staat {
    /// A stable word for files.
    var word: String {
        switch self {
        case .gehaald(let day): day.map(\.description) ?? "in orde"
        case .ontbreekt: "ontbreekt"
        case .nietNodig(let why): why
        }
    }
}

extension Poort.Regel {
    /// The point as the inventory names it: one of the flags is true.
    fileprivate var letterFacts: JSON {
        var facts: [String: JSON] = Dictionary(
            uniqueKeysWithValues: Poort.Punt.allCases.map { ("is_\($0.rawValue)", JSON.bool($0 == punt)) })
        facts["artikel"] = .string(artikel)
        if case .gehaald(let day) = staat, let day { facts["datum"] = JSON(day) } else { facts["datum"] = .null }
        if case .nietNodig(let why) = staat { facts["reden"] = .string(why) } else { facts["reden"] = .null }
        return .object(facts)
    }
}

extension Bewijsstuk {
    /// A contact, or an attempt, as the inventory names it.
    fileprivate var letterFacts: JSON {
        ["datum": JSON(dag), "kanaal": .string(kanaal ?? ""), "bereikt": JSON(bereikt)]
    }
}

extension String {
    /// Letters, digits and dashes only, for the name of a file.
    fileprivate var fileName: String {
        let plain = lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(String(plain).prefix(60))
    }
}
