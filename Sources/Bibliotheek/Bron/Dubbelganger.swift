public import Basics
import Zaken

extension BronStore {
    /// Other sources with the same title, whatever kind of file each came in: those that say the same, and those that nearly do; those
    /// that lapsed not.
    public func doubles(of version: Bronversie, on day: Day) throws -> (same: [Bronversie], alike: [Bronversie]) {
        let title = version.titel.lowercased()
        let others = try newest().filter {
            $0.bron.id != version.bron.id && $0.titel.lowercased() == title && ($0.geldigTot ?? day) >= day
        }
        guard !others.isEmpty, let own = try words(of: version) else { return ([], []) }
        let known = try others.compactMap { other in try words(of: other).map { (version: other, words: $0) } }
        let alike = known.filter { $0.words != own && Self.areAlike(own, $0.words) }
        return (known.filter { $0.words == own }.map(\.version), alike.map(\.version))
    }

    private func words(of version: Bronversie) throws -> [String]? {
        try tx.inhoud.bytes(version.tekst).map { bytes in
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
    }

    /// Nine of ten words are in both: what a file format adds is less.
    private static func areAlike(_ one: [String], _ other: [String]) -> Bool {
        let (one, other) = (Set(one), Set(other))
        return one.intersection(other).count * 10 >= one.union(other).count * 9
    }
}
