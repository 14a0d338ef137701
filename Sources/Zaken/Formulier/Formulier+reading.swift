import Feel
import Yams

extension Formulier {
    /// Reads a form from YAML; throws with the field when something is missing or unreadable.
    public init(yaml: String) throws {
        let file = try YAMLDecoder().decode(FormulierFile.self, from: yaml)
        code = file.code
        naam = file.naam
        inleiding = file.inleiding
        handeling = file.handeling
        vraagt = file.vraagt ?? []
        recht = file.recht
        spoed = file.spoed ?? false
        eigenReden = file.eigenReden ?? false
        velden = try file.velden.map(Veld.init)
    }
}

extension Formulier.Veld {
    fileprivate init(_ field: FormulierFile.Field) throws {
        guard let kind = Soort(rawValue: field.type) else {
            throw ContentFault.unknownFieldKind(field: field.id, kind: field.type)
        }
        id = field.id
        soort = kind
        label = field.label
        help = field.help
        verplicht = field.verplicht ?? false
        opties = field.opties ?? []
        uitZaak = try field.optiesUit.map { try FeelExpression(parsing: $0) }
        tonen = field.tonen
        isAsked = try field.tonen.map { try FeelExpression(parsing: $0) }
        eerder = field.eerder ?? false
        vooraf = try field.vooraf.map { try FeelExpression(parsing: $0) }
        eis = try field.eis.map { rule in
            guard let anders = field.anders else { throw ContentFault.ruleWithoutWords(field: field.id) }
            return Formulier.Eis(regel: try FeelExpression(parsing: rule), anders: anders)
        }
    }
}

private struct FormulierFile: Decodable {
    struct Field: Decodable {
        let id, type: String
        let label: Woorden
        let help: Woorden?
        let verplicht, eerder: Bool?
        let opties: [Formulier.Optie]?
        let tonen, eis, vooraf, optiesUit: String?
        let anders: Woorden?
    }

    let code: String
    let naam: Woorden
    let inleiding: Woorden?
    let handeling: Formulier.Handeling?
    let vraagt: [String]?
    let recht: String?
    let spoed, eigenReden: Bool?
    let velden: [Field]
}
