import Basics
import Bibliotheek
import Procesbot
import Taalmodel

/// The advice in the words of a language model: offered, being written, or with what it said and what was left out.
struct VerwoordingPart: Page {
    /// Where the words are asked for while they are written.
    let path: String
    let zaak: String
    /// Worded by which model; nothing until it was asked.
    let by: String?
    let sentences: Sentences?
    let note: String?
    /// The embedded words stand, and why.
    let fault: String?
    /// Kept with the advice when a person decides about it.
    let record: String?
    let sent: Sent?
    let isWriting: Bool
    let mayAsk: Bool

    struct Sentences: Sendable {
        let all: [Sentence]
    }

    struct Sentence: Sendable {
        let text: String
        let source: AdvicePart.Source
    }

    /// What left the house and what came back, as it travelled.
    struct Sent: Sendable {
        let prompt: String
        let answer: String
    }

    static let template = "procesbot/_verwoording"

    static let sample = VerwoordingPart(
        path: "/procesbot/verwoording", zaak: "1", by: "Verwoord door taalmodel “klein”.",
        sentences: Sentences(all: [
            Sentence(text: "U geeft hooguit 30 dagen uitstel.", source: AdvicePart.source)
        ]), note: "Eén zin is weggelaten.", fault: "Het taalmodel is niet bereikbaar.", record: "1",
        sent: Sent(prompt: "{\"vraag\":\"[NAAM_1] vraagt uitstel\"}", answer: "{\"stappen\":[]}"), isWriting: true,
        mayAsk: true)
}

extension VerwoordingPart {
    /// Only the button.
    static func offer(_ zaak: String) -> VerwoordingPart {
        VerwoordingPart(
            path: AdvicePaths.wording(), zaak: zaak, by: nil, sentences: nil, note: nil, fault: nil, record: nil,
            sent: nil, isWriting: false, mayAsk: true)
    }

    /// What holds so far, while the rest is written.
    init(writing judged: [Verwoording.Oordeel], model: String, zaak: String, _ maker: AdviesPageMaker) {
        self.init(
            Verwoording(prompt: "", oordelen: judged), record: nil, model: model, zaak: zaak, maker, isWriting: true)
    }

    init(_ worded: Schrijftafel.Verwoord, model: String, zaak: String, _ maker: AdviesPageMaker) {
        self.init(
            worded.verwoording, record: worded.record?.text, model: model, zaak: zaak, maker, isWriting: false)
    }

    private init(
        _ worded: Verwoording, record: String?, model: String, zaak: String, _ maker: AdviesPageMaker, isWriting: Bool
    ) {
        let words = maker.words
        let all = worded.zinnen.map { Sentence(text: $0.text, source: maker.source($0.source)) }
        self.init(
            path: AdvicePaths.wording(), zaak: zaak,
            by: all.isEmpty ? nil : words("wording.by", ["model": model]),
            sentences: all.isEmpty || worded.fault != nil ? nil : Sentences(all: all),
            note: worded.weggelaten.isEmpty ? nil : words("wording.dropped", count: worded.weggelaten.count),
            fault: worded.fault.map { words("wording.fault_\($0.name)") }, record: record,
            sent: record == nil ? nil : Sent(prompt: worded.prompt, answer: worded.antwoord), isWriting: isWriting,
            mayAsk: !isWriting)
    }
}
