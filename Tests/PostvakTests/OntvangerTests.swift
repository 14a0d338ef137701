import Basics
import Foundation
import Incasso
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Postvak

/// An answer goes to who wrote, and its words fit who that is.
@Suite("Whom an answer goes to")
struct OntvangerTests {
    @Test func `a bureau that writes for a klant is answered itself, with the klant named`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let bureau = "Budgetbureau Voorbeeld <info@bureau.example>"
            let mail = try await house.receive(
                Mailbox.plain(
                    from: bureau, subject: "Schuldregeling", "Namens onze cliënt Bram Kievit: wat staat open?"))
            try await house.place(mail, on: zaak, as: [.hulpverlener])

            #expect(try await house.ontvangers(of: mail) == [.afzender, .klant])
            try await house.answer(mail)
            let letter = try #require(try await house.brieven(to: .bram).last { $0.sjabloon == Brief.antwoord })
            #expect(letter.aan == "info@bureau.example")
            #expect(letter.tekst.hasPrefix("Beste Budgetbureau Voorbeeld"))
            #expect(letter.tekst.contains("Dit bericht gaat over Bram Kievit"))
        }
    }

    @Test func `who is under bewind and writes is answered, unless a person chooses the bewindvoerder`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let bewindvoerder = Toestand.Geadresseerde(naam: "Bewindvoerder Voorbeeld", email: "bw@voorbeeld.example")
            try await house.act { act in
                try Toestand.Beginning(
                    partij: zaak.partij, soort: .bewind, begin: act.today, bewijs: "register", aan: bewindvoerder,
                    door: .anja
                ).run(in: act)
            }
            let mail = try await house.receive(Mailbox.plain(subject: "Hulp", "Ik red het niet."))
            try await house.place(mail, on: zaak)

            #expect(try await house.ontvangers(of: mail) == [.klant, .vertegenwoordiger])
            try await house.answer(mail)
            try await house.act {
                try Poststuk.Beantwoording(
                    poststuk: mail.id, tekst: "Ter info.", kanaal: "email", gezien: 1, aan: .vertegenwoordiger
                ).run(in: $0)
            }
            let letters = try await house.brieven(to: .bram).filter { $0.sjabloon == Brief.antwoord }
            #expect(
                Set(letters.map { "\($0.aan ?? "") \($0.tekst.prefix(16))" }) == [
                    "bram@voorbeeld.example Beste Bram Kievi", "bw@voorbeeld.example Beste Bewindvoer",
                ])
        }
    }

    @Test func `nobody writes to who died`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            try await house.act { act in
                try Toestand.Beginning(
                    partij: zaak.partij, soort: .overlijden, begin: act.today, bewijs: "akte", door: .anja
                ).run(in: act)
            }
            let mail = try await house.receive(
                Mailbox.plain(from: "Tess Kievit <tess@elders.example>", subject: "Vader", "Mijn vader is overleden."))
            try await house.place(mail, on: zaak)
            #expect(try await house.ontvangers(of: mail) == [.afzender])
        }
    }

    @Test(arguments: Poststuk.Ontvanger.Rol.allCases, Geldvraag.allCases)
    func `a draft names what is open only to a klant who may be asked for it`(
        _ rol: Poststuk.Ontvanger.Rol, _ geld: Geldvraag
    ) throws {
        let yaml = try String(contentsOfFile: Mailbox.content + "/post/antwoorden.yaml", encoding: .utf8)
        let facts = Antwoordzinnen.Gegevens(
            zaaknummer: "ZAAK-2026-000001", saldo: "€ 599,88", uiterlijk: "1 juli", aan: rol, geld: geld)
        for taal in [Mailtaal.nederlands, .engels] {
            let draft = try Antwoordzinnen(yaml: yaml).concept(
                Set(Mailsoort.allCases), taal: taal, crisis: false, facts)
            #expect(draft.contains("599,88") == (rol == .klant && geld == .mag), "\(taal)")
        }
    }

    @Test func `what another than who wrote must know of it is for a person to say`() throws {
        let yaml = try String(contentsOfFile: Mailbox.content + "/post/antwoorden.yaml", encoding: .utf8)
        let facts = Antwoordzinnen.Gegevens(
            zaaknummer: "ZAAK-2026-000001", saldo: "", uiterlijk: "", aan: .klant, isSchrijver: false)
        let sentences = try Antwoordzinnen(yaml: yaml)
        let draft = sentences.concept([.regeling], taal: .nederlands, crisis: true, facts)
        #expect(draft.hasPrefix("We kregen een bericht") && !draft.contains("U wilt") && !draft.contains("dringend"))
        #expect(sentences.invulplekken.contains(where: draft.contains))
    }

    @Test func `a draft thanks who sent papers along for them, and asks for none`() throws {
        let yaml = try String(contentsOfFile: Mailbox.content + "/post/antwoorden.yaml", encoding: .utf8)
        let facts = Antwoordzinnen.Gegevens(
            zaaknummer: "ZAAK-2026-000001", saldo: "", uiterlijk: "", aan: .afzender, stukken: true)
        let draft = try Antwoordzinnen(yaml: yaml).concept([.hulpverlener], taal: .nederlands, crisis: false, facts)
        #expect(draft.contains("Dank voor de stukken") && !draft.contains("machtiging of beschikking nodig"))
    }
}

extension TestHouse {
    fileprivate func ontvangers(of mail: Poststuk) async throws -> [Poststuk.Ontvanger.Rol] {
        try await act { act in
            try act.tx.poststukken.find(mail.id)?.ontvangers(in: act).map(\.rol) ?? []
        }
    }
}
