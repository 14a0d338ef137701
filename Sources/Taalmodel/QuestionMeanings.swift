public import Procesbot
import Synchronization

/// What questions mean, asked shortly and remembered a while; where no answer comes in time, advice goes by the words alone.
public final class QuestionMeanings: Sendable {
    /// How a question fared.
    public enum Outcome: Hashable, Sendable {
        case asked
        case remembered
        case failed(EmbeddingFault)
        /// One before it failed a moment ago.
        case skipped

        public var name: String {
            switch self {
            case .asked: "gevraagd"
            case .remembered: "onthouden"
            case .failed(let fault): fault.name
            case .skipped: "overgeslagen"
            }
        }
    }

    fileprivate struct State {
        var known: [String: Meaning] = [:]
        var order: [String] = []
        var restsUntil: ContinuousClock.Instant?
        var lastFault: EmbeddingFault?
        var counts: [String: Int] = [:]
    }

    private let embedder: Embedder
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    static let most = 500

    public init(
        _ settings: EmbeddingSettings, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        embedder = Embedder(settings)
        self.now = now
    }

    /// What a question means, from which whatever points at a person was taken out before; nothing when that is not to be had in time.
    public func meaning(of masked: String) async -> Meaning? {
        if let known = state.withLock({ $0.known[masked] }) { return count(.remembered, known) }
        guard !isResting else { return count(.skipped) }
        do throws(EmbeddingFault) {
            let found = try await embedder.meanings(of: [masked], within: embedder.settings.patience).first
            state.withLock { $0.remember(masked, found) }
            return count(.asked, found)
        } catch {
            let until = now() + embedder.settings.rest
            state.withLock { ($0.restsUntil, $0.lastFault) = (until, error) }
            return count(.failed(error))
        }
    }

    /// How questions fared since this process started, by the name of the outcome.
    public var counts: [(outcome: String, count: Int)] {
        state.withLock(\.counts).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Why questions go by their words alone just now; nothing when they do not.
    public var fault: EmbeddingFault? { isResting ? state.withLock(\.lastFault) : nil }

    private var isResting: Bool {
        let now = now()
        return state.withLock { $0.restsUntil.map { now < $0 } ?? false }
    }

    private func count(_ outcome: Outcome, _ meaning: Meaning? = nil) -> Meaning? {
        state.withLock { $0.counts[outcome.name, default: 0] += 1 }
        return meaning
    }
}

extension QuestionMeanings.State {
    fileprivate mutating func remember(_ text: String, _ meaning: Meaning?) {
        guard let meaning, known.updateValue(meaning, forKey: text) == nil else { return }
        order.append(text)
        if order.count > QuestionMeanings.most { known[order.removeFirst()] = nil }
    }
}
