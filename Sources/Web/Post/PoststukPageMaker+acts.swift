import Basics
import Incasso
import Klanten
import Postvak
import Zaken

extension PoststukPageMaker {
    /// The form that confirms: filled with the proposal, and with what was sent when that was refused.
    var placing: PoststukPage.Placing {
        let sent = form["plaats"] != nil
        let chosen = sent ? Set(form.all("soort")) : Set(one.sortering.soorten.map(\.rawValue))
        let picked = form["zaak"] ?? sure ?? ""
        let files = look.files.filter { file in
            if case .program? = look.oddities[file.nummer] { return false }
            return file.hash != nil && file.omvang > 0
        }
        return PoststukPage.Placing(
            path: PostPaths.placing(one.id),
            candidates: look.found.enumerated().map { candidate($1, picked, isFocused: isRefused && $0 == 0) },
            kinds: Mailsoort.allCases.map {
                Option($0.rawValue, words("post.kind_\($0.rawValue)"), chosen: chosen.contains($0.rawValue))
            },
            files: files.map {
                Option(
                    String($0.nummer), $0.naam,
                    chosen: form.all("bijlage").contains(String($0.nummer)))
            }, number: form["nummer"] ?? "",
            isNumberFocused: isRefused && look.found.isEmpty,
            address: mayKeepAddress ? one.vanAdres : nil,
            addressWarning: !look.found.isEmpty && look.found.allSatisfy(isOtherName)
                ? words("post.keep_address_other", ["name": one.vanNaam]) : nil, phone: phone)
    }

    /// The number that the mail gives, unless one whom it may be of has it already.
    private var phone: String? {
        guard rights.contains(.klantZien), let number = one.nummer(besides: nil) else { return nil }
        return look.found.allSatisfy { one.nummer(besides: $0.klant.telefoon) != nil } ? number : nil
    }

    /// Whether the sender's address may be that of the klant: not where it is known, nor where someone writes on behalf of another.
    private var mayKeepAddress: Bool {
        let isKnown = look.found.contains { $0.klant.email?.lowercased() == one.vanAdres }
        let isOnBehalf = look.found.contains { !$0.gronden.isDisjoint(with: [.naam, .genoemd]) && isOtherName($0) }
        return !one.vanAdres.isEmpty && !isKnown && !isOnBehalf && !one.isNamensAnder
    }

    /// The one zaak that is sure, or the only one that is likely, unless its person goes by another name than the sender;
    /// what is only possible is for a person to choose.
    private var sure: String? {
        if let first = look.found.first(where: { $0.zekerheid == .zeker }) { return first.zaak.nummer }
        let likely = look.found.filter { $0.zekerheid == .waarschijnlijk }
        guard likely.count == 1, let only = likely.first, !isOtherName(only) else { return nil }
        return only.zaak.nummer
    }

    /// Whether placing was refused: reading goes on at the choice.
    private var isRefused: Bool { self.sent?.path == PostPaths.placing(one.id) }

    /// Whether the sender goes by a name that shares no word with that of the person, however often the mail names that person.
    private func isOtherName(_ found: Vondst) -> Bool {
        guard !one.vanNaam.isEmpty, !found.gronden.contains(.afzender) else { return false }
        func parts(_ name: String) -> Set<String> {
            Set(name.lowercased().split { !$0.isLetter }.filter { $0.count > 2 }.map(String.init))
        }
        let signed = one.ondertekening.split(separator: "\n").prefix(2).joined(separator: " ")
        return parts(one.vanNaam + " " + signed).isDisjoint(with: parts(found.klant.naam))
    }

    private func candidate(_ one: Vondst, _ picked: String, isFocused: Bool) -> PoststukPage.Candidate {
        let grounds = Vondst.Grond.allCases.filter(one.gronden.contains)
        let closed = one.zaak.isOpen ? "" : " · " + words("post.closed")
        let amount = rights.contains(.vorderingZien) ? " · " + words.money(one.zaak.bedrag) : ""
        return PoststukPage.Candidate(
            number: one.zaak.nummer, label: one.klant.naam + amount + closed, path: ZaakPaths.zaak(one.zaak.id),
            grounds: grounds.map { words("post.ground_\($0.rawValue)") }.joined(separator: ", "),
            against: isOtherName(one) ? words("post.other_name", ["name": self.one.vanNaam]) : nil,
            certainty: Chip(one.zekerheid, words), chosen: one.zaak.nummer == picked, isFocused: isFocused)
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
            (.regeling, .regelingMaken, "plan", planner(person.id)),
            (.verhuisd, .klantBijwerken, "address", KlantPaths.klant(person.id)),
            (.betaald, .vorderingBoeken, "payment", BetalingPaths.list()),
            (.betwist, .klantBijwerken, "state", ToestandPaths.list(person.id)),
            (.hulpverlener, .klantBijwerken, "state", ToestandPaths.list(person.id)),
            (.overleden, .klantBijwerken, "state", ToestandPaths.list(person.id)),
            (.gegevens, .zaakBijwerken, "objection", SignaalPaths.page(zaak.id)),
            (.problematiek, .klantPauzeren, "knot", KnoopPaths.page(person.id)),
        ]
        var seen: Set<String> = []
        return all.filter { look.confirmed.contains($0.0) && rights.contains($0.1) && seen.insert($0.3).inserted }
            .map { Way(words("post.way_\($0.2)"), $0.3) }
            + [Way(words("post.way_advice"), AdvicePaths.zaak(zaak.id) + "?mail=\(one.id.text)")]
    }

    /// The planner, with what the mail offers to pay filled in.
    private func planner(_ person: Identifier<Partij>) -> String {
        guard let offer = one.aanbod(on: today) else { return RegelingPaths.planner(person) }
        let from = offer.vanaf.map { "&eersteDag=\($0)" } ?? ""
        return RegelingPaths.planner(person) + "?perMaand=\(words.plain(offer.bedrag).formEncoded)" + from
    }
}
