import Basics
public import Procesbot

/// Has an advice worded by a language model, and takes only what its passages support. The advice itself never changes.
public struct Verwoorder: Sendable {
    private let settings: TaalmodelSettings
    private let adviser: Adviser

    public init(_ settings: TaalmodelSettings, _ adviser: Adviser) {
        self.settings = settings
        self.adviser = adviser
    }

    /// The advice in other words; each claim is told as soon as it is whole and judged.
    public func verwoord(
        _ opgave: Opgave, onClaim: @escaping @Sendable (Verwoording.Oordeel) async -> Void = { _ in }
    ) async -> Verwoording {
        var result = Verwoording(prompt: opgave.prompt)
        let live = Meelezer(opgave, adviser, onClaim)
        do {
            let reply = try await asked(ChatRequest(user: opgave.prompt)) { await live.take($0) }
            result.antwoord = reply.text
            result.tokens = reply.tokens ?? Tokens.estimate(ChatRequest.rules, opgave.prompt, reply.text)
            result.oordelen = try judged(reply.text, opgave)
            if result.zinnen.isEmpty { result.fault = .nothingSupported }
        } catch {
            result.fault = error as? TaalmodelFault ?? (error as? Overload)?.fault ?? .unreachable
        }
        return result
    }

    /// No longer than the whole may take, whatever the other side does.
    private func asked(_ request: ChatRequest, _ onText: @escaping @Sendable (String) async -> Void) async throws
        -> ChatReply
    {
        try await withThrowingTaskGroup(of: ChatReply.self) { group in
            group.addTask { try await again(request, onText, pause: settings.pause, left: settings.retries) }
            group.addTask {
                try await Task.sleep(for: settings.patience)
                throw TaalmodelFault.tooSlow
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw TaalmodelFault.unreachable }
            return first
        }
    }

    /// Asks, and again after a while when that may help; an endpoint that names a time is waited for as long.
    private func again(
        _ request: ChatRequest, _ onText: @escaping @Sendable (String) async -> Void, pause: Duration, left: Int
    ) async throws -> ChatReply {
        var wait = pause
        do { return try await HTTPChat(settings: settings).complete(request, onText: onText) } catch {
            let fault = error as? TaalmodelFault ?? (error as? Overload)?.fault ?? .unreachable
            guard left > 0, fault.isPassing else { throw fault }
            if let seconds = (error as? Overload)?.wait { wait = max(wait, .seconds(min(max(0, seconds), 3_600))) }
            guard wait < settings.patience else { throw fault }
        }
        try await Task.sleep(for: wait)
        return try await again(request, onText, pause: pause * 2, left: left - 1)
    }

    private func judged(_ text: String, _ opgave: Opgave) throws -> [Verwoording.Oordeel] {
        guard let json = JSON(read: text.utf8), let claims = json["stappen"].elements else {
            throw TaalmodelFault.unreadable
        }
        var court = Rechtspraak(opgave, adviser)
        return claims.prefix(Rechtspraak.most).map { court.judge($0) }
    }
}

/// Reads along while an answer is written.
private actor Meelezer {
    private var scanner = ClaimScanner()
    private var court: Rechtspraak
    private var told = 0
    private let onClaim: @Sendable (Verwoording.Oordeel) async -> Void

    init(_ opgave: Opgave, _ adviser: Adviser, _ onClaim: @escaping @Sendable (Verwoording.Oordeel) async -> Void) {
        court = Rechtspraak(opgave, adviser)
        self.onClaim = onClaim
    }

    func take(_ piece: String) async {
        for claim in scanner.take(piece) where told < Rechtspraak.most {
            told += 1
            await onClaim(court.judge(claim))
        }
    }
}
