import Basics

extension FeelParser {
    var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

    func peek(_ offset: Int) -> Unicode.Scalar? { at + offset < text.count ? text[at + offset] : nil }

    /// What stands here, for a message.
    var nextWord: String {
        let rest = text[at...].prefix { !$0.properties.isWhitespace }.prefix(20)
        return String(String.UnicodeScalarView(rest))
    }

    /// Skips white space and comments.
    mutating func skipSpace() {
        while let scalar = next {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                at += 1
            } else if scalar == "/", peek(1) == "/" {
                while let inner = next, inner != "\n" { at += 1 }
            } else if scalar == "/", peek(1) == "*", let end = endOfComment() {
                at = end
            } else {
                return
            }
        }
    }

    private func endOfComment() -> Int? {
        var end = at + 2
        while end + 1 < text.count {
            if text[end] == "*", text[end + 1] == "/" { return end + 2 }
            end += 1
        }
        return nil
    }

    /// Takes a symbol if it comes next.
    mutating func take(_ symbol: StaticString) -> Bool {
        skipSpace()
        guard follows(symbol) else { return false }
        at += symbol.utf8CodeUnitCount
        return true
    }

    func follows(_ symbol: StaticString) -> Bool {
        for offset in 0..<symbol.utf8CodeUnitCount where peek(offset)?.value != UInt32(symbol.utf8Start[offset]) {
            return false
        }
        return true
    }

    mutating func expect(_ symbol: StaticString) throws(FeelSyntaxError) {
        guard take(symbol) else {
            throw fault(at >= text.count ? .unexpectedEnd : .expected("\"\(symbol)\""))
        }
    }

    /// The word that starts here, without taking it.
    var word: String? {
        guard let first = next, first.isNameStart else { return nil }
        return String(String.UnicodeScalarView(text[at...].prefix { $0.isNamePart }))
    }

    /// Takes a keyword if it comes next as a word of its own.
    mutating func takeWord(_ wanted: String) -> Bool {
        skipSpace()
        guard word == wanted else { return false }
        at += wanted.unicodeScalars.count
        return true
    }

    mutating func expectWord(_ wanted: String) throws(FeelSyntaxError) {
        guard takeWord(wanted) else {
            throw fault(at >= text.count ? .unexpectedEnd : .expected("\"\(wanted)\""))
        }
    }
}
