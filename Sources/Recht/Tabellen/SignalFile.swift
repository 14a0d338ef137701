import Basics

/// `vroegsignalering.yaml`.
struct SignalFile: TableFile {
    static let name = "vroegsignalering.yaml"

    struct Row: Decodable {
        let van: Day
        let artikel: String
        let bron: String
        let pogingen: Int
        let kanalen: Int
        let dagdelen: Int
        let huisbezoekVoorOntruiming: Bool
        let opnieuwNa: Int
    }

    let regels: [Row]
    let brieven: [String: [String]]
    let plicht: [String: String]
    let terugmelding: [String: [String]]

    func table() throws(RechtTableFlaws) -> DatedTable<SignalRule> {
        DatedTable(
            regels.map { row in
                let rule = SignalRule(
                    attempts: row.pogingen, channels: row.kanalen, partsOfDay: row.dagdelen,
                    visitBeforeEviction: row.huisbezoekVoorOntruiming, repeatedAfter: row.opnieuwNa,
                    article: row.artikel)
                return Dated(from: row.van, rule, source: row.bron)
            })
    }

    func policy() throws(RechtTableFlaws) -> SignalPolicy {
        var letters: [SignalStep: Set<String>] = [:]
        for (word, templates) in brieven {
            guard let step = SignalStep(rawValue: word) else {
                throw RechtTableFlaws(Self.name, "brieven", "not a step: \(word)")
            }
            letters[step] = Set(templates)
        }
        return SignalPolicy(partners: plicht, letters: letters, consequences: try consequences())
    }

    private func consequences() throws(RechtTableFlaws) -> [String: SignalConsequence] {
        var found: [String: SignalConsequence] = [:]
        for (word, results) in terugmelding {
            guard let consequence = SignalConsequence(rawValue: word) else {
                throw RechtTableFlaws(Self.name, "terugmelding", "not a consequence: \(word)")
            }
            for result in results where found.updateValue(consequence, forKey: result) != nil {
                throw RechtTableFlaws(Self.name, "terugmelding", "twice: \(result)")
            }
        }
        return found
    }
}

/// `gemeenten.yaml`.
struct MunicipalityFile: TableFile {
    static let name = "gemeenten.yaml"

    struct Row: Decodable {
        let code: String
        let naam: String
        let plaatsen: [String]
    }

    let bron: String
    let gemeenten: [Row]

    func list() throws(RechtTableFlaws) -> [Municipality] {
        for row in gemeenten where row.code.count != 4 || !row.code.allSatisfy(\.isNumber) {
            throw RechtTableFlaws(Self.name, "gemeenten", "not a code of four digits: \(row.code)")
        }
        return gemeenten.map { Municipality(code: $0.code, name: $0.naam, towns: $0.plaatsen) }
    }
}
