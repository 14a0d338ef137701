import Basics
import Zaken

/// The library, and the adviser that cites it.
enum LibraryPaths {
    static let list = Path("/bibliotheek")
    static let source = Path("/bibliotheek/{bron}")
    static let expiry = Path("/bibliotheek/{bron}/einde")
    static let description = Path("/bibliotheek/{bron}/gegevens")
    static let version = Path("/bibliotheek/{bron}/versies/{versie}")
    static let file = Path("/bibliotheek/{bron}/versies/{versie}/bestand")

    static let all = [list, source, expiry, description, version, file]
}

/// Advice: beside a zaak, on a page of its own, as JSON, and what people said of it.
enum AdvicePaths {
    static let ask = Path("/procesbot")
    static let api = Path("/api/advies")
    static let zaak = Path("/zaken/{zaak}/advies")
    static let call = Path("/zaken/{zaak}/gesprek")
    static let callNotes = Path("/zaken/{zaak}/gesprek/aantekeningen")
    static let callEnd = Path("/zaken/{zaak}/gesprek/einde")
    static let callReport = Path("/zaken/{zaak}/gesprek/verslag")
    static let decision = Path("/zaken/{zaak}/adviesbesluit")
    static let wording = Path("/procesbot/verwoording")
    static let record = Path("/zaken/{zaak}/adviezen/{advies}")
    static let feedback = Path("/procesbot/terugkoppeling")
    static let mending = Path("/procesbot/terugkoppeling/{terugkoppeling}/herstel")
    static let question = Path("/procesbot/terugkoppeling/{terugkoppeling}/testvraag")
    static let measures = Path("/procesbot/metingen")
    static let measuresStop = Path("/procesbot/metingen/stop")
    static let proposal = Path("/procesbot/voorstellen/{voorstel}")
    static let proposalAgain = Path("/procesbot/voorstellen/{voorstel}/meting")
    static let proposalStop = Path("/procesbot/voorstellen/{voorstel}/stop")
    static let proposalDiscard = Path("/procesbot/voorstellen/{voorstel}/weg")
    static let draftMeasure = Path("/procesbot/ontwerpen/{ontwerp}/meting")
    static let words = Path("/procesbot/woorden")
    static let word = Path("/procesbot/woorden/{groep}/einde")
    static let deviations = Path("/procesbot/afwijkingen")

    static let all = [
        ask, api, zaak, call, callNotes, callEnd, callReport, decision, wording, record, feedback, mending, question,
        measures, measuresStop, proposal, proposalAgain, proposalStop, proposalDiscard, draftMeasure, words, word,
        deviations,
    ]
}

extension AdvicePaths {
    /// Where a question that was asked is found again.
    static func kept(_ id: Identifier<GesteldeVraag>, about zaak: Identifier<Zaak>?) -> String {
        (zaak.map { AdvicePaths.zaak($0) } ?? AdvicePaths.ask()) + "?gesteld=\(id.text)"
    }
}
