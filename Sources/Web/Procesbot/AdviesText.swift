import Basics
import Procesbot

/// An advice as a text that is kept with the zaak: the question, the steps, and the words they rest on.
struct AdviesText {
    let text: String

    init(_ advice: Advice, vraag: String, door: String, _ words: Words) {
        let head = [
            words("advice.document_head", ["who": door, "day": words.date(advice.day)]), words("advice.document_line"),
            "",
            words("advice.question") + ": " + vraag, "",
        ]
        let steps = advice.route.enumerated().flatMap { number, step -> [String] in
            ["\(number + 1). \(step.step)", "   \(step.why)"] + step.sources.map { AdviesText.line($0) } + [""]
        }
        let missing = advice.missing.map { "- " + $0.question }
        let open = missing.isEmpty ? [] : [words("advice.missing"), ""] + missing + [""]
        text = (head + steps + open).joined(separator: "\n")
    }

    private static func line(_ source: QuotedSource) -> String {
        let quote = source.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "   «\(quote)» (\(source.document), \(source.heading), \(source.hash.prefix(12)))"
    }
}
