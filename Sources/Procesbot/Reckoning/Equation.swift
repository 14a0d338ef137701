/// A sum that a text writes out with its signs: `ruimte = inkomen + toeslagen − vaste lasten`.
struct Equation {
    /// The words of what comes out; empty where the text does not name it.
    let name: Range<Int>
    let value: Expression
    /// What stands behind the sum: how it is rounded, its least and its most.
    let tail: Range<Int>

    /// What is put together from the named parts of a sum.
    indirect enum Expression {
        case part(Range<Int>)
        case sum([Member])
        case product(Expression, Expression)
        case quotient(Expression, Expression)
    }

    /// What is added, or taken off.
    struct Member {
        let part: Expression
        let isMinus: Bool
    }

    /// How many words and signs a sum has at most: nobody writes more in a sentence, and its parts are read one within another.
    private static let most = 60

    /// The named parts, in their order.
    var parts: [Range<Int>] { value.parts }

    /// The parts of a sum that only adds and takes off; nothing for any other.
    var terms: [(words: Range<Int>, isMinus: Bool)]? {
        guard case .sum(let members) = value else { return nil }
        let plain = members.compactMap { member -> (words: Range<Int>, isMinus: Bool)? in
            guard case .part(let words) = member.part else { return nil }
            return (words, member.isMinus)
        }
        return plain.count == members.count ? plain : nil
    }

    /// Nothing where the sentence writes no sum with signs, or one of numbers alone.
    init?(_ tokens: [Token], in text: SourceText) {
        let written = WrittenSum(tokens, in: text)
        guard let range = written.sum else { return nil }
        let symbols = written.symbols(in: range)
        guard symbols.count <= Equation.most else { return nil }
        var reader = ExpressionReader(symbols)
        guard let value = reader.expression(), reader.isDone else { return nil }
        let named = value.parts.filter { words in tokens[words].contains { !$0.isNumeric && $0.text != "euro" } }
        guard value.parts.count > 1, !named.isEmpty else { return nil }
        (name, self.value, tail) = (written.name(before: range), value, range.upperBound..<tokens.count)
    }
}

extension Equation.Expression {
    var parts: [Range<Int>] {
        switch self {
        case .part(let words): [words]
        case .sum(let members): members.flatMap(\.part.parts)
        case .product(let left, let right), .quotient(let left, let right): left.parts + right.parts
        }
    }
}
