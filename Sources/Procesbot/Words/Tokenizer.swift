/// Cuts a text into tokens; positions are bytes from the start of the text plus `offset`.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private let positions: [Int]
    private var index = 0
    private var tokens: [Token] = []
    private static let signs: [Unicode.Scalar: String] = ["€": "euro", "%": "procent"]

    static func tokens(of text: String, offset: Int = 0) -> [Token] {
        var tokenizer = Tokenizer(text, offset)
        return tokenizer.run()
    }

    private init(_ text: String, _ offset: Int) {
        scalars = Array(text.unicodeScalars)
        var place = offset
        var places: [Int] = []
        places.reserveCapacity(scalars.count + 1)
        for scalar in scalars {
            places.append(place)
            place += UTF8.width(scalar)
        }
        places.append(place)
        positions = places
    }

    private mutating func run() -> [Token] {
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isDigit || scalar == "§" {
                readNumber()
            } else if scalar.isLetter {
                readWord()
            } else if let word = Self.signs[scalar] {
                index += 1
                append(from: index - 1, to: index, text: word, numeric: false)
            } else {
                note(scalar)
                index += 1
            }
        }
        return tokens
    }

    private mutating func note(_ scalar: Unicode.Scalar) {
        guard ",;:.?!".unicodeScalars.contains(scalar), let last = tokens.indices.last, tokens[last].mark == nil,
            positions[index] - tokens[last].range.upperBound <= 1
        else { return }
        tokens[last].mark = Character(scalar)
    }

    private func peek(_ ahead: Int) -> Unicode.Scalar? {
        index + ahead < scalars.count ? scalars[index + ahead] : nil
    }

    /// `1.440,50`, `2-3-2026`, `§2.4`, `2e`; a point or comma belongs to it only between digits.
    private mutating func readNumber() {
        let start = index
        index += 1
        while let scalar = peek(0) {
            let joins = ".,-/".unicodeScalars.contains(scalar) && peek(1)?.isDigit == true && scalars[index - 1].isDigit
            guard scalar.isDigit || joins else { break }
            index += 1
        }
        if peek(0) == "e", peek(1)?.isLetter != true { index += 1 }
        append(from: start, to: index, text: String(String.UnicodeScalarView(scalars[start..<index])), numeric: true)
    }

    private mutating func readWord() {
        let start = index
        var parts: [(from: Int, to: Int, text: String)] = []
        var text = ""
        var from = index
        while let scalar = peek(0) {
            if scalar.isLetter || scalar.isDigit {
                Folding.append(scalar, to: &text)
            } else if scalar == "-", peek(1)?.isLetter == true {
                parts.append((from, index, text))
                (text, from) = ("", index + 1)
            } else if !(scalar.isApostrophe && peek(1)?.isLetter == true) {
                break
            }
            index += 1
        }
        parts.append((from, index, text))
        if parts.count == 1 || parts.contains(where: { $0.text.count < 3 }) {
            append(from: start, to: index, text: parts.map(\.text).joined(), numeric: false)
        } else {
            for part in parts { append(from: part.from, to: part.to, text: part.text, numeric: false) }
        }
    }

    private mutating func append(from: Int, to: Int, text: String, numeric: Bool) {
        guard !text.isEmpty else { return }
        let range = positions[from]..<positions[to]
        let capital = scalars[from].properties.isUppercase
        let accented = scalars[from..<to].contains { !$0.isASCII && $0.isLetter }
        tokens.append(
            Token(text: text, range: range, isCapitalised: capital, isAccented: accented, isNumeric: numeric))
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "`" }
    var isLetter: Bool {
        if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
        return properties.isAlphabetic || (0x0300...0x036F).contains(value)
    }
}
