import Dispatch
import Synchronization

/// Brings to the disk what the writer has committed, beside the writer, which goes on with its next group meanwhile.
///
/// Nobody is answered before all that was told is durable: who wrote waits for that commit, who read for the commits there were to see.
final class SQLiteSync: Sendable {
    /// What to do when it is durable, or when the disk refused.
    typealias Telling = @Sendable (DatabaseError?) -> Void

    /// Who waits, and the number of the commit that has to be durable first.
    private struct Waiting {
        var commit: Int
        let telling: Telling
    }

    private struct State {
        /// Commits that have begun, so that others may see them; that are whole in the log; that are on the disk.
        var begun = 0
        var committed = 0
        var durable = 0
        var waiting: [Waiting] = []
        var isWorking = false
        var failure: DatabaseError?
    }

    private let log: (any WriteAheadLog)?
    private let queue = DispatchQueue(label: "sqlite sync")
    private let state = Mutex(State())

    /// Keeps up with this log; without one, in memory, nothing is waited for.
    init(_ log: (any WriteAheadLog)?) { self.log = log }

    /// What the disk refused before: from then on nobody knows what it holds, so that nothing may be built on it.
    var failure: DatabaseError? { state.withLock { $0.failure } }

    /// Says that a commit begins, before anyone can see it.
    func begin() { state.withLock { $0.begun += 1 } }

    /// Says that the commit that had begun is done, or has come to nothing, and tells when all is durable. Where nobody else has anything to
    /// do for the writer, it may as well wait for the disk itself, which is quicker than another thread.
    func committed(isAlone: Bool = false, _ telling: @escaping Telling) {
        let starts = state.withLock { state in
            state.committed = state.begun
            state.waiting.append(Waiting(commit: state.committed, telling: telling))
            defer { state.isWorking = true }
            return !state.isWorking
        }
        guard starts else { return }
        if isAlone || log == nil { work() } else { queue.async { self.work() } }
    }

    /// Says that the commit that had begun wrote nothing: there is no more to wait for than there was before it.
    func cameToNothing(_ telling: @escaping Telling) {
        let (ready, failure) = state.withLock { state -> ([Telling], DatabaseError?) in
            state.begun -= 1
            for place in state.waiting.indices {
                state.waiting[place].commit = min(state.waiting[place].commit, state.begun)
            }
            state.waiting.append(Waiting(commit: state.begun, telling: telling))
            guard state.durable >= state.begun else { return ([], state.failure) }
            defer { state.waiting = [] }
            return (state.waiting.map(\.telling), state.failure)
        }
        for telling in ready { telling(failure) }
    }

    /// Tells when all that could be seen until now is durable, which is at once when nothing is under way.
    func settled(_ telling: @escaping Telling) {
        let (waits, failure) = state.withLock { state in
            let waits = state.failure == nil && state.durable < state.begun
            if waits { state.waiting.append(Waiting(commit: state.begun, telling: telling)) }
            return (waits, state.failure)
        }
        if !waits { telling(failure) }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.log?.close()
                continuation.resume()
            }
        }
    }

    private func work() {
        while let (tellings, committed) = next() {
            let failure = refusal(upTo: committed)
            for telling in tellings { telling(failure) }
        }
    }

    /// Who waits for no more than what is in the log now.
    private func next() -> ([Telling], Int)? {
        state.withLock { state in
            let ready = state.waiting.prefix { $0.commit <= state.committed }
            state.waiting.removeFirst(ready.count)
            if ready.isEmpty { state.isWorking = false }
            return ready.isEmpty ? nil : (ready.map(\.telling), state.committed)
        }
    }

    /// Brings the log to the disk, unless it is there already.
    private func refusal(upTo committed: Int) -> DatabaseError? {
        let (isDurable, failure) = state.withLock { ($0.durable >= committed, $0.failure) }
        if isDurable || failure != nil { return failure }
        let refusal = log?.refusal()
        state.withLock { state in
            state.durable = committed
            state.failure = refusal
        }
        return refusal
    }
}
