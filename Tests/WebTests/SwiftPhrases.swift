/// The sentences that a Swift source says of files and formulas, with `{1}` and so on where values stand: literals of three words
/// and more in sources that make diagnostics or phrases.
struct SwiftPhrases {
    private(set) var found: [String] = []
    private let text: [Character]
    private var at = 0

    init(_ source: String) {
        text = Array(source)
        let makers = [
            "Phrase", "Diagnostic(", "note(.", "refuse(\"", "warn(\"", "DmnRun.fail", ".expected(\"", "misfit(",
            "FileFault(", "RechtTableFlaws(",
        ]
        guard makers.contains(where: { source.contains($0) }) else { return }
        while at < text.count {
            switch text[at] {
            case "/" where at + 1 < text.count && text[at + 1] == "/": skipLine()
            case "\"": literal()
            default: at += 1
            }
        }
    }

    private mutating func skipLine() {
        while at < text.count, text[at] != "\n" { at += 1 }
    }

    /// Reads a literal from its opening quote on, and keeps it when it is a sentence.
    private mutating func literal() {
        var (sentence, parts) = ("", 0)
        at += 1
        while at < text.count, text[at] != "\"" {
            if text[at] == "\\", text[at + 1] == "(" {
                parts += 1
                sentence += "{\(parts)}"
                skipInterpolation()
            } else {
                if text[at] == "\\" { at += 1 }
                sentence.append(text[at])
                at += 1
            }
        }
        at += 1
        if sentence.count(where: { $0 == " " }) > 1, sentence.count(where: \.isLetter) > 3 { found.append(sentence) }
    }

    private mutating func skipInterpolation() {
        at += 2
        var depth = 1
        while at < text.count, depth > 0 {
            switch text[at] {
            case "\"": literal()
            case "(": (depth, at) = (depth + 1, at + 1)
            case ")": (depth, at) = (depth - 1, at + 1)
            default: at += 1
            }
        }
    }
}
