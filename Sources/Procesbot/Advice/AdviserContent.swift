import Foundation

/// The tables the adviser reads: synonyms, everyday words, towns, fact model and sentences.
public struct AdviserContent: Sendable {
    public let words: WordTable
    let towns: Set<String>
    let factModel: String
    let phrases: Phrasebook
    let dangers: DangerTable
    let needs: NeedTable
    let specials: SpecialTable
    let calls: CallTable
    let acts: ActTable
    let budget: BudgetTable
    /// Changes when any of the tables does.
    public private(set) var fingerprint = ""

    public init(
        words: WordTable = WordTable(), towns: String = "", factModel: String = "", phrases: Phrasebook = Phrasebook()
    ) {
        self.init(
            words: words, towns: towns, factModel: factModel, phrases: phrases, dangers: .empty, needs: .empty,
            budget: .empty, specials: .empty, calls: .empty, acts: .empty)
    }

    private init(
        words: WordTable, towns: String, factModel: String, phrases: Phrasebook, dangers: DangerTable,
        needs: NeedTable, budget: BudgetTable, specials: SpecialTable, calls: CallTable, acts: ActTable
    ) {
        self.words = words
        self.towns = Set(towns.split(separator: "\n").map { Folding.fold($0.trimmed(of: "")) })
        self.factModel = factModel
        self.phrases = phrases
        self.dangers = dangers
        self.needs = needs
        self.budget = budget
        self.specials = specials
        self.calls = calls
        self.acts = acts
    }

    /// Reads the folder `Content/adviseur`.
    public init(folder: String) throws {
        func read(_ name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }
        let tables = [
            "synoniemen.yaml", "algemeen.yaml", "gewone-woorden.txt", "omgangstaal.txt", "plaatsen.txt", "feiten.yaml",
            "zinnen.yaml", "gevaar.yaml", "nood.yaml", "huishoudboek.yaml", "bijzonder.yaml",
            "gesprek.yaml", "handelingen.yaml",
        ]
        self.init(
            words: try WordTable(
                synonyms: try read("synoniemen.yaml"), general: try read("algemeen.yaml"),
                everyday: try read("gewone-woorden.txt"), spoken: try read("omgangstaal.txt")),
            towns: try read("plaatsen.txt"), factModel: try read("feiten.yaml"),
            phrases: try Phrasebook(yaml: try read("zinnen.yaml")),
            dangers: try DangerTable(yaml: try read("gevaar.yaml")), needs: try NeedTable(yaml: try read("nood.yaml")),
            budget: try BudgetTable(yaml: try read("huishoudboek.yaml")),
            specials: try SpecialTable(yaml: try read("bijzonder.yaml")),
            calls: try CallTable(yaml: try read("gesprek.yaml")),
            acts: try ActTable(yaml: try read("handelingen.yaml")))
        fingerprint = LibraryDocument.hash(of: try tables.flatMap { Array(try read($0).utf8) })
    }
}
