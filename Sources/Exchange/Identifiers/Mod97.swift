/// The check of ISO 7064 mod 97-10 that IBAN and creditor reference share: letters count as 10 to 35.
enum Mod97 {
    /// The remainder of the text read as one number; `nil` when it holds anything but capitals and digits.
    static func remainder(of text: some Sequence<UInt8>) -> Int? {
        var remainder = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): remainder = (remainder * 10 + Int(byte - 48)) % 97
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): remainder = (remainder * 100 + Int(byte - 55)) % 97
            default: return nil
            }
        }
        return remainder
    }

    /// Whether text with its check digits at places 3 and 4 is right.
    static func holds(for text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 4, bytes[2...3].allSatisfy({ (48...57).contains($0) }) else { return false }
        return remainder(of: bytes[4...] + bytes[..<4]) == 1
    }

    /// Two check digits for a prefix of two letters and a body.
    static func digits(prefix: String, body: String) -> String? {
        remainder(of: Array((body + prefix + "00").utf8)).map {
            let check = 98 - $0; return check < 10 ? "0\(check)" : "\(check)"
        }
    }
}
