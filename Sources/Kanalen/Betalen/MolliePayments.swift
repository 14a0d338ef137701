import Basics
public import Exchange
import Foundation
import Wire

/// Payments through a provider that speaks as Mollie's payments API of version 2 does.
public struct MolliePayments: PaymentProvider {
    public let name = "mollie"
    let base: String
    let key: String
    let timeout: Duration
    /// Waits between tries, in seconds; their number is the number of further tries.
    let waits: [Double]

    /// `key` is a secret: it goes into one header and nowhere else.
    public init?(
        base: String = "https://api.mollie.com/v2", key: String, timeout: Double = 10, waits: [Double] = [0.3, 1]
    ) {
        guard HTTPCall.isSafe(base), !key.isEmpty else {
            return nil
        }
        self.base = String(base.reversed().drop { $0 == "/" }.reversed())
        self.key = key
        self.timeout = .seconds(timeout)
        self.waits = waits
    }

    public func begin(_ order: ProviderOrder) async throws(PaymentProviderFault) -> ProviderStart {
        var body: [String: JSON] = [
            "amount": ["currency": "EUR", "value": .string(order.amount.description)],
            "description": .string(order.description), "redirectUrl": .string(order.back), "method": "ideal",
            "metadata": ["key": .string(order.key)],
        ]
        if let hook = order.hook { body["webhookUrl"] = .string(hook) }
        let headers = ["Content-Type: application/json", "Idempotency-Key: \(order.key)"]
        let answer = try await ask(
            call(.post, "payments", headers, body: Array(JSON.object(body).description.utf8)))
        guard let id = answer["id"].text, let checkout = answer["_links"]["checkout"]["href"].text,
            HTTPCall.isSafe(checkout)
        else { throw .unreadable }
        return ProviderStart(id: id, checkout: checkout)
    }

    public func payment(_ id: String) async throws(PaymentProviderFault) -> ProviderPayment {
        guard MolliePayments.isIdentifier(id) else { throw .unreadable }
        let answer = try await ask(call(.get, "payments/" + id))
        guard answer["id"].text == id,
            let status = answer["status"].text.flatMap(ProviderPayment.Status.init(rawValue:)),
            answer["amount"]["currency"].text == "EUR",
            let amount = answer["amount"]["value"].text.flatMap({ Money($0) })
        else { throw .unreadable }
        let details = answer["details"]
        return ProviderPayment(
            id: id, status: status, amount: amount, name: details["consumerName"].text,
            account: details["consumerAccount"].text)
    }

    /// Whether a text can be an identifier of a payment, and nothing that changes an address.
    static func isIdentifier(_ text: String) -> Bool {
        (4...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0 < 128 && (Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber || $0 == 95)
            }
    }
}

extension MolliePayments {
    private func call(
        _ method: HTTPCall.Method, _ path: String, _ headers: [String] = [], body: [UInt8] = []
    ) -> HTTPCall {
        HTTPCall(
            method, url: base + "/" + path, headers: ["Authorization: Bearer " + key] + headers, body: body,
            timeout: timeout)
    }

    /// Asks, and asks again when nothing answers or the other side is not well; the key makes that safe.
    private func ask(_ call: HTTPCall) async throws(PaymentProviderFault) -> JSON {
        var last = PaymentProviderFault.unreachable
        for wait in [0] + waits {
            await pause(wait)
            do { return try await once(call) } catch {
                last = error
                guard error.isPassing else { throw error }
            }
        }
        throw last
    }

    private func once(_ call: HTTPCall) async throws(PaymentProviderFault) -> JSON {
        let answer: HTTPCall.Answer
        do { answer = try await call.send() } catch { throw .unreachable }
        guard (200..<300).contains(answer.status) else { throw .refused(answer.status) }
        do { return try JSON(parsing: answer.body) } catch { throw .unreadable }
    }

    private func pause(_ seconds: Double) async {
        guard seconds > 0 else { return }
        do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
    }
}

extension PaymentProviderFault {
    /// Whether asking again may help.
    fileprivate var isPassing: Bool {
        switch self {
        case .unreachable: true
        case .refused(let status): status == 429 || status >= 500
        case .unreadable: false
        }
    }
}
