/// What changed between two versions of a text, line by line (Myers' shortest edit script, as `CollectionDifference`).
public struct Verschil: Sendable {
    public enum Soort: Sendable { case gelijk, weg, nieuw }

    public struct Regel: Sendable {
        public let soort: Soort
        public let tekst: String
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
        regels = Verschil.woven(old, new, gone, come)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).prefix(longest).map(String.init)
    }

    private static func woven(_ old: [String], _ new: [String], _ gone: Set<Int>, _ come: Set<Int>) -> [Regel] {
        var lines: [Regel] = []
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            if gone.contains(from) {
                lines.append(Regel(soort: .weg, tekst: old[from]))
                from += 1
            } else if come.contains(to) {
                lines.append(Regel(soort: .nieuw, tekst: new[to]))
                to += 1
            } else {
                lines.append(Regel(soort: .gelijk, tekst: new[to]))
                (from, to) = (from + 1, to + 1)
            }
        }
        return lines
    }
}
