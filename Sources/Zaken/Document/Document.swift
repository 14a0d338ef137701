public import Basics

/// Something written that belongs to a zaak, in one or more versions (ZGW Documenten API: EnkelvoudigInformatieObject).
public struct Document: Hashable, Sendable, Identifiable {
    public enum Richting: String, Sendable, CaseIterable { case ontvangen = "in", verzonden = "uit", intern }

    /// How far the writing is (ZGW Documenten API: `status`); what came in or went out is always final.
    public enum Status: String, Sendable, CaseIterable {
        case inBewerking = "in_bewerking"
        case terVaststelling = "ter_vaststelling"
        case definitief, gearchiveerd
    }

    /// Who took it back, when and why.
    public struct Intrekking: Hashable, Sendable {
        public let moment: Moment
        public let door: String
        public let reden: String
    }

    public let id: Identifier<Document>
    public let zaak: Identifier<Zaak>
    public let titel: String
    /// What kind it is, such as a template's name or `bijlage`.
    public let soort: String
    public let richting: Richting
    public let aangemaakt: Moment
    public let versie: Documentversie
    public let status: Status
    public let ingetrokken: Intrekking?

    public init(
        id: Identifier<Document>, zaak: Identifier<Zaak>, titel: String, soort: String, richting: Richting,
        aangemaakt: Moment, versie: Documentversie, status: Status = .definitief, ingetrokken: Intrekking? = nil
    ) {
        self.id = id
        self.zaak = zaak
        self.titel = titel
        self.soort = soort
        self.richting = richting
        self.aangemaakt = aangemaakt
        self.versie = versie
        self.status = status
        self.ingetrokken = ingetrokken
    }
}

/// One version of a document; the content stands once, under its hash.
public struct Documentversie: Hashable, Sendable {
    public let nummer: Int
    public let bestandsnaam: String
    /// A media type, such as `application/pdf`.
    public let formaat: String
    public let omvang: Int
    /// SHA-256 of the content, in hexadecimal.
    public let hash: String
    public let door: String
    public let moment: Moment
}
