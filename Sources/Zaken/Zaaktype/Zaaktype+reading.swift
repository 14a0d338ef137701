import Basics
import Yams

extension Zaaktype {
    /// Reads a zaaktype from YAML; throws with the place when a field is missing or of another kind.
    public init(yaml: String) throws {
        let file = try YAMLDecoder().decode(ZaaktypeFile.self, from: yaml)
        code = file.code
        omschrijving = file.omschrijving
        proces = file.proces
        doorlooptijd = try Zaaktype.days(file.doorlooptijd)
        taakdagen = file.taakdagen
        beginstatus = file.beginstatus
        eindstatus = file.eindstatus
        standaardresultaat = file.standaardresultaat
        statussen = file.statustypen
        resultaten = file.resultaattypen
        meldingen = file.meldingen ?? []
        groep = file.groep
        banen = file.banen
        zwareStappen = Set(file.afwijkingen.teamleiderBij)
        poorten = file.afwijkingen.poortBij ?? [:]
        variabelen = file.variabelen.fields ?? [:]
    }

    /// The days of an ISO 8601 duration such as `P180D`, `P6W`.
    private static func days(_ text: String) throws -> Int {
        let scale = ["D": 1, "W": 7][text.suffix(1)]
        guard text.hasPrefix("P"), let scale, let count = Int(text.dropFirst().dropLast()) else {
            throw ContentFault.notADuration(text)
        }
        return count * scale
    }
}

/// What is wrong with a file of the content.
public enum ContentFault: Error, Hashable {
    /// Expected a duration in days or weeks, such as `P180D`.
    case notADuration(String)
    /// A field has a rule (`eis`) and not what to say when it is broken (`anders`).
    case ruleWithoutWords(field: String)
    case unknownFieldKind(field: String, kind: String)
}

private struct ZaaktypeFile: Decodable {
    struct Deviations: Decodable {
        let teamleiderBij: [String]
        let poortBij: [String: String]?
    }

    let code: String
    let omschrijving: Woorden
    let proces, doorlooptijd, beginstatus, standaardresultaat, groep: String
    let eindstatus: String?
    let taakdagen: Int
    let statustypen: [Zaaktype.Statustype]
    let resultaattypen: [Zaaktype.Resultaattype]
    let meldingen: [Zaaktype.Meldingtype]?
    let banen: [String: String]
    let afwijkingen: Deviations
    let variabelen: JSON
}
