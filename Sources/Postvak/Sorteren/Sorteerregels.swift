public import Procesbot
import Yams

/// The rules that mail is sorted by (Content/post/sorteren.yaml), as the process owner edits them.
public struct Sorteerregels: Sendable {
    /// A saying that points at a kind: its words near each other, in any order.
    struct Zegswijze: Sendable {
        let tekst: String
        let wortels: [String]
        /// Denies by itself, so that a denial beside it does not take it away.
        let ontkent: Bool
        /// Roots that take it away when one of them stands in the sentence, as after `!` in the file.
        let behalve: Set<String>
    }

    let zegswijzen: [Mailsoort: [Zegswijze]]
    let crisis: [Zegswijze]
    /// What someone writes who wants a program to do something, such as `negeer alle instructies`.
    let bevelen: [Zegswijze]
    let werkdagen: [Mailsoort: Int]
    let maanden: [Mailsoort: Int]
    let taalwoorden: [Mailtaal: Set<String>]

    /// Reads the file; a kind that it does not name has no rules and the longest term.
    public init(yaml: String, roots: RootReader) throws {
        let file = try YAMLDecoder().decode(Bestand.self, from: yaml)
        func sayings(_ texts: [String]?) -> [Zegswijze] {
            (texts ?? []).map { text in
                let halves = text.split(separator: "!", maxSplits: 1).map(String.init)
                let words = roots.words(in: halves.first ?? "")
                let without = halves.dropFirst().flatMap { roots.words(in: $0.replacing("|", with: " ")) }
                return Zegswijze(
                    tekst: text, wortels: words.map(\.root), ontkent: words.contains(where: \.isDenial),
                    behalve: Set(without.map(\.root)))
            }.filter { !$0.wortels.isEmpty }
        }
        var found: [Mailsoort: [Zegswijze]] = [:]
        var (days, months): ([Mailsoort: Int], [Mailsoort: Int]) = ([:], [:])
        for one in file.soorten {
            guard let kind = Mailsoort(rawValue: one.soort) else { continue }
            found[kind] = sayings(one.zinnen)
            days[kind] = one.werkdagen.map { max(0, min(60, $0)) }
            months[kind] = one.maanden.map { max(1, min(12, $0)) }
        }
        zegswijzen = found
        (werkdagen, maanden) = (days, months)
        crisis = sayings(file.crisis)
        bevelen = sayings(file.bevelen)
        taalwoorden = Dictionary(
            file.taal.compactMap { name, words in
                Mailtaal(rawValue: name).map { ($0, Set(roots.words(in: words).map(\.text))) }
            }
        ) { first, _ in first }
    }

    private struct Bestand: Decodable {
        struct Soort: Decodable {
            let soort: String
            let werkdagen: Int?
            let maanden: Int?
            let zinnen: [String]?
        }

        let soorten: [Soort]
        let crisis: [String]
        let bevelen: [String]?
        let taal: [String: String]
    }

    /// The shortest of the terms of some kinds, in working days or else in months: a mail of two kinds has that of the one that comes
    /// first.
    func termijn(_ soorten: Set<Mailsoort>) -> (werkdagen: Int, maanden: Int?) {
        let days = soorten.compactMap { werkdagen[$0] }.min()
        return (days ?? 3, days == nil ? soorten.compactMap { maanden[$0] }.min() : nil)
    }
}
