import Basics
public import Database
import Klanten
import Zaken

extension Poststuk.Staat: ColumnValue {}
extension Mailsoort: ColumnValue {}
extension Mailtaal: ColumnValue {}

extension Poststuk {
    static let columns: Query =
        """
        id, bestand, antwoordt, van_naam, van_adres, antwoordadres, aan, onderwerp, verzonden, ontvangen, tekst,
        ondertekening, historie, meldingen, taal, gescand, sortering, wortels, uiterlijk, staat, zaak_id, partij_id, documenten,
        afgehandeld, door, reden, beantwoord, versie
        """

    init(row: Row) throws {
        let (notices, answers, roots): (String, String, String) = (
            try row["meldingen"], try row["antwoordt"], try row["wortels"]
        )
        let (documents, who): (String, String?) = (try row["documenten"], try row["door"])
        self.init(
            id: try row["id"], onderwerp: try row["onderwerp"], vanNaam: try row["van_naam"],
            vanAdres: try row["van_adres"], antwoordadres: try row["antwoordadres"], aan: try row["aan"],
            antwoordt: answers.split(separator: " ").map(String.init), verzonden: try row["verzonden"],
            ontvangen: try row["ontvangen"], tekst: try row["tekst"], ondertekening: try row["ondertekening"],
            historie: try row["historie"],
            meldingen: Set(notices.split(separator: ",").compactMap { MailNotice(rawValue: String($0)) }),
            bestand: try row["bestand"], gescand: try row["gescand"],
            sortering: Sortering(
                try row["sortering"], taal: try row["taal"], wortels: roots.split(separator: " ").map(String.init)),
            uiterlijk: try row["uiterlijk"], staat: try row["staat"], zaak: try row["zaak_id"],
            partij: try row["partij_id"],
            documenten: documents.split(separator: ",").compactMap { Identifier(String($0)) },
            afgehandeld: try row["afgehandeld"], door: who.map(Medewerker.init(_:)), reden: try row["reden"],
            beantwoord: try row["beantwoord"], versie: try row["versie"])
    }
}

extension Bijlage {
    init(row: Row) throws {
        self.init(
            nummer: try row["nummer"], naam: try row["naam"], formaat: try row["formaat"], omvang: try row["omvang"],
            hash: try row["hash"], virus: try row["virus"])
    }
}
