import Basics
import Database
import Incasso
import Journal
import TestHouse
import Testing
import Zaken

@testable import Postvak

extension TestHouse {
    /// A house where the gates and the letters know what the klant wrote.
    static func withPost(_ database: Database) async throws -> TestHouse {
        try await TestHouse(database, changing: { $0.diensten.keep(Klantpost.vanPost) })
    }

    func receive(_ bytes: [UInt8]) async throws -> Poststuk {
        let id = try await PostTests.kantoor(self).neem(bytes, als: .system("test")).id
        return try #require(try await read { try $0.poststukken.find(id) })
    }

    func place(_ mail: Poststuk, on zaak: Zaak, as soorten: Set<Mailsoort> = [.problematiek]) async throws {
        try await act {
            try Poststuk.Plaatsing(
                poststuk: mail.id, zaaknummer: zaak.nummer, soorten: soorten, bijlagen: [], door: .anja
            ).run(in: $0)
        }
    }

    func answer(_ mail: Poststuk) async throws {
        try await act { try Poststuk.Beantwoording(poststuk: mail.id, tekst: "Dat kan.", kanaal: "email").run(in: $0) }
    }

    /// What waits of the klant of a zaak: the mails by their subject.
    func wachtendePost(bij debiteur: Debiteur) async throws -> [String] {
        let zaak = try await zaak(of: debiteur)
        return try await read { try $0.wachtendePost(bij: zaak).map(\.mail.onderwerp) }
    }
}
