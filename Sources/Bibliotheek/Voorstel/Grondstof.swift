import Basics
import Database
import Procesbot
import Zaken

/// What advice is made from on a day: the sources that may be cited, and the words that were added.
struct Grondstof {
    private(set) var sources: [(bron: Identifier<Bron>?, document: LibraryDocument)]
    private(set) var words: [(groep: Identifier<Woordgroep>?, words: WordTable.Group)]

    init(in tx: Transaction, on day: Day) throws {
        sources = try tx.bronnen.inForce(on: day).compactMap { version in
            try tx.inhoud.bytes(version.tekst).map { text in
                (version.bron.id, try tx.inhoud.known(version.document(text)))
            }
        }
        words = try tx.woordgroepen.all().map { ($0.id, $0.words) }
    }

    /// What it is after a change, on a day on which that counts.
    mutating func make(_ wijziging: Wijziging, in tx: Transaction, on day: Day) throws {
        switch wijziging {
        case .bron(let opgave):
            guard let text = try tx.inhoud.bytes(opgave.tekst) else { throw VoorstelRefusal.unknown }
            put(try tx.inhoud.known(opgave.document(text)), on: day)
        case .einde(let bron, let last): if last < day { sources.removeAll { $0.bron == bron } }
        case .woorden(let all, let wide): words.append((nil, WordTable.Group(wide: wide, words: all)))
        case .zonder(let groep): words.removeAll { $0.groep == groep }
        case .ontwerp(let id):
            guard let ontwerp = try tx.ontwerpen.find(id) else { throw VoorstelRefusal.unknown }
            put(try ontwerp.document(in: tx), on: day)
        }
    }

    private mutating func put(_ document: LibraryDocument, on day: Day) {
        let place = sources.firstIndex { $0.document.name == document.name }
        guard document.isValid(on: day) else {
            if let place { sources.remove(at: place) }
            return
        }
        if let place { sources[place].document = document } else { sources.append((nil, document)) }
    }
}

extension Ontwerp {
    /// As the library would read it, under the name that its published versions go by there.
    fileprivate func document(in tx: Transaction) throws -> LibraryDocument {
        let (name, before) = try bronnaam(in: tx)
        let known = try tx.bronnen.find(hashes: before) ?? tx.bronnen.find(naam: name)
        return try LibraryDocument(model: [UInt8](bron.utf8), named: known?.naam ?? name)
    }

    private func bronnaam(in tx: Transaction) throws -> (name: String, before: Set<String>) {
        switch soort {
        case .proces:
            let code = try Deployment(bron: bron).proces
            return ("processen/\(code).bpmn", Set(try tx.processen.deployed(code).map(\.hash)))
        case .beslissing:
            let code = try tx.beslissingen.code(of: Beslissingsbestand(bron: bron))
            return ("beslissingen/\(code).dmn", Set(try tx.beslissingen.versions(of: code).map(\.hash)))
        }
    }
}

extension InhoudStore {
    /// A drawing or table with the tests of its file, which its text only says in words.
    func known(_ document: LibraryDocument) throws -> LibraryDocument {
        guard document.isModel, let file = try bytes(document.hash) else { return document }
        return document.knowing(file: file)
    }
}
