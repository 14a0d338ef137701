import Basics
import Bibliotheek
import Procesbot
import Taalmodel
import Zaken

/// Has an advice worded by a language model when a person asks for it; what leaves and what returns is kept.
struct Schrijftafel: Sendable {
    let bot: BotDesk
    let settings: TaalmodelSettings

    /// An advice in other words, and the record of what left for it; none when nothing left.
    struct Verwoord: Sendable {
        let verwoording: Verwoording
        let record: Identifier<Verwoordingsrecord>?
    }

    /// Nothing for a refusal. Each claim is told as it is judged.
    func verwoord(
        _ answer: Antwoord, _ vraag: Raadpleging, _ context: SignedInContext,
        onClaim: @escaping @Sendable (Verwoording.Oordeel) async -> Void = { _ in }
    ) async throws -> Verwoord? {
        let adviser = try await bot.leeszaal.adviser(on: answer.advies.day)
        let names = try await bot.names(of: vraag.zaak)
        guard
            let opgave = try Opgave(
                answer.advies, vraag: bot.desk.bijzonder.without(vraag.vraag), names: names, adviser)
        else { return nil }
        let sending = Verwoordingsrecord.Sending(
            vraag, stand: answer.stand, model: settings.model, prompt: opgave.prompt,
            tokens: opgave.mostTokens(settings), dayTokens: settings.dayTokens, door: context.me)
        guard let record = try await bot.desk.act(context, { act in try sending.run(in: act) }) else {
            return Verwoord(verwoording: Verwoording(prompt: opgave.prompt, fault: .budgetSpent), record: nil)
        }
        let worded = await Verwoorder(settings, adviser).verwoord(opgave, onClaim: onClaim)
        let receiving = Verwoordingsrecord.Receiving(
            id: record, antwoord: worded.antwoord, tokens: worded.tokens, uitkomst: worded.kept)
        try await bot.desk.act(context) { act in try receiving.run(in: act) }
        return Verwoord(verwoording: worded, record: record)
    }
}
