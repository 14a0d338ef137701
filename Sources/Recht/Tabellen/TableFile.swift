import Basics
import Yams

/// A YAML file of `Content/recht` as it is written, before its rows become values.
protocol TableFile: Decodable {
    static var name: String { get }
}

extension TableFile {
    /// Decodes a file; what does not decode is a flaw with the place in the file.
    static func read(_ text: String, _ file: String) throws(RechtTableFlaws) -> Self {
        do {
            return try YAMLDecoder().decode(Self.self, from: text)
        } catch let error as DecodingError {
            throw RechtTableFlaws(file, error.place, error.sentence)
        } catch {
            throw RechtTableFlaws(file, nil, "\(error)")
        }
    }

    static func money(_ text: String, _ place: String) throws(RechtTableFlaws) -> Money {
        guard let money = Money(text), money.isCalculable else {
            throw RechtTableFlaws(name, place, "not an amount such as 40.00: \(text)")
        }
        return money
    }

    static func percent(_ text: String, _ place: String) throws(RechtTableFlaws) -> Rate {
        guard let rate = Rate(percent: text), Int128(rate.numerator) <= Int128(rate.denominator) * 2 else {
            throw RechtTableFlaws(name, place, "not a percentage from 0 to 200 such as 10.35: \(text)")
        }
        return rate
    }

    static func word<Word: RawRepresentable<String>>(_ text: String, _ place: String) throws(RechtTableFlaws) -> Word {
        guard let word = Word(rawValue: text) else { throw RechtTableFlaws(name, place, "unknown word: \(text)") }
        return word
    }

    static func weekday(_ text: String, _ place: String) throws(RechtTableFlaws) -> Day.Weekday {
        let names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        guard let index = names.firstIndex(of: text) else { throw RechtTableFlaws(name, place, "no weekday: \(text)") }
        return Day.Weekday.allCases[index]
    }

    static func range(_ number: Int, _ allowed: ClosedRange<Int>, _ place: String) throws(RechtTableFlaws) -> Int {
        guard allowed.contains(number) else {
            throw RechtTableFlaws(
                name, place, "\(number) is not between \(allowed.lowerBound) and \(allowed.upperBound)")
        }
        return number
    }
}

extension RechtTableFlaws {
    init(_ file: String, _ place: String?, _ message: Phrase) {
        let element = place.map { "\(file) \($0)" } ?? file
        self.init(flaws: [Diagnostic(.error, "legal-table", message, element: element)])
    }
}

extension DecodingError {
    private var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }

    fileprivate var place: String? {
        context.map { $0.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".") }
    }

    fileprivate var sentence: Phrase {
        if case .keyNotFound(let key, _) = self { return "missing: \(key.stringValue)" }
        return context.map { Phrase(quoting: $0.debugDescription) } ?? "cannot be read"
    }
}
