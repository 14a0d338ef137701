import Basics
import Exchange
import Incasso

/// Makes the page behind a payment link.
struct BetaalPageMaker {
    let asked: Betaalverzoek
    let newest: Linkbetaling?
    /// Whether money may be asked for now.
    let question: Geldvraag
    let token: String
    let hasProvider: Bool
    let words: Words
    let now: Moment

    func page(notice: String?) -> BetaalPage {
        guard question == .mag || asked.isVoldaan else { return quiet }
        return BetaalPage(
            title: asked.isVoldaan ? words("paylink.paid_title") : words("paylink.title"), creditor: asked.schuldeiser,
            notice: notice.map { .init(tone: "attention", text: words($0)) } ?? state ?? rest,
            asked: asked.isVoldaan || isJustPaid ? nil : shown, phone: phone)
    }

    /// A state forbids to ask, or money came in that is looked at first: the page says whom to call, and nothing of why a state
    /// does, since it does not know who reads it.
    private var quiet: BetaalPage {
        BetaalPage(
            title: words("paylink.not_asked_title"), creditor: asked.schuldeiser,
            notice: .init(
                tone: "calm", text: words(question == .wacht ? "paylink.money_waits" : "paylink.not_asked")),
            asked: nil, phone: phone)
    }

    private var phone: Way? {
        asked.telefoon.isEmpty ? nil : Way(asked.telefoon, "tel:" + asked.telefoon.dialled)
    }

    /// Who has just paid is thanked, and not asked for the rest at once.
    private var isJustPaid: Bool { newest.map { $0.staat == .betaald && now - $0.moment < 3_600 } ?? false }

    /// All is paid, a payment was received just now, or one is on its way.
    private var state: BetaalPage.Notice? {
        if asked.isVoldaan { return .init(tone: "calm", text: words("paylink.paid")) }
        guard let newest, now - newest.moment < 86_400 else { return nil }
        switch newest.staat {
        case .betaald:
            return .init(tone: "calm", text: words("paylink.received", ["amount": words.money(newest.bedrag)]))
        case .open where now - newest.moment < 900: return .init(tone: "", text: words("paylink.on_its_way"))
        case .mislukt: return .init(tone: "attention", text: words("paylink.failed"))
        case .begonnen, .open: return nil
        }
    }

    /// In a pause nothing is asked; who wants to pay all the same may.
    private var rest: BetaalPage.Notice? {
        asked.rustTot.map { .init(tone: "calm", text: words("paylink.rests", ["day": words.date($0)])) }
    }

    private var shown: BetaalPage.Asked {
        BetaalPage.Asked(
            amount: words.money(asked.bedrag), plain: asked.bedrag.description.replacing(".", with: ","),
            lines: asked.termijnen.isEmpty ? claims : instalments,
            iban: .init(shown: asked.iban.grouped, copied: asked.iban.text),
            reference: .init(shown: grouped(asked.kenmerk), copied: asked.kenmerk),
            qr: asked.qr.map { .init(size: String($0.size), path: $0.path) },
            ideal: hasProvider ? BetaallinkPaths.ideal(token) : nil)
    }

    /// What it is for and when it was or is due; of many the oldest, and how many more.
    private var claims: [String] {
        let shown = asked.posten.prefix(5).map { one in
            let isLate = one.vervaldag < now.day
            let told = words(
                isLate && asked.rustTot == nil ? "paylink.claim_was_due" : "paylink.claim_due",
                ["what": one.omschrijving, "day": words.date(one.vervaldag)])
            return asked.posten.count == 1 ? told : "\(told): \(words.money(one.open))"
        }
        let more = asked.posten.count - shown.count
        return more > 0 ? shown + [words("paylink.claims_more", count: more)] : shown
    }

    /// What the amount is made of: one instalment by its day, several also by their amounts.
    private var instalments: [String] {
        asked.termijnen.map { one in
            let day = words("paylink.instalment", ["day": words.date(one.vervaldag)])
            return asked.termijnen.count == 1 ? day : "\(day): \(words.money(one.open))"
        }
    }

    /// In groups of four, as it stands in letters.
    private func grouped(_ text: String) -> String {
        text.enumerated().reduce(into: "") { result, next in
            if next.offset > 0, next.offset % 4 == 0 { result += " " }
            result.append(next.element)
        }
    }
}
