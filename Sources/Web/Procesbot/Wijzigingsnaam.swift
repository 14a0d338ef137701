import Bibliotheek
import Database
import Zaken

/// What a change is about, with the names that people know.
struct Wijzigingsnaam: Sendable {
    let key: String
    let what: String
    /// Where a draft stands that is published elsewhere.
    let draft: String?

    init(_ wijziging: Wijziging, in tx: Transaction) throws {
        switch wijziging {
        case .bron(let opgave):
            key = try tx.bronnen.find(naam: opgave.naam) == nil ? "new_source" : "new_version"
            (what, draft) = (opgave.naam, nil)
        case .einde(let bron, _):
            (key, draft) = ("lapse", nil)
            what = try tx.bronnen.versions(of: bron).first?.titel ?? ""
        case .woorden(let words, let wide):
            (key, draft) = (wide == nil ? "words" : "words_under", nil)
            what = words.joined(separator: ", ") + (wide.map { " → " + $0 } ?? "")
        case .zonder(let groep):
            (key, draft) = ("without_words", nil)
            what = try tx.woordgroepen.all().first { $0.id == groep }?.woorden.joined(separator: ", ") ?? ""
        case .ontwerp(let id):
            let found = try tx.ontwerpen.find(id)
            (key, what) = ("draft", found?.bestand ?? "")
            draft = found.map {
                switch $0.soort {
                case .proces: ProcessPaths.draft($0.id)
                case .beslissing: DecisionPaths.draft($0.id)
                }
            }
        }
    }

    func said(_ words: Words) -> String { words("proposal.\(key)", ["what": what]) }
}
