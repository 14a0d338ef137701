/// Lower case without accents: `één` is `een`, `Coördinator` is `coordinator`.
enum Folding {
    static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        if scalar.isASCII {
            text.unicodeScalars.append(scalar.lowered)
        } else if !(0x0300...0x036F).contains(scalar.value) {
            for letter in scalar.properties.lowercaseMapping.unicodeScalars {
                text.unicodeScalars.append(letter.isASCII ? letter : base(of: letter))
            }
        }
    }

    static func fold(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars { append(scalar, to: &folded) }
        return folded
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
    fileprivate var lowered: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
    }
}
