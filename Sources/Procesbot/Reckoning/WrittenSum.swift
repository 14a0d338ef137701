/// The signs between the words of a sentence, and where its sum begins and ends.
struct WrittenSum {
    enum Symbol: Equatable {
        case plus, minus, times, over, open, close, equals
        case words(Range<Int>)
    }

    private let tokens: [Token]
    /// The signs before each word, and last those behind all.
    private let signs: [[Symbol]]

    init(_ tokens: [Token], in text: SourceText) {
        self.tokens = tokens
        let gaps = tokens.indices.map { place in
            guard place > 0 else { return "" }
            let (from, to) = (tokens[place - 1].range.upperBound, tokens[place].range.lowerBound)
            return from < to ? text.quote(from..<to) : ""
        }
        // A dash or a stroke is a sign only where the sentence writes what comes out with `=`.
        let isPlain = gaps.contains { $0.contains("=") }
        signs = gaps.map { Self.signs(in: $0, isPlain: isPlain) }
    }

    /// The words of the sum: behind `=` or `is`, where signs stand between them, up to the mark that closes it.
    var sum: Range<Int>? {
        let equals = tokens.indices.first { signs[$0].contains(.equals) }
        let first = tokens.indices.first { place in
            signs[place].contains(where: Self.reckons)
                || equals != nil && said(at: place, in: tokens.indices)?.0 != nil
        }
        guard let first else { return nil }
        // `inkomen + toeslag = ruimte` names behind the sum what comes out.
        let isBehind = equals.map { first < $0 } ?? false
        let start = isBehind ? opening(before: first) : equals ?? opening(before: first)
        let end = isBehind ? equals ?? tokens.count : closing(behind: first)
        return start < end ? start..<end : nil
    }

    /// What comes out, before `=` or `is` or behind the sum.
    func name(before sum: Range<Int>) -> Range<Int> {
        guard sum.lowerBound > 0 else { return 0..<0 }
        let isVerb = Self.verbs.contains(tokens[sum.lowerBound - 1].text)
        guard isVerb || signs[sum.lowerBound].contains(.equals) else {
            let behind = sum.upperBound < tokens.count && signs[sum.upperBound].contains(.equals)
            return behind ? sum.upperBound..<closing(behind: sum.upperBound) : 0..<0
        }
        let end = isVerb ? sum.lowerBound - 1 : sum.lowerBound
        let start = tokens[..<end].lastIndex { $0.mark == ":" || $0.mark == "," }.map { $0 + 1 } ?? 0
        return min(start, end)..<end
    }

    /// The words and signs of the sum, with the signs that are written as words.
    func symbols(in range: Range<Int>) -> [Symbol] {
        var symbols: [Symbol] = []
        var start = range.lowerBound
        func close(_ end: Int) { if start < end { symbols.append(.words(start..<end)) } }
        for place in range {
            let before = place == range.lowerBound ? signs[place].filter { $0 == .open } : signs[place]
            if !before.isEmpty {
                close(place)
                symbols += before
                start = place
            }
            if let (sign, width) = said(at: place, in: range) {
                close(place)
                symbols.append(sign)
                start = place + width
            }
        }
        close(range.upperBound)
        return symbols
    }

    /// `plus`, `maal`, `gedeeld door`, and `15 procent van`.
    private func said(at place: Int, in range: Range<Int>) -> (Symbol, width: Int)? {
        let next = place + 1 < range.upperBound ? tokens[place + 1].text : ""
        switch tokens[place].text {
        case "plus": return (.plus, 1)
        case "min", "minus": return (.minus, 1)
        case "maal", "keer", "x": return (.times, 1)
        case "gedeeld" where next == "door": return (.over, 2)
        case "van" where place > range.lowerBound && tokens[place - 1].text == "procent": return (.times, 1)
        default: return nil
        }
    }

    private func opening(before place: Int) -> Int {
        tokens[..<place].lastIndex { $0.mark == ":" || Self.verbs.contains($0.text) }.map { $0 + 1 } ?? 0
    }

    /// A comma, a semicolon or the end, outside brackets.
    private func closing(behind place: Int) -> Int {
        var depth = 0
        for index in place..<tokens.count {
            for sign in signs[index] { depth += sign == .open ? 1 : sign == .close ? -1 : 0 }
            // A bracket that closes stands between a word and its mark.
            let closed = index + 1 < tokens.count ? signs[index + 1].count { $0 == .close } : depth
            if depth - closed <= 0, let mark = tokens[index].mark, [",", ";", ".", ":"].contains(mark) {
                return index + 1
            }
        }
        return tokens.count
    }

    private static let verbs: Set<String> = ["is", "bedraagt", "zijn"]

    private static func reckons(_ sign: Symbol) -> Bool { [.plus, .minus, .times, .over].contains(sign) }

    /// No sum has more signs between two of its words.
    private static let longestGap = 20

    /// Signs that stand apart; a hyphen within a word is none.
    private static func signs(in gap: String, isPlain: Bool) -> [Symbol] {
        let characters = Array(gap.prefix(longestGap))
        return characters.indices.compactMap { place in
            let isApart =
                place > 0 && place + 1 < characters.count && characters[place - 1] == " "
                && characters[place + 1] == " "
            return switch characters[place] {
            case "+" where isPlain || isApart: .plus
            case "−" where isPlain || isApart: .minus
            case "-" where isPlain && isApart, "–" where isPlain && isApart: .minus
            case "×", "·": .times
            case "*" where isPlain && isApart: .times
            case "÷": .over
            case "/" where isPlain && isApart: .over
            case "(": .open
            case ")": .close
            case "=": .equals
            default: nil
            }
        }
    }
}

/// Reads a sum from its words and signs: times and divided by bind before plus and minus.
struct ExpressionReader {
    private let symbols: [WrittenSum.Symbol]
    private var place = 0

    init(_ symbols: [WrittenSum.Symbol]) { self.symbols = symbols }

    var isDone: Bool { place == symbols.count }

    mutating func expression() -> Equation.Expression? {
        guard let first = product() else { return nil }
        var members = [Equation.Member(part: first, isMinus: false)]
        while let sign = symbols.dropFirst(place).first, sign == .plus || sign == .minus {
            place += 1
            guard let next = product() else { return nil }
            members.append(Equation.Member(part: next, isMinus: sign == .minus))
        }
        return members.count == 1 ? first : .sum(members)
    }

    private mutating func product() -> Equation.Expression? {
        guard var left = factor() else { return nil }
        while let sign = symbols.dropFirst(place).first, sign == .times || sign == .over {
            place += 1
            guard let right = factor() else { return nil }
            left = sign == .times ? .product(left, right) : .quotient(left, right)
        }
        return left
    }

    private mutating func factor() -> Equation.Expression? {
        guard let symbol = symbols.dropFirst(place).first else { return nil }
        place += 1
        switch symbol {
        case .words(let range):
            skipAside()
            return .part(range)
        case .open:
            let inner = expression()
            if symbols.dropFirst(place).first == .close { place += 1 }
            return inner
        case .plus, .minus, .times, .over, .close, .equals: return nil
        }
    }

    /// `leefbedrag (zie de bijlage)`: words in brackets right behind a part say more of it.
    private mutating func skipAside() {
        guard symbols.dropFirst(place).first == .open, case .words? = symbols.dropFirst(place + 1).first,
            symbols.dropFirst(place + 2).first.map({ $0 == .close }) ?? true
        else { return }
        place = min(symbols.count, place + 3)
    }
}
