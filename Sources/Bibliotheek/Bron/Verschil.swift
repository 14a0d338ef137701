/// What changed between two versions of a text, line by line (Myers' shortest edit script, as `CollectionDifference`).
public struct Verschil: Sendable {
    public enum Soort: Sendable { case gelijk, weg, nieuw }

    public struct Regel: Sendable {
        public let soort: Soort
        public let tekst: String
        /// The line in pieces: what differs from the line that came in its place, or that it came for, is marked.
        public fileprivate(set) var delen: [Deel]

        fileprivate init(_ soort: Soort, _ tekst: String) {
            self.soort = soort
            self.tekst = tekst
            delen = [Deel(tekst: tekst, isAnders: false)]
        }
    }

    /// A part of a line.
    public struct Deel: Hashable, Sendable {
        public let tekst: String
        public let isAnders: Bool
    }

    public let regels: [Regel]
    public var isEmpty: Bool { regels.allSatisfy { $0.soort == .gelijk } }
    private static let longest = 4_000

    /// The lines of both, those that stayed, went and came; very long texts are compared as far as they are read.
    public init(van oud: String, naar nieuw: String) {
        let old = Verschil.lines(oud)
        let new = Verschil.lines(nieuw)
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let place, _, _): gone.insert(place)
            case .insert(let place, _, _): come.insert(place)
            }
        }
        regels = Verschil.worded(Verschil.woven(old, new, gone, come))
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).prefix(longest).map(String.init)
    }

    private static func woven(_ old: [String], _ new: [String], _ gone: Set<Int>, _ come: Set<Int>) -> [Regel] {
        var lines: [Regel] = []
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            if gone.contains(from) {
                lines.append(Regel(.weg, old[from]))
                from += 1
            } else if come.contains(to) {
                lines.append(Regel(.nieuw, new[to]))
                to += 1
            } else {
                lines.append(Regel(.gelijk, new[to]))
                (from, to) = (from + 1, to + 1)
            }
        }
        return lines
    }

    /// Of lines that went with lines in their place: which words.
    private static func worded(_ lines: [Regel]) -> [Regel] {
        var lines = lines
        var start = 0
        while start < lines.count {
            let gone = lines[start...].prefix { $0.soort == .weg }.count
            let come = lines[(start + gone)...].prefix { $0.soort == .nieuw }.count
            for pair in 0..<min(gone, come) {
                let (old, new) = (start + pair, start + gone + pair)
                guard let parts = Woordverschil(van: lines[old].tekst, naar: lines[new].tekst) else { continue }
                (lines[old].delen, lines[new].delen) = (parts.weg, parts.nieuw)
            }
            start += max(1, gone + come)
        }
        return lines
    }
}

/// Which words of two lines differ; nothing where they have too little in common to be the same line.
struct Woordverschil {
    let weg: [Verschil.Deel]
    let nieuw: [Verschil.Deel]

    init?(van oud: String, naar nieuw: String) {
        let (old, new) = (Woordverschil.words(oud), Woordverschil.words(nieuw))
        guard old.count <= 600, new.count <= 600 else { return nil }
        var (gone, come): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let place, _, _): gone.insert(place)
            case .insert(let place, _, _): come.insert(place)
            }
        }
        let kept = old.indices.count { !gone.contains($0) && !old[$0].allSatisfy(\.isWhitespace) }
        let most = max(old.count { !$0.allSatisfy(\.isWhitespace) }, new.count { !$0.allSatisfy(\.isWhitespace) })
        guard kept * 3 >= most, kept > 0 else { return nil }
        weg = Woordverschil.parts(old, gone)
        self.nieuw = Woordverschil.parts(new, come)
    }

    /// Words, and what stands between them; a figure with its decimals is one word.
    private static func words(_ line: String) -> [String] {
        var all: [String] = []
        for sign in line {
            let (isWord, isSpace) = (sign.isLetter || sign.isNumber || ",.".contains(sign), sign.isWhitespace)
            if let last = all.last?.last, isWord == (last.isLetter || last.isNumber || ",.".contains(last)),
                isSpace == last.isWhitespace
            {
                all[all.count - 1].append(sign)
            } else {
                all.append(String(sign))
            }
        }
        return all
    }

    /// Neighbours of one kind are one part; a space between two words that differ differs too.
    private static func parts(_ words: [String], _ other: Set<Int>) -> [Verschil.Deel] {
        var parts: [Verschil.Deel] = []
        for (place, word) in words.enumerated() {
            let isBetween =
                word.allSatisfy(\.isWhitespace) && other.contains(place - 1) && other.contains(place + 1)
            let isOther = other.contains(place) || isBetween
            if let last = parts.last, last.isAnders == isOther {
                parts[parts.count - 1] = Verschil.Deel(tekst: last.tekst + word, isAnders: isOther)
            } else {
                parts.append(Verschil.Deel(tekst: word, isAnders: isOther))
            }
        }
        return parts
    }
}
