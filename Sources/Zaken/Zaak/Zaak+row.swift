import Basics
public import Database

extension Medewerker: ColumnValue {}

extension Zaak {
    static let columns: Query =
        """
        id, nummer, zaaktype, partij_id, omschrijving, status, resultaat, behandelaar, geopend, streefdatum, opgeschort,
        afgesloten, bedrag, versie
        """

    /// Reads the columns of ``columns``.
    init(row: Row) throws {
        self.init(
            id: try row["id"], nummer: try row["nummer"], zaaktype: try row["zaaktype"], partij: try row["partij_id"],
            omschrijving: try row["omschrijving"], status: try row["status"], geopend: try row["geopend"],
            streefdatum: try row["streefdatum"])
        resultaat = try row["resultaat"]
        behandelaar = try row["behandelaar"]
        opgeschort = try row["opgeschort"]
        afgesloten = try row["afgesloten"]
        bedrag = try row["bedrag"]
        versie = try row["versie"]
    }
}
