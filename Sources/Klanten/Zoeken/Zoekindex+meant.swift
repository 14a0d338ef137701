import Basics
import Database

extension Zoekindex {
    /// The question with each misspelt name put right: the most like it of all names there are. Nothing when none is like it.
    public func meant(by vraag: Zoekvraag) throws -> String? {
        let words = try vraag.woorden.map { try known($0) ? $0 : nearest(to: $0) ?? $0 }
        return words == vraag.woorden ? nil : words.joined(separator: " ")
    }

    /// Remembers the words of a name, to recognise them when they are misspelt.
    func learn(_ name: String) throws {
        for word in Zoekvraag(name).woorden where word.count > 2 {
            guard try tx.run("INSERT INTO namen (naam) VALUES (\(word)) ON CONFLICT DO NOTHING") == 1 else { continue }
            let rows = Set(word.drieletters).sorted().map { "(\($0), \(word))" as Query }
            try tx.run("INSERT INTO naamdelen (deel, naam) VALUES \(rows.joined(separator: ", "))")
        }
    }

    private func known(_ word: String) throws -> Bool {
        try word.contains(where: \.isNumber) || tx.first("SELECT naam FROM namen WHERE naam = \(word)") != nil
    }

    /// The name with the fewest mistakes among those that share parts; of two, the one that shares more.
    private func nearest(to word: String) throws -> String? {
        guard word.count > 2 else { return nil }
        let rows = try tx.rows(
            """
            SELECT naam, count(*) AS gelijk FROM naamdelen WHERE deel IN (\(list: Set(word.drieletters).sorted()))
            GROUP BY naam ORDER BY gelijk DESC, naam LIMIT 200
            """)
        let allowed = word.count < 5 ? 1 : 2
        let names: [String] = try rows.map { try $0["naam"] }
        return names.map { ($0, $0.mistakes(from: word)) }.filter { $0.1 <= allowed }.min { $0.1 < $1.1 }?.0
    }
}

extension String {
    /// The parts of three letters, with a mark for begin and end.
    var drieletters: [String] {
        let letters = Array("$" + self + "$")
        return letters.indices.dropLast(2).map { String(letters[$0..<$0 + 3]) }
    }
}
