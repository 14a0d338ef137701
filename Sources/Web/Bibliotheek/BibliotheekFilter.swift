import Bibliotheek
import Foundation
import Hummingbird
import Procesbot

/// Which sources a person wants to see: of one zaaktype, of one step.
struct BibliotheekFilter: Sendable {
    var zaaktype = ""
    var stap = ""

    init() {}

    init(_ request: Request) {
        zaaktype = request.query("zaaktype") ?? ""
        stap = request.query("stap") ?? ""
    }

    init(_ form: FormFields) {
        zaaktype = form["zaaktype"] ?? ""
        stap = form["stap"] ?? ""
    }

    /// What the adviser may cite from; nothing when neither is chosen, so that the zaak decides.
    var scope: SourceScope? {
        guard !zaaktype.isEmpty || !stap.isEmpty else { return nil }
        return SourceScope(zaaktype: zaaktype.isEmpty ? nil : zaaktype, steps: stap.isEmpty ? [] : [stap])
    }

    func includes(_ one: Bronversie) -> Bool { scope?.includes(one.document([])) ?? true }

    /// The zaaktypes and steps that sources name, to choose from; nothing when no source names one.
    func fields(_ sources: [Bronversie], _ words: Words) -> [Field] {
        let lists = [
            ("zaaktype", words("library.zaaktype"), zaaktype, sources.map(\.zaaktypen)),
            ("stap", words("library.step"), stap, sources.map(\.stappen)),
        ]
        return lists.compactMap { name, label, chosen, texts in
            let names = Set(texts.flatMap(Bronversie.list)).sorted()
            guard !names.isEmpty else { return nil }
            let all = Option("", words("library.all"), chosen: chosen.isEmpty)
            return Field(name, label, .list([all] + names.map { Option($0, $0, chosen: $0 == chosen) }))
        }
    }
}
