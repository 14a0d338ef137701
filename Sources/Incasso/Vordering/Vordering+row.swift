import Basics
public import Database

extension Mutatie.Soort: ColumnValue {}
extension Rekening: ColumnValue {}

extension Vordering {
    static let columns: Query =
        """
        id, zaak_id, schuldeiser, factuurnummer, omschrijving, soort, factuurdatum, vervaldatum, kenmerk,
        open_hoofdsom, open_kosten, open_rente, versie
        """

    init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], schuldeiser: try row["schuldeiser"],
            factuurnummer: try row["factuurnummer"], omschrijving: try row["omschrijving"], soort: try row["soort"],
            factuurdatum: try row["factuurdatum"], vervaldatum: try row["vervaldatum"], kenmerk: try row["kenmerk"],
            saldo: Saldo(
                hoofdsom: try row["open_hoofdsom"], kosten: try row["open_kosten"], rente: try row["open_rente"]),
            versie: try row["versie"])
    }
}

extension Mutatie {
    init(row: Row, amounts: [Identifier<Mutatie>: [Rekening: Money]]) throws {
        let id: Identifier<Mutatie> = try row["id"]
        self.init(
            id: id, soort: try row["soort"], datum: try row["datum"], toelichting: try row["toelichting"],
            boekingen: amounts[id] ?? [:], betaling: try row["betaling_id"], keertOm: try row["keert_om"])
    }
}
