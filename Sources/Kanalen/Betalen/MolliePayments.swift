import Basics
public import Exchange
import Foundation
import FoundationNetworking

/// Payments through a provider that speaks as Mollie's payments API of version 2 does.
public struct MolliePayments: PaymentProvider {
    public let name = "mollie"
    let base: URL
    let key: String
    let session: URLSession
    /// Waits between tries, in seconds; their number is the number of further tries.
    let waits: [Double]

    /// `key` is a secret: it goes into one header and nowhere else.
    public init?(
        base: String = "https://api.mollie.com/v2", key: String, timeout: Double = 10, waits: [Double] = [0.3, 1]
    ) {
        guard let url = URL(string: base), url.scheme == "https" || url.host() == "127.0.0.1", !key.isEmpty else {
            return nil
        }
        self.base = url
        self.key = key
        self.waits = waits
        let settings = URLSessionConfiguration.ephemeral
        settings.timeoutIntervalForRequest = timeout
        settings.httpCookieStorage = nil
        session = URLSession(configuration: settings)
    }

    public func begin(_ order: ProviderOrder) async throws(PaymentProviderFault) -> ProviderStart {
        var body: [String: JSON] = [
            "amount": ["currency": "EUR", "value": .string(order.amount.description)],
            "description": .string(order.description), "redirectUrl": .string(order.back), "method": "ideal",
            "metadata": ["key": .string(order.key)],
        ]
        if let hook = order.hook { body["webhookUrl"] = .string(hook) }
        var request = request("payments")
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(order.key, forHTTPHeaderField: "Idempotency-Key")
        request.httpBody = Data(JSON.object(body).description.utf8)
        let answer = try await ask(request)
        guard let id = answer["id"].text, let checkout = answer["_links"]["checkout"]["href"].text,
            let url = URL(string: checkout), url.scheme == "https" || url.host() == "127.0.0.1"
        else { throw .unreadable }
        return ProviderStart(id: id, checkout: checkout)
    }

    public func payment(_ id: String) async throws(PaymentProviderFault) -> ProviderPayment {
        guard MolliePayments.isIdentifier(id) else { throw .unreadable }
        let answer = try await ask(request("payments/" + id))
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
    private func request(_ path: String) -> URLRequest {
        var request = URLRequest(url: base.appending(path: path))
        request.setValue("Bearer " + key, forHTTPHeaderField: "Authorization")
        return request
    }

    /// Asks, and asks again when nothing answers or the other side is not well; the key makes that safe.
    private func ask(_ request: URLRequest) async throws(PaymentProviderFault) -> JSON {
        var last = PaymentProviderFault.unreachable
        for wait in [0] + waits {
            await pause(wait)
            do { return try await once(request) } catch {
                last = error
                guard error.isPassing else { throw error }
            }
        }
        throw last
    }

    private func once(_ request: URLRequest) async throws(PaymentProviderFault) -> JSON {
        let found: (Data, URLResponse)
        do { found = try await session.data(for: request) } catch { throw .unreachable }
        guard let answer = found.1 as? HTTPURLResponse else { throw .unreachable }
        guard (200..<300).contains(answer.statusCode) else { throw .refused(answer.statusCode) }
        guard found.0.count <= 1 << 20 else { throw .unreadable }
        do { return try JSON(parsing: Array(found.0)) } catch { throw .unreadable }
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
