/// The legal tables: what holds from which day, and adding to it.
enum RechtPaths {
    static let list = Path("/recht")
    static let table = Path("/recht/{bestand}/{lijst}")
    static let decision = Path("/rechtsrijen/{rij}/besluit")

    static let all = [list, table, decision]
}
