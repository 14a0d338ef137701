import Foundation

/// The tables the adviser reads: synonyms, everyday words, towns, fact model and sentences.
public struct AdviserContent: Sendable {
    public let words: WordTable
    let towns: Set<String>
    let factModel: String
    let phrases: Phrasebook

    public init(
        words: WordTable = WordTable(), towns: String = "", factModel: String = "", phrases: Phrasebook = Phrasebook()
    ) {
        self.words = words
        self.towns = Set(towns.split(separator: "\n").map { Folding.fold($0.trimmed(of: "")) })
        self.factModel = factModel
        self.phrases = phrases
    }

    /// Reads the folder `Content/adviseur`.
    public init(folder: String) throws {
        func read(_ name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }
        self.init(
            words: try WordTable(synonyms: try read("synoniemen.yaml"), everyday: try read("gewone-woorden.txt")),
            towns: try read("plaatsen.txt"), factModel: try read("feiten.yaml"),
            phrases: try Phrasebook(yaml: try read("zinnen.yaml")))
    }
}
