public import Basics
import Zaken

extension BronStore {
    /// Other sources with the same title of which the text says the same, whatever kind of file each came in; those that lapsed not.
    public func doubles(of version: Bronversie, on day: Day) throws -> [Bronversie] {
        let title = version.titel.lowercased()
        let others = try newest().filter {
            $0.bron.id != version.bron.id && $0.titel.lowercased() == title && ($0.geldigTot ?? day) >= day
        }
        guard !others.isEmpty, let own = try words(of: version) else { return [] }
        return try others.filter { other in
            if other.tekst == version.tekst { return true }
            return try words(of: other).map { Self.areAlike(own, $0) } ?? false
        }
    }

    private func words(of version: Bronversie) throws -> Set<String>? {
        try tx.inhoud.bytes(version.tekst).map { bytes in
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        }
    }

    /// Nine of ten words are in both: what a file format adds is less.
    private static func areAlike(_ one: Set<String>, _ other: Set<String>) -> Bool {
        one.intersection(other).count * 10 >= one.union(other).count * 9
    }
}
