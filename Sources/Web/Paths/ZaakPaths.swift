/// A zaak and the acts on it.
enum ZaakPaths {
    static let zaak = Path("/zaken/{zaak}")
    static let events = Path("/zaken/{zaak}/gebeurtenissen")
    static let resumption = Path("/zaken/{zaak}/hervatting")
    static let suspension = Path("/zaken/{zaak}/opschorting")
    static let prolongation = Path("/zaken/{zaak}/verlenging")
    static let deviation = Path("/zaken/{zaak}/afwijking")
    static let closing = Path("/zaken/{zaak}/afsluiting")
    static let reopening = Path("/zaken/{zaak}/heropening")
    static let notes = Path("/zaken/{zaak}/notities")
    static let documents = Path("/zaken/{zaak}/documenten")
    static let document = Path("/documenten/{document}")
    static let versions = Path("/documenten/{document}/versies")
    static let retraction = Path("/documenten/{document}/intrekking")
    static let preview = Path("/zaken/{zaak}/brieven/{sjabloon}")
    static let arrangement = Path("/zaken/{zaak}/regeling")
    static let reporting = Path("/zaken/{zaak}/meldingen/{bericht}")
    static let decisions = Path("/zaken/{zaak}/besluiten")
    static let assignment = Path("/zaken/{zaak}/behandelaar")
    static let contacts = Path("/zaken/{zaak}/contact")
    static let calling = Path("/zaken/{zaak}/toch-bellen")

    static let all = [
        zaak, events, resumption, suspension, prolongation, deviation, closing, reopening, notes, documents, document,
        versions, retraction,
        preview, arrangement, assignment, reporting, decisions, contacts, calling,
    ]
}
