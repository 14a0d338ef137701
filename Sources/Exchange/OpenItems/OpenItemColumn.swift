/// A column of the open-items file; the raw value is its documented name.
public enum OpenItemColumn: String, Hashable, Sendable, CaseIterable {
    case debiteurnummer, naam, adres, huisnummer, postcode, plaats, email = "e-mail", telefoon, geboortedatum, iban
    case vertrokken
    case factuurnummer, omschrijving, soort, factuurdatum, vervaldatum, bedrag, openstaand, betalingskenmerk, contract
    case machtiging, machtigingsdatum

    /// The column a heading means; `nil` for headings that are of no use here.
    public init?(heading: String) {
        let plain = heading.lowercased().filter { $0.isLetter || $0.isNumber }
        guard let column = OpenItemColumn.byHeading[plain] else { return nil }
        self = column
    }

    /// What must be there for a file to be read at all; of `bedrag` and `openstaand` one is enough.
    public static let required: [OpenItemColumn] = [.debiteurnummer, .naam, .factuurnummer, .vervaldatum]

    /// The most signs that its text may have.
    var longest: Int {
        switch self {
        case .huisnummer: 20
        case .machtiging: 35
        case .telefoon: 40
        case .soort: 60
        case .debiteurnummer, .factuurnummer, .contract: 70
        case .plaats: 80
        case .naam, .adres: 140
        case .email: 254
        case .omschrijving: 500
        case .postcode: 12
        case .geboortedatum, .iban, .vertrokken, .factuurdatum, .vervaldatum, .bedrag, .openstaand, .betalingskenmerk,
            .machtigingsdatum:
            100
        }
    }

    private static let byHeading: [String: OpenItemColumn] = {
        var table: [String: OpenItemColumn] = [:]
        for column in allCases {
            for synonym in [column.rawValue] + column.synonyms {
                table[synonym.lowercased().filter { $0.isLetter || $0.isNumber }] = column
            }
        }
        return table
    }()

    /// Other headings for the column, as offices and packages write them.
    public var synonyms: [String] {
        switch self {
        case .debiteurnummer:
            [
                "debiteur", "debiteurnr", "deb.nr", "klantnummer", "klantnr", "relatienummer", "huurdernummer",
                "customer number", "debtor number",
            ]
        case .naam:
            ["debiteurnaam", "klantnaam", "naam debiteur", "naam huurder", "name", "customer name", "tenaamstelling"]
        case .adres:
            ["straat", "straatnaam", "straat en huisnummer", "adresregel", "adresregel 1", "street", "address"]
        case .huisnummer: ["huisnr", "nummer", "house number"]
        case .postcode: ["post code", "pc", "zip", "postal code"]
        case .plaats: ["woonplaats", "plaatsnaam", "stad", "city"]
        case .email: ["mail", "emailadres", "e-mailadres", "e-mail address"]
        case .telefoon: ["telefoonnummer", "tel", "telnr", "mobiel", "mobiele telefoon", "phone"]
        case .vertrokken: ["einde contract", "einde huur", "datum vertrek", "vertrekdatum", "left"]
        case .geboortedatum: ["geb.datum", "geboren", "date of birth"]
        case .iban: ["rekeningnummer", "rekening", "bankrekening", "bankrekeningnummer"]
        case .factuurnummer:
            [
                "factuur", "factuurnr", "fact.nr", "boekstuknummer", "boekstuk", "notanummer", "invoice",
                "invoice number",
            ]
        case .omschrijving: ["beschrijving", "toelichting", "description"]
        case .soort: ["vorderingsoort", "soort vordering", "type", "categorie", "kind"]
        case .factuurdatum: ["datum", "fact.datum", "boekdatum", "invoice date"]
        case .vervaldatum: ["vervaldag", "uiterste betaaldatum", "betaaldatum", "verval", "due date"]
        case .bedrag: ["factuurbedrag", "totaalbedrag", "totaal", "bedrag incl btw", "hoofdsom", "amount"]
        case .openstaand:
            [
                "openstaand bedrag", "open bedrag", "saldo", "restant", "restantbedrag", "nog te betalen", "open",
                "open amount",
            ]
        case .betalingskenmerk: ["kenmerk", "betaalkenmerk", "betalings kenmerk", "rf", "payment reference"]
        case .contract:
            ["contractnummer", "contractnr", "overeenkomst", "overeenkomstnummer", "huurcontract", "contract number"]
        case .machtiging: ["machtigingskenmerk", "machtiging id", "mandaat", "mandate", "mandate id"]
        case .machtigingsdatum: ["machtiging getekend op", "datum machtiging", "mandate date", "date of signature"]
        }
    }
}
