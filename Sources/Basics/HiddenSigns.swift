extension Unicode.Scalar {
    /// Whether it is not seen, and can make a text look other than it is: a control character but for line ends and tabs, or
    /// a sign that turns the direction of writing (Unicode UAX 9).
    public var isHidden: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension String {
    /// Whether it holds a sign that is not seen.
    public var hasHiddenSigns: Bool { unicodeScalars.contains(where: \.isHidden) }

    /// The text without the signs that are not seen.
    public var withoutHiddenSigns: String {
        guard hasHiddenSigns else { return self }
        var kept = UnicodeScalarView()
        kept.append(contentsOf: unicodeScalars.lazy.filter { !$0.isHidden })
        return String(kept)
    }
}
