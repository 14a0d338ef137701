import Basics
public import Database

extension Taak.Soort: ColumnValue {}
extension Taak.Staat: ColumnValue {}

extension Taak {
    static let columns: Query =
        """
        id, zaak_id, soort, element, stap, naam, formulier, keuzes, groep, behandelaar, waarom, ontstaan, uiterlijk,
        staat, versie, begonnen, gegeven, rondes
        """

    init(row: Row) throws {
        let element: Int64? = try row["element"]
        let (choices, rounds): (JSON, JSON) = (try row["keuzes"], try row["rondes"])
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], soort: try row["soort"], element: element.map(Int.init),
            stap: try row["stap"], naam: try row["naam"], formulier: try row["formulier"],
            keuzes: try choices.decode(as: [Keuze].self), groepen: try row["groep"],
            behandelaar: try row["behandelaar"],
            waarom: try row["waarom"], ontstaan: try row["ontstaan"], uiterlijk: try row["uiterlijk"],
            staat: try row["staat"], versie: try row["versie"],
            begonnen: try row["begonnen"], isGegeven: try row["gegeven"],
            rondes: try rounds.decode(as: [Ronde].self))
    }
}
