import Basics
public import Database

extension Partij.Soort: ColumnValue {}
extension Kanaal: ColumnValue {}
extension Taal: ColumnValue {}

extension Partij {
    static let columns: Query =
        """
        id, soort, naam, geboortedatum, adresregel, postcode, plaats, email, telefoon, iban, voorkeurskanaal, taal,
        afgeschermd, versie, samengevoegd_met
        """

    init(row: Row) throws {
        id = try row["id"]
        soort = try row["soort"]
        naam = try row["naam"]
        geboortedatum = try row["geboortedatum"]
        adres = try Adres(row: row)
        email = try row["email"]
        telefoon = try row["telefoon"]
        iban = try row["iban"]
        voorkeurskanaal = try row["voorkeurskanaal"]
        taal = try row["taal"]
        isAfgeschermd = try row["afgeschermd"]
        versie = try row["versie"]
        samengevoegdMet = try row["samengevoegd_met"]
    }
}

extension Adres {
    init?(row: Row) throws {
        guard let regel: String = try row["adresregel"] else { return nil }
        self.init(regel: regel, postcode: try row["postcode"] ?? "", plaats: try row["plaats"] ?? "")
    }
}
