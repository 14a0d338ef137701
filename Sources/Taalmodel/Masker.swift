import Foundation

/// Takes what points at a person out of a text before it leaves the house, and puts it back in what returns.
///
/// Nothing of a case leaves but words that the house itself knows (its word lists and library) and numbers that stand in the
/// passages given; the patterns only give what is taken out a better name.
public struct Masker: Sendable {
    private var kept: [String: String] = [:]
    private var places: [String: String] = [:]
    private var counts: [String: Int] = [:]
    private let names: [String]
    private let knows: @Sendable (String) -> Bool
    private let given: Set<String>

    /// `names` are those of the zaak; `given` the passages that leave as well; `knows` tells the house's own words.
    public init(names: [String] = [], given: [String] = [], knows: @escaping @Sendable (String) -> Bool) {
        self.names = Masker.parts(of: names)
        self.knows = knows
        self.given = Set(given.flatMap { Masker.words(of: $0) })
    }

    /// A text of the case, without anything that the house and the passages given do not say themselves.
    public mutating func mask(_ text: String) throws -> String {
        var text = try known(text)
        for (pattern, kind) in MaskerPatterns.ofCases { text = try replace(text, pattern, kind) }
        let given = given
        text = try replace(text, MaskerPatterns.number, "GETAL") { found, _ in !given.contains(found) }
        let knows = knows
        return try replace(text, MaskerPatterns.word, "WOORD") { found, isFirst in
            let isOwn = (isFirst || found.first?.isUppercase != true) && knows(found)
            return !given.contains(found) && !isOwn
        }
    }

    /// A text of the library: it leaves as it stands, but for who and where a person is.
    public mutating func maskPassage(_ text: String) throws -> String { try known(text) }

    private mutating func known(_ text: String) throws -> String {
        var text = try replace(text, MaskerPatterns.place, "TEKST", isOutsidePlaces: false)
        for (pattern, kind) in MaskerPatterns.anywhere { text = try replace(text, pattern, kind) }
        for name in names { text = try replace(text, MaskerPatterns.whole(name), "NAAM") }
        return try replace(text, MaskerPatterns.titled, "NAAM", group: 1)
    }

    /// Puts back what was taken out, once: what is put back is never read again.
    public func restore(_ text: String) throws -> String {
        try Masker.replaced(text, MaskerPatterns.place) { found, _ in kept[found] }
    }

    /// The text without the names of people, as a claim is judged: a name says nothing about what must be done.
    func nameless(_ text: String) throws -> String {
        try Masker.replaced(text, MaskerPatterns.namePlace) { _, _ in "" }
    }

    private mutating func replace(
        _ text: String, _ pattern: String, _ kind: String, group: Int = 0, isOutsidePlaces: Bool = true,
        where wanted: (String, Bool) -> Bool = { _, _ in true }
    ) throws -> String {
        let pattern = isOutsidePlaces ? "\(MaskerPatterns.place)|(?:\(pattern))" : pattern
        return try Masker.replaced(text, pattern, group: group) { original, isFirst in
            let isPlace = isOutsidePlaces && kept[original] != nil
            // What is found around an earlier place is kept as it was said.
            return isPlace || !wanted(original, isFirst) ? nil : place(of: try restore(original), kind)
        }
    }

    /// The same words get the same place.
    private mutating func place(of original: String, _ kind: String) -> String {
        if let known = places[original] { return known }
        counts[kind, default: 0] += 1
        let place = "[\(kind)_\(counts[kind] ?? 0)]"
        (places[original], kept[place]) = (place, original)
        return place
    }

    private static func replaced(
        _ text: String, _ pattern: String, group: Int = 0, by change: (String, Bool) throws -> String?
    ) throws -> String {
        let expression = try NSRegularExpression(pattern: pattern)
        let whole = text as NSString
        var output = ""
        var from = 0
        for match in expression.matches(in: text, range: NSRange(location: 0, length: whole.length)) {
            let range = match.range(at: group)
            guard range.location != NSNotFound, range.location >= from else { continue }
            let before = whole.substring(with: NSRange(location: from, length: range.location - from))
            let isFirst = begins(after: whole.substring(to: range.location))
            guard let new = try change(whole.substring(with: range), isFirst) else { continue }
            output += before + new
            from = range.location + range.length
        }
        return output + whole.substring(from: from)
    }

    /// Whether a sentence begins behind this text.
    private static func begins(after text: String) -> Bool {
        guard let last = text.last(where: { !$0.isWhitespace && !"\"'“”„«»(-•*".contains($0) }) else { return true }
        return ".?!:".contains(last) || text.last?.isNewline == true
    }

    private static func words(of text: String) -> [String] {
        text.matches(of: /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,\/-]*[\p{L}\p{M}\p{N}]|[\p{L}\p{N}]/).map {
            String($0.output)
        }
    }

    /// Whole names and their parts, the longest first; particles are no names.
    private static func parts(of names: [String]) -> [String] {
        let all = names.flatMap { [$0] + $0.split(whereSeparator: { " -,".contains($0) }).map(String.init) }
        return Set(
            all.filter { $0.count >= 2 && $0.contains(where: \.isLetter) && !particles.contains($0.lowercased()) }
        )
        .sorted { ($0.count, $0) > ($1.count, $1) }
    }

    private static let particles: Set<String> = [
        "van", "der", "de", "den", "het", "ten", "ter", "te", "op", "in", "bij", "aan", "el",
    ]
}
