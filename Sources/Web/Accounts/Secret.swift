import Basics
import Crypto
import Foundation
import Zaken

/// 256 random bits that a visitor's browser holds; the database only ever sees their hash.
struct Secret: Sendable, Hashable {
    /// 64 hexadecimal digits, as in the cookie.
    let text: String

    init(random: inout some RandomNumberGenerator) {
        text = Toegangssleutel(random: &random).text
    }

    /// Takes over a cookie's value; `nil` when it has not the form of a secret.
    init?(_ text: String) {
        guard text.utf8.count == 64, text.allSatisfy({ $0.isHexDigit && $0.isASCII }) else { return nil }
        self.text = text
    }

    /// Under which the session is kept.
    var hash: String { Toegangssleutel(text).hash }

    /// What every form of this visitor carries: nobody without the cookie can make it.
    var formToken: String {
        HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: SymmetricKey(data: Data(text.utf8))).hexadecimal
    }

    /// Compares in constant time.
    func matches(formToken sent: String) -> Bool {
        // Behind the token stands whose form it is.
        let sent = sent.prefix { $0 != "." }
        let (left, right) = (Array(formToken.utf8), Array(sent.utf8))
        return left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
