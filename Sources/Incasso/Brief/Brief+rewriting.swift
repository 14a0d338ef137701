import Basics
import Database
import Journal
import Klanten
import Recht
import Zaken

extension Act {
    /// Writes the letters that wait anew for who the person is now, such as after two records were joined: the same letter
    /// with its term and its moment, to the name and the address that hold.
    func rewriteLetters(of zaken: [Zaak]) throws {
        guard let dienst = playbook.diensten.kept(Incassodienst.self) else { return }
        for zaak in zaken where zaak.isOpen {
            for brief in try tx.brieven.all(of: zaak.id) where brief.waits && brief.canBeRewritten {
                do { try rewrite(brief, on: zaak, by: dienst) } catch is BriefRefusal {
                    try withdraw(brief, because: .nietTeMaken)
                }
            }
        }
    }

    /// The letters that wait and ask for money tell what is open now that some of it was paid.
    func renewLetters(of zaak: Identifier<Zaak>) throws {
        guard let dienst = playbook.diensten.kept(Incassodienst.self), let zaak = try tx.zaken.find(zaak), zaak.isOwed
        else { return }
        for brief in try tx.brieven.all(of: zaak.id) where brief.waits && brief.canBeRewritten && brief.asksForMoney {
            do { try rewrite(brief, on: zaak, by: dienst) } catch is BriefRefusal {
                try withdraw(brief, because: .nietTeMaken)
            }
        }
    }

    func withdraw(_ brief: Brief, because why: Brief.Intrekking) throws {
        try tx.brieven.withdraw(brief.id, because: why)
        try record(
            "brief_ingetrokken", of: brief.zaak,
            ["sjabloon": .string(brief.sjabloon), "waarom": .string(why.rawValue)])
    }

    /// The same letter for what holds now, as a newer version of its document.
    func rewrite(_ brief: Brief, on zaak: Zaak, by dienst: Incassodienst) throws {
        guard let partij = try tx.partijen.find(zaak.partij) else { throw BriefRefusal.personMissing }
        let claims = try tx.vorderingen.all(of: zaak.id).filter { brief.vorderingen[$0.factuurnummer] != nil }
        let chosen = brief.woorden.flatMap { Lezer($0[Brief.aan]) }
        let lezer = try chosen ?? reader(of: zaak, partij, recht: dienst.recht)
        var facts = try letterFacts(
            brief.sjabloon, for: zaak, partij, lezer: lezer, claims: claims.filter(\.isOpen), recht: dienst.recht,
            termEnds: brief.termijnEinde, links: dienst.betaallinks, deurwaarder: try chosenBailiff(of: zaak))
        if let own = brief.woorden { facts["antwoord"] = own }
        let made = try dienst.press(brief.sjabloon, facts, partij.taal)
        let address = brief.kanaal == .email ? lezer.email ?? brief.aan : nil
        guard
            try tx.documenten.find(brief.document).map({ try tx.documenten.content(of: $0.versie) })
                != Array(made.html.utf8) || address != brief.aan
        else { return }
        try tx.documenten.addVersion(made.file(brief.sjabloon, door: actor.description), of: brief.document, at: now)
        try tx.run(
            """
            UPDATE brieven SET aan = \(address), onderwerp = \(made.onderwerp), tekst = \(made.tekst)
            WHERE id = \(brief.id) AND verzonden IS NULL
            """)
        try record(
            "brief_herschreven", of: zaak.id,
            ["sjabloon": .string(brief.sjabloon), "document": .string(brief.document.text)])
    }

    /// The bailiff that a person chose when the handover was decided.
    private func chosenBailiff(of zaak: Zaak) throws -> String? {
        try tx.journal.entries(of: .zaak(zaak.id), limit: 500).first {
            $0.kind == "taak_afgerond" && $0.content["formulier"].text == "overdracht_akkoord"
        }?.content["uitkomst"]["deurwaarder"].text
    }
}

extension Brief {
    /// Whether it can be made again from what is kept: an answer needs the words of who wrote it.
    fileprivate var canBeRewritten: Bool { sjabloon != Brief.antwoord || woorden != nil }
}
