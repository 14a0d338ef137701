import Basics
import Incasso
import Klanten
import Postvak
import Zaken

extension PoststukPageMaker {
    /// The answers that were made, and the form for another: who gets it stands above it.
    var answer: PoststukPage.Answer? {
        guard mayAct, rights.contains(.briefVersturen), one.staat == .geplaatst, let to = look.receivers.first else {
            return nil
        }
        return PoststukPage.Answer(
            path: PostPaths.answer(one.id), text: form.raw("tekst") ?? (one.beantwoord == nil ? draft : ""),
            receiver: told(to), role: to.rol.rawValue, others: look.receivers.dropFirst().map(way),
            channels: channels(to), warning: warning(to), answers: look.answers.map(given),
            seen: String(look.answers.count), isOpen: one.beantwoord == nil || form["tekst"] != nil || !look.isToWriter)
    }

    private func told(_ to: Poststuk.Ontvanger) -> String {
        "\(to.lezer.naam), \(to.lezer.email ?? words("post.by_post"))"
    }

    /// The same page with a draft for another whom it may go to.
    private func way(_ to: Poststuk.Ontvanger) -> Way {
        Way(told(to), PostPaths.mail(one.id) + "?aan=\(to.rol.rawValue)#antwoord")
    }

    private func channels(_ to: Poststuk.Ontvanger) -> [Option] {
        let isPost = to.lezer.email == nil || form["kanaal"] == "post"
        let mail = to.lezer.email.map { _ in Option("email", words("letters.by_mail"), chosen: !isPost) }
        let post = to.rol == .afzender ? nil : Option("post", words("letters.by_post"), chosen: isPost)
        return [mail, post].compactMap(\.self)
    }

    /// What to know of whom it goes to: not known here, or another than who wrote; and who letters go to.
    private func warning(_ to: Poststuk.Ontvanger) -> String? {
        let other = look.receivers.first { $0.rol == .vertegenwoordiger }
        let spoken =
            to.rol == .vertegenwoordiger
            ? nil
            : other.map {
                words("post.to_spoken_for", ["name": $0.lezer.naam])
            }
        let who = to.rol == .afzender || !look.isToWriter ? words("post.to_\(to.rol.rawValue)") : nil
        let told = [who, spoken].compactMap(\.self)
        return told.isEmpty ? nil : told.joined(separator: " ")
    }

    /// An answer as it was made; one that waits can be taken back.
    private func given(_ brief: Brief, _ delivery: Brief.Bezorging?) -> PoststukPage.Given {
        PoststukPage.Given(
            state: delivery.map { Chip($0, words) },
            head: [brief.onderwerp, words.date(brief.opgemaakt), delivery.flatMap { words.why($0, today: today) }]
                .compactMap(\.self).joined(separator: " · "), text: brief.tekst,
            document: ZaakPaths.document(brief.document),
            back: brief.waits ? .init(path: PostPaths.answerBack(one.id), letter: brief.id.text) : nil)
    }
}
