import Basics
import Klanten
import Postvak
import Zaken

extension PoststukPageMaker {
    /// The form that confirms: filled with the proposal, and with what was sent when that was refused.
    var placing: PoststukPage.Placing {
        let sent = form["plaats"] != nil
        let chosen = sent ? Set(form.all("soort")) : Set(one.sortering.soorten.map(\.rawValue))
        let picked = form["zaak"] ?? look.found.first { $0.zekerheid == .zeker }?.zaak.nummer ?? ""
        let files = look.files.filter { $0.hash != nil && $0.omvang > 0 }
        let isKnown = look.found.contains { $0.klant.email?.lowercased() == one.vanAdres }
        return PoststukPage.Placing(
            path: PostPaths.placing(one.id), candidates: look.found.map { candidate($0, picked) },
            kinds: Mailsoort.allCases.map {
                Option($0.rawValue, words("post.kind_\($0.rawValue)"), chosen: chosen.contains($0.rawValue))
            },
            files: files.map {
                Option(
                    String($0.nummer), $0.naam,
                    chosen: sent ? form.all("bijlage").contains(String($0.nummer)) : true)
            }, number: form["nummer"] ?? "", address: isKnown || one.vanAdres.isEmpty ? nil : one.vanAdres)
    }

    private func candidate(_ one: Vondst, _ picked: String) -> PoststukPage.Candidate {
        let grounds = Vondst.Grond.allCases.filter(one.gronden.contains)
        let closed = one.zaak.isOpen ? "" : " · " + words("post.closed")
        let amount = rights.contains(.vorderingZien) ? " · " + words.money(one.zaak.bedrag) : ""
        return PoststukPage.Candidate(
            number: one.zaak.nummer, label: one.klant.naam + amount + closed, path: ZaakPaths.zaak(one.zaak.id),
            grounds: grounds.map { words("post.ground_\($0.rawValue)") }.joined(separator: ", "),
            certainty: Chip(one.zekerheid, words), chosen: one.zaak.nummer == picked)
    }

    var aside: Sheet {
        Sheet(
            PostPaths.aside(one.id), [Field("reden", words("zaak.reason"), .text(""), id: "terzijde-reden")],
            sent: sent)
    }

    var handled: PoststukPage.Handled? {
        guard one.staat != .nieuw else { return nil }
        let who = one.door.map(look.colleagues.name(of:)) ?? ""
        let when = one.afgehandeld.map { words.moment($0, today: today) } ?? ""
        let isPlaced = one.staat == .geplaatst
        let reason = Field(
            "reden", words("zaak.reason"), .text(""), id: "terug-reden", isRequired: isPlaced)
        return PoststukPage.Handled(
            text: words("post.done_\(one.staat.rawValue)", ["who": who, "when": when]),
            zaak: look.zaak.map { zaak in
                Way(
                    [zaak.nummer, look.person?.naam].compactMap(\.self).joined(separator: " · "),
                    ZaakPaths.zaak(zaak.id))
            }, detail: one.reden ?? "", ways: ways,
            back: mayAct ? Sheet(PostPaths.back(one.id), [reason], sent: sent) : nil,
            complaint: mayAct && look.confirmed.contains(.klacht) && look.zaak?.isOpen == true
                ? PostPaths.complaint(one.id) : nil)
    }

    /// What can be done now with what the mail says.
    private var ways: [Way] {
        guard let zaak = look.zaak, let person = look.person else { return [] }
        let all: [(Mailsoort, Permission, String, String)] = [
            (.regeling, .regelingMaken, "plan", RegelingPaths.planner(person.id)),
            (.verhuisd, .klantBijwerken, "address", KlantPaths.klant(person.id)),
            (.betaald, .vorderingBoeken, "payment", BetalingPaths.list()),
            (.betwist, .klantBijwerken, "state", ToestandPaths.list(person.id)),
            (.hulpverlener, .klantBijwerken, "state", ToestandPaths.list(person.id)),
            (.problematiek, .klantPauzeren, "knot", KnoopPaths.page(person.id)),
        ]
        var seen: Set<String> = []
        return all.filter { look.confirmed.contains($0.0) && rights.contains($0.1) && seen.insert($0.3).inserted }
            .map { Way(words("post.way_\($0.2)"), $0.3) }
            + [Way(words("post.way_advice"), AdvicePaths.zaak(zaak.id))]
    }

    var answer: PoststukPage.Answer? {
        guard mayAct, rights.contains(.briefVersturen), one.staat == .geplaatst, let to = look.receiver else {
            return nil
        }
        let post = Option("post", words("letters.by_post"), chosen: to.email == nil || form["kanaal"] == "post")
        let mail = Option("email", words("letters.by_mail"), chosen: form["kanaal"] != "post")
        let isOther = to.email.map { $0.lowercased() != one.vanAdres } ?? true
        return PoststukPage.Answer(
            path: PostPaths.answer(one.id), text: form.raw("tekst") ?? draft,
            receiver: [to.naam, to.email].compactMap(\.self).joined(separator: ", "),
            channels: to.email == nil ? [post] : [mail, post],
            warning: isOther ? words(to.email == nil ? "post.no_address" : "post.other_address") : nil,
            answered: one.beantwoord.map { words("post.answered_on", ["when": words.moment($0, today: today)]) })
    }
}
