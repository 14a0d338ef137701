import Basics
import Bibliotheek
import Engine
import Zaken

/// What a source can be meant for: the zaaktypes and the steps of the drawings, as people know them.
struct Bronkeuzen: Sendable {
    private let zaaktypen: [(code: String, name: String)]
    private let stappen: [String]

    init(_ playbook: Playbook, _ words: Words) {
        zaaktypen = playbook.zaaktypen.values.map {
            ($0.code, $0.omschrijving[words.language.rawValue])
        }.sorted { $0.1 < $1.1 }
        let nodes = playbook.processen.newestKeys.compactMap { playbook.processen[$0] }.flatMap(\.nodes)
        stappen = Set(nodes.filter(\.kind.isActivity).compactMap(\.name).filter { !$0.isEmpty }).sorted()
    }

    /// The fields of who may say whose a source is, how long it holds and what it is meant for.
    func fields(_ chosen: Bronopgaven, id: String, _ words: Words) -> [Field] {
        [
            Field("eigenaar", words("library.owner"), .text(chosen.eigenaar), id: id + "eigenaar"),
            Field("van", words("library.from"), .date(chosen.van), id: id + "van"),
            Field("tot", words("library.to"), .date(chosen.tot), id: id + "tot"),
            Field(
                "zaaktypen", words("library.zaaktypes"),
                .several(options(zaaktypen, chosen.zaaktypen)), id: id + "zaaktypen", hint: words("library.none_is_all")
            ),
            Field(
                "stappen", words("library.steps"), .several(options(stappen.map { ($0, $0) }, chosen.stappen)),
                id: id + "stappen", hint: words("library.none_is_all")),
        ]
    }

    /// What there is, and what a source names that is no more.
    private func options(_ all: [(code: String, name: String)], _ chosen: [String]) -> [Option] {
        let known = Set(all.map(\.code))
        let others = chosen.filter { !known.contains($0) }.map { Option($0, $0, chosen: true) }
        let ticked = all.filter { chosen.contains($0.code) }.map { Option($0.code, $0.name, chosen: true) }
        return others + ticked + all.filter { !chosen.contains($0.code) }.map { Option($0.code, $0.name) }
    }
}

/// What is said of a source beside its file.
struct Bronopgaven: Sendable {
    let eigenaar: String
    let van: String
    let tot: String
    let zaaktypen: [String]
    let stappen: [String]

    init(_ form: FormFields) {
        eigenaar = form["eigenaar"] ?? ""
        van = form["van"] ?? ""
        tot = form["tot"] ?? ""
        zaaktypen = form.all("zaaktypen").flatMap(Bronversie.list)
        stappen = form.all("stappen").flatMap(Bronversie.list)
    }

    init(_ one: Bronversie) {
        eigenaar = one.eigenaar ?? ""
        van = one.geldigVan?.description ?? ""
        tot = one.geldigTot?.description ?? ""
        zaaktypen = Bronversie.list(one.zaaktypen)
        stappen = Bronversie.list(one.stappen)
    }

    /// The same without days: those of a new version are its own.
    var undated: Bronopgaven { Bronopgaven(eigenaar: eigenaar, zaaktypen: zaaktypen, stappen: stappen) }

    private init(eigenaar: String, zaaktypen: [String], stappen: [String]) {
        self.eigenaar = eigenaar
        (van, tot) = ("", "")
        self.zaaktypen = zaaktypen
        self.stappen = stappen
    }
}
