/// Lower case without accents: `één` is `een`, `Coördinator` is `coordinator`.
enum Folding {
    /// Adds the bytes of a letter; a mark that stands by itself adds none.
    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.isASCII {
            bytes.append(scalar.lowered)
        } else if !(0x0300...0x036F).contains(scalar.value) {
            for letter in scalar.properties.lowercaseMapping.unicodeScalars {
                bytes.append(contentsOf: Array(String(letter.isASCII ? letter : base(of: letter)).utf8))
            }
        }
    }

    static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        for scalar in text.unicodeScalars { append(scalar, to: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        let families: [(String, Unicode.Scalar)] = [
            ("àáâãäåāăą", "a"), ("çćč", "c"), ("èéêëēĕėęě", "e"), ("ìíîïĩīĭį", "i"), ("ñń", "n"),
            ("òóôõöøō", "o"), ("ùúûüũūŭ", "u"), ("ýÿ", "y"), ("žź", "z"), ("šś", "s"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letters, base) in families { for letter in letters.unicodeScalars { table[letter] = base } }
        return table
    }()

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar { bases[scalar] ?? scalar }
}

extension Unicode.Scalar {
    /// Of an ASCII letter.
    fileprivate var lowered: UInt8 { UInt8(value) + (("A"..."Z").contains(self) ? 32 : 0) }
}
