import Basics
import Exchange
import Foundation
import FoundationNetworking
import Incasso
import Kanalen
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Asking a payment provider that does not tell by itself")
struct LinkvraagTests {
    @Test func `a payment of which nobody told is found by asking, once, and then no more`() async throws {
        try await withProvider { port in
            try await TestDatabase.memory.with { db in
                var house = try await TestHouse(db)
                house.provider = MolliePayments(base: "http://127.0.0.1:\(port)/v2", key: "test_goed", waits: [])
                let id = try await house.beginPayment(by: .noor)
                try await house.move(to: house.clock.now.adding(minutes: 16))
                #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
                try await pay(id, port)
                try await house.move(to: house.clock.now.adding(minutes: 61))
                #expect(try await house.zaak(of: .noor).bedrag == .zero)
                #expect(try await house.betalingen(of: .noor) == ["mollie:\(id)"])
                try await house.move(days: 3)
                #expect(try await house.betalingen(of: .noor) == ["mollie:\(id)"])
                #expect(house.mishaps.all == [])
            }
        }
    }

    @Test func `a provider that cannot be reached is asked again later, and what was paid is not lost`() async throws {
        try await withProvider { port in
            try await TestDatabase.memory.with { db in
                var house = try await TestHouse(db)
                let base = "http://127.0.0.1:\(port)/v2"
                house.provider = MolliePayments(base: base, key: "test_goed", waits: [])
                let id = try await house.beginPayment(by: .noor)
                try await pay(id, port)
                house.provider = MolliePayments(base: "http://127.0.0.1:9/v2", key: "test_goed", waits: [])
                try await house.move(to: house.clock.now.adding(minutes: 16))
                #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
                #expect(!house.mishaps.all.isEmpty)
                house.provider = MolliePayments(base: base, key: "test_goed", waits: [])
                try await house.move(days: 2)
                #expect(try await house.zaak(of: .noor).bedrag == .zero)
            }
        }
    }

    private func pay(_ id: String, _ port: Int) async throws {
        var request = URLRequest(
            url: try #require(URL(string: "http://127.0.0.1:\(port)/v2/payments/\(id)/zet?status=paid")))
        request.httpMethod = "POST"
        _ = try await URLSession.shared.data(for: request)
    }
}

extension TestHouse {
    /// A debtor owes rent and begins to pay it by link; says by which name the provider knows that.
    fileprivate func beginPayment(by debiteur: Debiteur) async throws -> String {
        try await take(.huur(debiteur))
        let zaak = try await zaak(of: debiteur).id
        let begun = try await act { try Linkbetaling.Beginning(zaak: zaak, aanbieder: "mollie").run(in: $0) }
        let one = try #require(begun)
        let order = ProviderOrder(
            key: one.id.text, amount: one.bedrag, description: "huur", back: "https://betalen.example/betaal/x",
            hook: "https://betalen.example/betaalmelding")
        let start = try await #require(provider).begin(order)
        try await act { try Linkbetaling.Opening(linkbetaling: one.id, start: start).run(in: $0) }
        return start.id
    }

    fileprivate func betalingen(of debiteur: Debiteur) async throws -> [String] {
        let zaak = try await zaak(of: debiteur).id
        return try await read { try $0.betalingen.all(of: zaak).map(\.sleutel) }
    }
}
