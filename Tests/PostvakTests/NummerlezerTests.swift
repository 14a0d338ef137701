import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Postvak

@Suite("A number to call in a mail")
struct NummerlezerTests {
    @Test(
        arguments: [
            ("Mijn nieuwe nummer is 06 0000 0999.", "06 0000 0999"),
            ("Bel mij op +31 6 00000999", "+31 6 00000999"),
            ("U bereikt me op 010-000 00 00, na vijf uur.", "010-000 00 00"),
            ("Mijn oude nummer 06 0000 0999 werkt niet.", nil),
            ("Het factuurnummer is 2026000123456789.", nil),
            ("Bel 06 0000 0999 of het nummer 06 0000 0888.", nil),
            ("Ik betaalde 0600000999 cent.", nil),
        ] as [(String, String?)])
    func `is read where the mail says that it is one`(_ text: String, _ number: String?) {
        #expect(Nummerlezer.nummer(in: text) == number)
    }

    @Test(arguments: TestDatabase.all)
    func `is kept with the klant when a person says so`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let mail = try await house.receive(Mailbox.plain(subject: "Nummer", "Mijn nieuwe nummer is 06 0000 0999."))
            try await house.act {
                try Poststuk.Plaatsing(
                    poststuk: mail.id, zaaknummer: zaak.nummer, soorten: [.overig], bijlagen: [], onthoudNummer: true,
                    door: .anja
                ).run(in: $0)
            }
            #expect(try await house.read { try $0.partijen.find(zaak.partij)?.telefoon } == "06 0000 0999")
            #expect(mail.nummer(besides: "+31600000999") == nil)
        }
    }
}
