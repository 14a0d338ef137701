/// Mandates, and the batches in which they are collected.
enum IncassoPaths {
    static let list = Path("/incasso")
    static let creditor = Path("/incasso/{schuldeiser}/incassant")
    static let batch = Path("/incassobatches/{batch}")
    static let release = Path("/incassobatches/{batch}/vrijgave")
    static let cancellation = Path("/incassobatches/{batch}/intrekking")
    static let file = Path("/incassobatches/{batch}/bestand")
    static let retry = Path("/incassoregels/{regel}/herkansing")
    static let mandates = Path("/klanten/{klant}/machtigingen")
    static let withdrawal = Path("/machtigingen/{machtiging}/intrekking")

    static let all = [list, creditor, batch, release, cancellation, file, retry, mandates, withdrawal]
}
