/// Someone's mail address with the name to show, safe to put in a header.
public struct MailAddress: Hashable, Sendable {
    public let name: String
    public let address: String

    /// Refused when it could be anything but one address: a space, a line end, a comma, no or two at-signs.
    public init(_ address: String, name: String = "") throws(MailFault) {
        guard MailAddress.isOne(address) else { throw .notAnAddress }
        guard name.isOneLine else { throw .unsafeHeader("name") }
        self.name = name
        self.address = address
    }

    /// What stands after the at-sign.
    var domain: Substring { address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...] }

    private static func isOne(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        let special = "()<>[]:;,\\\"@ "
        return text.utf8.count <= 254 && halves.count == 2
            && halves.allSatisfy { half in
                !half.isEmpty && !half.hasPrefix(".") && !half.hasSuffix(".")
                    && half.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 32 && $0.value < 127 }
                    && !half.contains { special.contains($0) }
            }
    }
}

extension String {
    /// Whether it holds no line end or other control character, so that it cannot begin a header of its own.
    var isOneLine: Bool {
        unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 && $0.value != 0x2028 && $0.value != 0x2029 }
    }
}
