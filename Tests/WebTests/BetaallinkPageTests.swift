import Basics
import Exchange
import Foundation
import Hummingbird
import Incasso
import Synchronization
import Testing
import Zaken

@testable import Web

@Suite("Paying by link, over HTTP")
struct BetaallinkPageTests {
    @Test func `the page asks an amount of whoever holds the link, and says paid once it is`() async throws {
        let provider = SmallProvider()
        let payments = WebPayments(links: .test, provider: provider)
        try await Site.open(payments: payments) { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first { $0.bedrag > .euros(1_000) })
            site.forget()
            let address = Betaallinks.test.address(of: zaak.id, on: site.clock.now().day)
            let path = "/betaal/" + String(try #require(address.split(separator: "/").last))
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("€\u{A0}1.422,40") && page.contains("NL13 TEST 0123 4567 89"))
            #expect(page.contains("<path class=\"qr-squares\" d=\"M4 4h7"))
            #expect(!page.contains("Test Huurder") && !page.contains("⟨"))
            let sent = try await site.post(path + "/ideal", [:])
            #expect(sent.headers[.location] == "https://betaalpagina.example/tr_1")
            #expect(try await site.post(path + "/ideal", [:]).headers[.location] == "https://betaalpagina.example/tr_1")
            #expect(provider.begun.withLock { $0 } == 1)
            provider.status.withLock { $0 = .paid }
            for _ in 0..<2 { #expect(try await site.told("tr_1") == .ok) }
            #expect(try await site.told("tr_vreemd") == .ok)
            let after = String(buffer: try await site.get(path + "?terug=1").body)
            #expect(after.contains("Alles is betaald"))
            let id = zaak.id
            #expect(
                try await site.office.read { try $0.betalingen.all(of: id) }.map(\.bedrag) == [Money(cents: 142_240)])
        }
    }

    @Test func `the page says what it is for and when it was due, and in a pause that nothing needs to be paid`()
        async throws
    {
        try await Site.open(payments: WebPayments(links: .test)) { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first { $0.bedrag < .euros(1_000) })
            let path = "/betaal/" + Betaallinks.test.token(of: zaak.id, until: site.clock.now().day + 30)
            let page = try await site.page(path)
            #expect(page.contains("Huur mei, had op 1 mei 2026 betaald moeten zijn"))
            #expect(page.contains("data-copy=\"NL13TEST0123456789\"") && page.contains("data-copy=\"560,00\""))
            #expect(!page.contains("U hoeft nu niets te betalen"))

            let last = (site.clock.now().day + 20).description
            _ = try await site.page("/klanten/\(zaak.partij)")
            #expect(
                try await site.post("/klanten/\(zaak.partij)/pauze", ["tot": last, "reden": "rust"]).status == .seeOther
            )
            let resting = try await site.page(path)
            #expect(resting.contains("U hoeft nu niets te betalen") && !resting.contains("had op"))
        }
    }

    @Test func `a link that was changed or has expired tells so, and without a provider there is no button`()
        async throws
    {
        try await Site.open(payments: WebPayments(links: .test)) { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            site.forget()
            let day = site.clock.now().day
            let good = "/betaal/" + Betaallinks.test.token(of: zaak.id, until: day)
            let page = String(buffer: try await site.get(good).body)
            #expect(!page.contains("iDEAL"))
            #expect(try await site.post(good + "/ideal", [:]).status != .seeOther)
            let old = "/betaal/" + Betaallinks.test.token(of: zaak.id, until: day + -1)
            #expect(try await site.get(old).status == .gone)
            #expect(try await site.get(good + "A").status == .notFound)
        }
    }

    @Test func `a provider that is down leaves the transfer`() async throws {
        let provider = SmallProvider()
        provider.isDown.withLock { $0 = true }
        try await Site.open(payments: WebPayments(links: .test, provider: provider)) { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/betaal/" + Betaallinks.test.token(of: zaak.id, until: site.clock.now().day)
            _ = try await site.get(path)
            let answer = try await site.post(path + "/ideal", [:])
            #expect(answer.status == .badGateway)
            #expect(String(buffer: answer.body).contains("maak het bedrag zelf over"))
        }
    }
}

extension Betaallinks {
    static let test = Betaallinks(base: "https://betalen.example", key: Array(repeating: 5, count: 32))
}

/// A provider of one payment.
private final class SmallProvider: PaymentProvider {
    let name = "klein"
    let begun = Mutex(0)
    let status = Mutex(ProviderPayment.Status.open)
    let isDown = Mutex(false)
    let amount = Mutex(Money.zero)

    func begin(_ order: ProviderOrder) async throws(PaymentProviderFault) -> ProviderStart {
        if isDown.withLock({ $0 }) { throw .unreachable }
        begun.withLock { $0 += 1 }
        amount.withLock { $0 = order.amount }
        return ProviderStart(id: "tr_1", checkout: "https://betaalpagina.example/tr_1")
    }

    func payment(_ id: String) async throws(PaymentProviderFault) -> ProviderPayment {
        ProviderPayment(id: id, status: status.withLock { $0 }, amount: amount.withLock { $0 })
    }
}
