import Foundation

/// Words in mail headers, which can only hold ASCII (RFC 2047, RFC 2231).
enum HeaderText {
    /// The text as it is when it is plain and short, else in encoded words on lines of their own.
    static func encoded(_ text: String, after label: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value < 127 } && !text.contains("=?")
        if isPlain, label.count + text.count <= 76 { return text }
        return words(of: text).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// A parameter of a header, in percent-encoding when it is not plain.
    static func parameter(_ name: String, _ value: String) -> String {
        let isPlain = value.unicodeScalars.allSatisfy {
            $0.value >= 32 && $0.value < 127 && !"\"\\".unicodeScalars.contains($0)
        }
        return isPlain ? "\(name)=\"\(value)\"" : "\(name)*=utf-8''" + percented(value)
    }

    /// Pieces of at most 45 bytes, which an encoded word of 75 characters can hold, never in the middle of a character.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            if word.utf8.count + character.utf8.count > 42, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        return words + [word]
    }

    private static func percented(_ value: String) -> String {
        value.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 46
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

extension MailAddress {
    /// The name and the address, the address on a line of its own when the name is encoded.
    func headerText(after label: String) -> String {
        let shown = quotedName(after: label)
        if name.isEmpty { return address }
        return shown + (shown.hasPrefix("=?") ? "\r\n" : "") + " <\(address)>"
    }

    private func quotedName(after label: String) -> String {
        let encoded = HeaderText.encoded(name, after: label)
        guard encoded == name else { return encoded }
        return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
