import Hummingbird
import Postvak

/// What someone asked of the queue, in its address.
struct PostAsked: Sendable {
    static let size = 50

    /// How many mails are looked through for those without a zaak.
    static let most = 500

    var list = Postlijst()
    /// Only those for which no zaak was found.
    var zonderZaak = false
    var page = 1

    init() {}

    init(_ request: Request) {
        list.staat = request.query("lijst").flatMap(Poststuk.Staat.init(rawValue:)) ?? .nieuw
        list.soort = request.query("soort").flatMap(Mailsoort.init(rawValue:))
        list.crisis = request.query("crisis") != nil
        list.zoek = request.query("zoek").map { String($0.prefix(100)).trimmingSpace }.flatMap { $0.isEmpty ? nil : $0 }
        list.taal = request.query("taal").flatMap(Mailtaal.init(rawValue:))
        zonderZaak = list.staat == .nieuw && request.query("zaak") == "geen"
        if list.staat == .geplaatst {
            list.beantwoord = request.query("antwoord").flatMap { ["ja": true, "nee": false][$0] }
        }
        let usual: Postlijst.Volgorde = list.staat == .nieuw ? .urgentie : .nieuwste
        list.volgorde = request.query("sorteer").flatMap(Postlijst.Volgorde.init(rawValue:)) ?? usual
        page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
    }

    var isFiltered: Bool {
        list.soort != nil || list.crisis || list.zoek != nil || list.taal != nil || list.beantwoord != nil || zonderZaak
    }

    /// The address of the same list with one thing changed.
    func path(staat: Poststuk.Staat? = nil, sort: Postlijst.Volgorde? = nil, page: Int = 1) -> String {
        var parts = ["lijst=\((staat ?? list.staat).rawValue)"]
        if staat == nil {
            parts.append("sorteer=\((sort ?? list.volgorde).rawValue)")
            if let soort = list.soort { parts.append("soort=\(soort.rawValue)") }
            if list.crisis { parts.append("crisis=ja") }
            if let taal = list.taal { parts.append("taal=\(taal.rawValue)") }
            if zonderZaak { parts.append("zaak=geen") }
            if let answered = list.beantwoord { parts.append("antwoord=\(answered ? "ja" : "nee")") }
            if let words = list.zoek { parts.append("zoek=\(words.formEncoded)") }
        }
        if page > 1 { parts.append("p=\(page)") }
        return PostPaths.list() + "?" + parts.joined(separator: "&")
    }
}
