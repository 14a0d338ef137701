import Basics

/// Texts as SEPA messages allow them (EPC 217-08): a small set of signs and a length.
enum SepaText {
    private static let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ")
    private static let plain: [Character: String] = [
        "é": "e", "è": "e", "ê": "e", "ë": "e", "á": "a", "à": "a", "â": "a", "ä": "a", "ã": "a", "å": "a", "ó": "o",
        "ò": "o", "ô": "o", "ö": "o", "õ": "o", "ø": "o", "í": "i", "ì": "i", "î": "i", "ï": "i", "ú": "u", "ù": "u",
        "û": "u", "ü": "u", "ç": "c", "ñ": "n", "ý": "y", "ÿ": "y", "ß": "ss", "æ": "ae", "š": "s", "ž": "z", "ı": "i",
        "ğ": "g", "ş": "s", "ł": "l", "ć": "c", "č": "c", "€": "E", "&": "+", "_": "-",
    ]

    /// The text with accents taken off and other signs as a full stop, cut at a length.
    static func written(_ text: String, most: Int) -> String {
        var result = ""
        for character in text {
            let lower = Character(character.lowercased().first.map(String.init) ?? ".")
            if allowed.contains(character) {
                result.append(character)
            } else if let plain = plain[lower] {
                result += character == lower ? plain : plain.uppercased()
            } else {
                result += "."
            }
        }
        return String(result.prefix(most))
    }

    /// An identifier must hold as it is: at most 35 allowed signs, not starting or ending in a slash.
    static func identifier(_ text: String) throws(PaymentFileRefusal) -> String {
        guard !text.isEmpty, text.count <= 35, text.allSatisfy(allowed.contains), !text.hasPrefix("/"),
            !text.hasSuffix("/"),
            !text.contains("//")
        else { throw .identifier(text) }
        return text
    }

    static func check(_ transfers: [Transfer]) throws(PaymentFileRefusal) {
        guard !transfers.isEmpty else { throw .empty }
        var seen: Set<String> = []
        for transfer in transfers {
            _ = try identifier(transfer.endToEnd)
            guard seen.insert(transfer.endToEnd).inserted else { throw .endToEndTwice(transfer.endToEnd) }
            guard transfer.amount > .zero, transfer.amount.cents <= 99_999_999_999 else {
                throw .amount(endToEnd: transfer.endToEnd)
            }
            guard !transfer.name.isEmpty else { throw .identifier(transfer.name) }
        }
    }
}
