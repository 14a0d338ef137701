import Basics
import Exchange
import Foundation
import Subprocess
import Testing
import Wire

@testable import Kanalen

@Suite("A payment provider that speaks HTTP")
struct MollieTests {
    private let order = ProviderOrder(
        key: "k-1", amount: Money(cents: 10_638), description: "8202600012300042",
        back: "https://betalen.example/betaal/x",
        hook: "https://betalen.example/betaalmelding")

    @Test func `a payment begins once for a key, and its status is asked for`() async throws {
        try await withProvider { port in
            let mollie = try #require(MolliePayments(base: "http://127.0.0.1:\(port)/v2", key: "test_goed"))
            let start = try await mollie.begin(order)
            #expect(start.checkout == "https://betaalpagina.example/\(start.id)")
            #expect(try await mollie.begin(order) == start)
            #expect(try await mollie.payment(start.id).status == .open)
            try await set(start.id, "paid", port)
            let paid = try await mollie.payment(start.id)
            #expect(paid.status == .paid && paid.amount == order.amount && paid.account == "NL85TEST0000000101")
        }
    }

    @Test func `one that is not well is asked again, and one that stays silent is not waited for`() async throws {
        try await withProvider { port in
            let base = "http://127.0.0.1:\(port)/v2"
            let ill = try #require(MolliePayments(base: base, key: "test_ziek", waits: [0.01, 0.01]))
            #expect(try await ill.begin(order).id.hasPrefix("tr_"))
            let silent = try #require(MolliePayments(base: base, key: "test_stil", timeout: 0.5, waits: []))
            await #expect(throws: PaymentProviderFault.unreachable) { try await silent.begin(order) }
        }
    }

    @Test func `a wrong key, an unknown payment and an answer that is none are told apart`() async throws {
        try await withProvider { port in
            let base = "http://127.0.0.1:\(port)/v2"
            let wrong = try #require(MolliePayments(base: base, key: "fout", waits: []))
            await #expect(throws: PaymentProviderFault.refused(401)) { try await wrong.begin(order) }
            let good = try #require(MolliePayments(base: base, key: "test_goed", waits: []))
            await #expect(throws: PaymentProviderFault.refused(404)) { try await good.payment("tr_9999999999") }
            await #expect(throws: PaymentProviderFault.unreadable) { try await good.payment("../../organizations") }
            let broken = try #require(MolliePayments(base: base, key: "test_kapot", waits: []))
            await #expect(throws: PaymentProviderFault.unreadable) { try await broken.begin(order) }
        }
        let gone = try #require(MolliePayments(base: "http://127.0.0.1:9/v2", key: "test_goed", waits: []))
        await #expect(throws: PaymentProviderFault.unreachable) { try await gone.begin(order) }
    }

    @Test func `a key never goes over a line that is not safe, and stands in no fault`() {
        #expect(MolliePayments(base: "http://betalen.example/v2", key: "live_geheim") == nil)
        #expect(MolliePayments(key: "") == nil)
        #expect(!"\(PaymentProviderFault.refused(401))".contains("live"))
    }

    private func set(_ id: String, _ status: String, _ port: Int) async throws {
        let path = "http://127.0.0.1:\(port)/v2/payments/\(id)/zet?status=\(status)"
        #expect(try await HTTPCall(url: path, headers: []).send().status < 400)
    }
}

/// Starts a provider, gives its port, and stops it.
func withProvider(_ body: @Sendable @escaping (Int) async throws -> Void) async throws {
    let script = String(#filePath.split(separator: "KanalenTests/MollieTests")[0]) + "Servers/mollie.py"
    _ = try await run(
        .name("env"), arguments: ["python3", script], input: .none, output: .sequence, error: .discarded
    ) { execution in
        var lines = execution.standardOutput.strings().makeAsyncIterator()
        let hello = try JSON(parsing: try #require(try await lines.next()))
        try await body(try #require(hello["port"].integer))
        try execution.send(signal: .terminate)
    }
}
