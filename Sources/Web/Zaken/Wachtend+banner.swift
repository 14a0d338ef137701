import Basics
import Incasso
import Postvak

extension Poststuk.Wachtend {
    /// What it says and by when it must be answered; of one in Post, what points at this zaak; and where money is asked for on it, that
    /// this waits.
    func banner(_ words: Words, today: Day, asksMoney: Bool) -> Banner {
        let way = Way(words("post.read_mail"), PostPaths.mail(mail.id))
        guard mail.isCrisis else {
            return Banner(
                tone: mail.uiterlijk < today ? "urgent" : vondst == nil ? "note" : "attention",
                title: words(vondst == nil ? "post.waits_on_zaak" : "post.waits_in_post", what(words, today: today)),
                text: [why(words), houdtOp && asksMoney ? words("post.waits_holds") : nil].compactMap(\.self).joined(
                    separator: " "),
                way: way)
        }
        let quoted = mail.sortering.crisis.map { "“\($0)”" }.joined(separator: ", ")
        return Banner(
            tone: "urgent", title: words(vondst == nil ? "post.crisis_on_zaak" : "post.crisis_in_post"),
            text: [words("post.crisis_why", ["words": quoted]), why(words)].compactMap(\.self).joined(separator: " "),
            way: way)
    }

    private func what(_ words: Words, today: Day) -> KeyValuePairs<String, String> {
        let kinds = Mailsoort.allCases.filter(soorten.contains).map { words("post.kind_\($0.rawValue)").lowercased() }
        return ["kinds": kinds.joined(separator: ", "), "day": words.day(mail.uiterlijk, today: today)]
    }

    /// What points here, and how sure that is; nothing of a mail that someone placed.
    private func why(_ words: Words) -> String? {
        vondst.map { found in
            let grounds = Vondst.Grond.allCases.filter(found.gronden.contains)
            return words(
                "post.waits_why",
                [
                    "certainty": words("post.certainty_\(found.zekerheid.rawValue)"),
                    "why": grounds.map { words("post.ground_\($0.rawValue)") }.joined(separator: ", "),
                ])
        }
    }
}
