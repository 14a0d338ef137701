import Basics
import Bibliotheek
import Procesbot

/// Making a test question of a remark: which sources a good answer cites, which words it holds, or that it is a refusal.
struct TestvraagPage: Page {
    let question: String
    let form: Sheet
    let problems: ZaakPage.Problems?

    static let template = "procesbot/testvraag"
    static let area: Area? = .procesbot

    static let sample = TestvraagPage(
        question: "Mag ik uitstel van 21 dagen geven?", form: .sample,
        problems: ZaakPage.Problems(problems: [Problem(text: "Kies een bron.", anchor: "bronnen")]))
}

extension TestvraagPage {
    init(_ one: Terugkoppeling, _ library: Library, sent: Sent?, _ words: Words) {
        let form = Sheet(
            AdvicePaths.question(one.id),
            [
                Field(
                    "bronnen", words("feedback.sources"), .several(TestvraagPage.sources(library, one)), id: "bronnen",
                    hint: words("feedback.sources_hint")),
                Field("woorden", words("feedback.words"), .text(""), id: "woorden", hint: words("feedback.words_hint")),
                Field(
                    "weigeren", words("feedback.expected"), .several([Option("ja", words("feedback.refuse"))]),
                    id: "weigeren"),
            ], sent: sent)
        self.init(question: one.vraag, form: form, problems: ZaakPage.Problems(of: sent, in: [form]))
    }

    /// Every heading that can be cited, those that the advice cited first.
    private static func sources(_ library: Library, _ one: Terugkoppeling) -> [Option] {
        let cited = Set(
            (one.advies["route"].elements ?? []).flatMap { $0["sources"].elements ?? [] }.map { source in
                value(source["document"].text ?? "", source["heading"].text ?? "")
            })
        var seen: Set<String> = []
        let all = library.documents.flatMap { document in
            document.passages.map { (value(document.name, $0.heading), "\(document.title) › \($0.heading)") }
        }.filter { seen.insert($0.0).inserted }
        return (all.filter { cited.contains($0.0) } + all.filter { !cited.contains($0.0) }).map { value, label in
            Option(value, label)
        }
    }

    /// As a test question names a source: the document, and the number of its heading or else all its words.
    static func value(_ document: String, _ heading: String) -> String {
        let first = heading.split(separator: " ").first.map(String.init) ?? ""
        let isNumber = first.first.map { $0 == "§" || $0.isNumber } ?? false
        return document + " " + (isNumber ? first : heading)
    }
}
