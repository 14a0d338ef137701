import Basics
import Database
import Recht

/// The rows behind a part of a figure, as one query: `zaak_id`, `sleutel` (what is counted), `bedrag` and `gewicht`.
///
/// The figure and the list of zaken behind it are both made from it, so they cannot differ.
struct Feiten {
    let periode: Periode
    /// The code of one creditor; nothing for all.
    let schuldeiser: String?
    let kalender: WorkCalendar
    /// Of a period that has not ended before today, what stands open is read from the claims instead of their ledgers.
    let vandaag: Day
    /// Working days after its last day in which an instalment still counts as paid on time.
    var speling = 3

    func query(_ deel: Onderdeel) -> Query {
        switch deel {
        case .afgeboekteHuur: afgeboekteHuur
        case .afgeboekt: afgeboekt
        case .nieuweRegelingen: nieuweRegelingen
        case .inAchterstand: inAchterstand
        case .lopendeRegelingen: lopendeRegelingen
        case .termijnen: termijnen
        case .termijnenOpTijd: "SELECT t.* FROM (\(termijnen)) t WHERE t.voldaan_op <= t.uiterlijk"
        case .regelingenBij: regelingenBij
        case .bijDeurwaarder: dossiers(sleutel: "z.partij_id", lopend: true)
        case .dossiersLopend: dossiers(sleutel: "d.sleutel", lopend: true)
        case .dossiersGesloten: dossiers(sleutel: "d.sleutel", lopend: false)
        case .herinnerd: herinnerd
        case .vervallen: vervallen
        case .betaald: betaald
        case .achterstand: achterstand("")
        case .achterstandZittend: achterstand("AND NOT \(vertrokken)")
        case .achterstandVertrokken: achterstand("AND \(vertrokken)")
        case .kosten: kosten
        case .ontruimd: ontruimd
        case .gestorneerd: gestorneerd
        }
    }

    var isNu: Bool { tot >= vandaag }
    var van: Day { periode.van }
    var tot: Day { periode.tot }
    /// The first instant after the period.
    var na: Moment { Moment(tot + 1) }

    /// The claim is of the creditor that was asked for.
    var eigen: Query { schuldeiser.map { "AND v.schuldeiser = \($0)" } ?? "" }

    /// The zaak has a claim of the creditor that was asked for.
    func eigen(_ zaak: Query) -> Query {
        schuldeiser.map {
            "AND EXISTS (SELECT 1 FROM vorderingen v WHERE v.zaak_id = \(zaak) AND v.schuldeiser = \($0))"
        } ?? ""
    }
}
