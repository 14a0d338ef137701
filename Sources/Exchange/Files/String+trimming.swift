/// Spaces and letters byte by byte where a text is ASCII, which nearly all texts of files are; the slow way for others.
extension String {
    /// Without spaces and line breaks at either end.
    var trimmed: String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace })
        else {
            return ""
        }
        if bytes[first] >= 0x80 || bytes[last] >= 0x80 { return slowlyTrimmed }
        return first == bytes.startIndex && bytes.index(after: last) == bytes.endIndex
            ? self : String(self[first...last])
    }

    /// Capitals and digits only, as identifiers are kept: spaces, dots and hyphens gone.
    var compacted: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else {
            return String(uppercased().filter { !$0.isWhitespace && $0 != "." && $0 != "-" })
        }
        let kept = utf8.lazy.filter { !$0.isSpace && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
        return String(decoding: kept.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    }

    /// Without any spaces.
    var spaceless: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return filter { !$0.isWhitespace } }
        return utf8.contains(where: \.isSpace) ? String(decoding: utf8.filter { !$0.isSpace }, as: UTF8.self) : self
    }

    var isAllASCIIDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }

    var isBlank: Bool { utf8.allSatisfy(\.isSpace) }

    var nonEmpty: String? { isEmpty ? nil : self }

    private var slowlyTrimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension Substring {
    var isASCIIDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}

extension UInt8 {
    /// A space, tab or line break.
    var isSpace: Bool { self == 32 || (9...13).contains(self) }
}
