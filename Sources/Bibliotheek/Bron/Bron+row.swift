import Basics
public import Database

extension Bronversie.Vorm: ColumnValue {}

extension Bron {
    init(row: Row) throws { self.init(id: try row["id"], naam: try row["naam"]) }
}

extension Bronversie {
    init(row: Row) throws {
        self.init(
            bron: try Bron(row: row), nummer: try row["versie"], bestandsnaam: try row["bestandsnaam"],
            vorm: try row["vorm"], hash: try row["hash"], tekst: try row["tekst"], titel: try row["titel"],
            uitgave: try row["uitgave"], eigenaar: try row["eigenaar"], geldigVan: try row["geldig_van"],
            geldigTot: try row["geldig_tot"], zaaktypen: try row["zaaktypen"], stappen: try row["stappen"],
            moment: try row["moment"], door: try row["door"])
    }
}
