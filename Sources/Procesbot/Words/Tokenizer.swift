/// Cuts a text into tokens; positions are bytes from the start of the text plus `offset`.
struct Tokenizer {
    private let bytes: [UInt8]
    private let offset: Int
    private var index = 0
    private var tokens: [Token] = []

    static func tokens(of text: String, offset: Int = 0) -> [Token] {
        var tokenizer = Tokenizer(bytes: Array(text.utf8), offset: offset)
        return tokenizer.run()
    }

    private init(bytes: [UInt8], offset: Int) { (self.bytes, self.offset) = (bytes, offset) }

    private mutating func run() -> [Token] {
        while let scalar = scalar(at: index) {
            if scalar.isDigit || scalar == "§" {
                readNumber(scalar)
            } else if isTimes(at: index) {
                index += 1
                append(Array("keer".utf8), from: index - 1)
            } else if scalar.isLetter {
                readWord()
            } else {
                let start = index
                index += UTF8.width(scalar)
                switch scalar {
                case "€": append(Array("euro".utf8), from: start)
                case "%": append(Array("procent".utf8), from: start)
                case ",", ";", ":", ".", "?", "!": note(Character(scalar), at: start)
                default: break
                }
            }
        }
        return tokens
    }

    /// A mark belongs to the word that it stands behind.
    private mutating func note(_ mark: Character, at place: Int) {
        guard let last = tokens.indices.last, tokens[last].mark == nil,
            place + offset - tokens[last].range.upperBound <= 1
        else { return }
        tokens[last].mark = mark
    }

    /// What stands at a byte where a scalar begins.
    private func scalar(at place: Int) -> Unicode.Scalar? {
        guard place < bytes.count else { return nil }
        let first = bytes[place]
        guard first >= 0x80 else { return Unicode.Scalar(first) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        let value = bytes[place + 1..<place + width].reduce(UInt32(first) & (0xFF >> UInt32(width + 1))) {
            $0 << 6 | UInt32($1 & 0x3F)
        }
        return Unicode.Scalar(value)
    }

    /// `2x` is two times.
    private func isTimes(at place: Int) -> Bool {
        ["x", "X"].contains(scalar(at: place)) && place > 0 && bytes[place - 1].isDigit && !isLetter(at: place + 1)
            && !isDigit(at: place + 1)
    }

    private func isDigit(at place: Int) -> Bool { scalar(at: place)?.isDigit ?? false }
    private func isLetter(at place: Int) -> Bool { scalar(at: place)?.isLetter ?? false }

    /// `1.440,50`, `2-3-2026`, `§2.4`, `6:96`, `2e`; a mark belongs to it only between digits.
    private mutating func readNumber(_ first: Unicode.Scalar) {
        let start = index
        index += UTF8.width(first)
        while let scalar = scalar(at: index) {
            let joins =
                [".", ",", "-", "/", ":"].contains(scalar) && isDigit(at: index + 1) && bytes[index - 1].isDigit
            guard scalar.isDigit || joins else { break }
            index += 1
        }
        if scalar(at: index) == "e", !isLetter(at: index + 1) { index += 1 }
        append(Array(bytes[start..<index]), from: start, numeric: true)
    }

    /// A run of letters of a word, with what stands between its hyphens.
    private struct Part {
        let from: Int
        var to = 0
        var letters: [UInt8] = []
        var isAccented = false
    }

    private mutating func readWord() {
        var parts: [Part] = []
        var part = Part(from: index)
        while let scalar = scalar(at: index) {
            if scalar.isLetter || scalar.isDigit {
                Folding.append(scalar, to: &part.letters)
                if !scalar.isASCII { part.isAccented = true }
            } else if scalar == "-", isLetter(at: index + 1) {
                part.to = index
                parts.append(part)
                part = Part(from: index + 1)
            } else if !(scalar.isApostrophe && isLetter(at: index + UTF8.width(scalar))) {
                break
            }
            index += UTF8.width(scalar)
        }
        part.to = index
        parts.append(part)
        if parts.contains(where: { $0.letters.count < 3 }) {
            let whole = parts.flatMap(\.letters)
            append(whole, from: parts[0].from, isAccented: parts.contains(where: \.isAccented))
        } else {
            for part in parts { append(part.letters, from: part.from, to: part.to, isAccented: part.isAccented) }
        }
    }

    private mutating func append(
        _ letters: [UInt8], from: Int, to: Int? = nil, isAccented: Bool = false, numeric: Bool = false
    ) {
        guard !letters.isEmpty else { return }
        let first = scalar(at: from)
        let isCapital = first.map { $0.isASCII ? ("A"..."Z").contains($0) : $0.properties.isUppercase } ?? false
        tokens.append(
            Token(
                text: String(decoding: letters, as: UTF8.self), range: from + offset..<(to ?? index) + offset,
                isCapitalised: isCapital, isAccented: isAccented, isNumeric: numeric))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "`" }
    var isLetter: Bool {
        if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
        return properties.isAlphabetic || (0x0300...0x036F).contains(value)
    }
}
