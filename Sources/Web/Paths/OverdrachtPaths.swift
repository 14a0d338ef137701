/// Handovers to bailiffs, and what bailiffs report.
enum OverdrachtPaths {
    static let list = Path("/overdrachten")
    static let zaak = Path("/zaken/{zaak}/overdracht")
    static let recall = Path("/zaken/{zaak}/overdracht/terughalen")
    static let told = Path("/zaken/{zaak}/overdracht/meldingen")
    static let api = Path("/api/deurwaarder/statussen")
    static let messages = Path("/api/deurwaarder/meldingen")
    static let bailiffs = Path("/beheer/deurwaarders")

    static let all = [list, zaak, recall, told, api, messages, bailiffs]
}
