import Database
import Exchange
import Incasso
import Kanalen
import Web
import Zaken

extension House {
    /// The payment links of a house that customers can reach; their key comes from the settings, or is made once and kept.
    static func links(_ settings: Settings, in database: Database) async throws -> Betaallinks? {
        guard let base = settings.publicURL else { return nil }
        let made = (0..<32).map { _ in String(UInt8.random(in: 0...255), radix: 16) }.joined(separator: "-")
        let (given, payout) = (settings.paymentsKey, settings.molliePayout.flatMap { IBAN($0) }?.text)
        let key = try await database.write { tx in
            if let payout { try tx.instellingen.put(payout, for: Linkbetaling.payoutSetting) }
            if let given, given.utf8.count >= 32 { return given }
            if let kept = try tx.instellingen["betalen.sleutel"] { return kept }
            try tx.instellingen.put(made, for: "betalen.sleutel")
            return made
        }
        return Betaallinks(base: base, key: Array(key.utf8))
    }

    /// What the pages need to let people pay.
    var payments: WebPayments? {
        links.map { links in
            let provider = settings.mollieKey.flatMap { MolliePayments(base: settings.mollieURL, key: $0) }
            return WebPayments(links: links, provider: provider)
        }
    }
}
