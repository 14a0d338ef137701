import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Postvak
import Procesbot
import Recht
import Zaken

/// What the pages of incoming mail work with.
struct PostDesk: Sendable {
    let bot: BotDesk
    let kantoor: Postkantoor
    let zinnen: Antwoordzinnen

    var desk: Desk { bot.desk }

    init(bot: BotDesk, content: String, kantoor: Postkantoor) throws {
        self.bot = bot
        self.kantoor = kantoor
        zinnen = try Antwoordzinnen(
            yaml: String(contentsOfFile: content + "/post/antwoorden.yaml", encoding: .utf8))
    }

    /// Mail is for who has the right, and works for one of the groups that answer it or sees the work of all.
    func admit(_ context: SignedInContext, to permission: Permission = .postZien) throws {
        try context.require(permission)
        guard PostDesk.admits(context, desk) else { throw HTTPError(.forbidden) }
    }

    /// Whether mail may be read by someone, on whatever page it stands.
    static func admits(_ context: SignedInContext, _ desk: Desk) -> Bool {
        let mine = Set(context.groups(desk.face.rollen))
        return context.may(.postZien) && (context.may(.zaakZienAlle) || !mine.isDisjoint(with: PostDesk.groepen))
    }

    /// The groups that answer mail.
    static let groepen: Set<String> = ["klantenservice", "incasso"]

    /// Records who is seen with a mail, once a day for each reader: the person it belongs to, or those it may belong to.
    func recordLook(_ one: Poststuk, _ found: [Vondst], _ context: SignedInContext) async throws {
        for person in Set([one.partij].compactMap(\.self) + found.map(\.klant.id)) {
            try await desk.recordLook(at: person, context)
        }
    }
}

extension PoststukRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknownPoststuk: words("refusals.mail_unknown")
        case .changedMeanwhile: words("refusals.mail_changed")
        case .noZaak: words("refusals.mail_no_zaak")
        case .noKind: words("refusals.mail_no_kind")
        case .notPlaced: words("refusals.mail_not_placed")
        case .emptyAnswer: words("refusals.mail_empty_answer")
        case .noReceiver: words("refusals.mail_no_receiver")
        case .answeredMeanwhile: words("refusals.mail_answered")
        case .unfilled(let place): words("refusals.mail_unfilled", ["place": place])
        case .answerLeft: words("refusals.mail_answer_left")
        }
    }
}
