import Basics

/// What a document says of itself: in front matter, or in words near its start.
struct DocumentHeader {
    var title: String?
    var edition: String?
    var owner: String?
    var validFrom: Day?
    var validTo: Day?
    var zaaktypes: [String] = []
    var steps: [String] = []
    /// Where the text behind the front matter begins.
    var bodyStart = 0

    init(_ text: SourceText) {
        readFrontMatter(text)
        readWords(String(decoding: text.bytes.dropFirst(bodyStart).prefix(1_500), as: UTF8.self))
    }

    private mutating func readFrontMatter(_ text: SourceText) {
        guard text.bytes.starts(with: "---\n".utf8) || text.bytes.starts(with: "---\r\n".utf8) else { return }
        var from = text.bytes.firstIndex(of: .newline).map { $0 + 1 } ?? 0
        while let end = text.bytes[from...].firstIndex(of: .newline) {
            let line = String(decoding: text.bytes[from..<end], as: UTF8.self)
            from = end + 1
            if line.hasPrefix("---") {
                bodyStart = from
                return
            }
            readField(line)
        }
    }

    private mutating func readField(_ line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let key = Folding.fold(String(line[..<colon])).filter { $0 != " " && $0 != "_" && $0 != "-" }
        let value = line[line.index(after: colon)...].trimmed(of: "\"' ")
        switch key {
        case "titel", "title", "naam": title = value
        case "versie", "version": edition = value
        case "eigenaar", "owner": owner = value
        case "geldigvanaf", "validfrom", "ingangsdatum", "van": validFrom = Self.day(value)
        case "geldigtot", "geldigtotenmet", "validto", "einddatum", "tot", "vervaldatum": validTo = Self.day(value)
        case "zaaktype", "zaaktypes", "zaaktypen": zaaktypes = Self.list(value)
        case "stap", "stappen", "steps": steps = Self.list(value)
        default: break
        }
    }

    private static func list(_ value: String) -> [String] {
        value.split(separator: ",").map { $0.trimmed(of: "[]\"' ") }.filter { !$0.isEmpty }
    }

    private static func day(_ text: String) -> Day? {
        let tokens = Tokenizer.tokens(of: text)
        return tokens.indices.lazy.compactMap { DateReader.date(in: tokens, at: $0)?.day }.first
    }

    /// `Versie 1.0, geldig vanaf 1 januari 2026. Eigenaar: teamleider.`
    private mutating func readWords(_ start: String) {
        let tokens = Tokenizer.tokens(of: start)
        for (index, token) in tokens.enumerated() where index + 1 < tokens.count {
            switch token.text {
            case "versie" where edition == nil && tokens[index + 1].isNumeric: edition = tokens[index + 1].text
            case "eigenaar" where owner == nil && token.mark == ":": owner = Self.phrase(in: start, after: token)
            case "geldig", "vervalt", "vervallen", "ingetrokken", "ingang", "geldigheid":
                readValidity(tokens, from: index)
            default: break
            }
        }
    }

    private mutating func readValidity(_ tokens: [Token], from start: Int) {
        let words = tokens[start].text
        var word = words.hasPrefix("verval") || words == "ingetrokken" ? "tot" : words == "ingang" ? "vanaf" : ""
        var isInclusive = !words.hasPrefix("verval")
        for index in start + 1..<min(tokens.count, start + 14) {
            if ["vanaf", "van", "sinds"].contains(tokens[index].text) { word = "vanaf" }
            if tokens[index].text == "tot" {
                (word, isInclusive) = ("tot", tokens.dropFirst(index + 1).first?.text == "en")
            }
            guard let day = DateReader.date(in: tokens, at: index)?.day else { continue }
            if word == "tot" {
                validTo = validTo ?? (isInclusive ? day : day - 1)
            } else {
                validFrom = validFrom ?? day
            }
        }
    }

    /// The rest of the sentence behind `Eigenaar:`.
    private static func phrase(in text: String, after token: Token) -> String? {
        let rest = text.utf8.dropFirst(token.range.upperBound)
        let line = String(
            decoding: rest.prefix { $0 != .newline && $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: ";") },
            as: UTF8.self)
        let words = line.trimmed(of: ":* ")
        let end = words.firstRange(of: ". ")?.lowerBound ?? words.endIndex
        let phrase = words[..<end].trimmed(of: ".* ")
        return phrase.isEmpty ? nil : phrase
    }
}

extension StringProtocol {
    func trimmed(of characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) || first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, characters.contains(last) || last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
