import Dispatch
import Synchronization

/// A fixed number of members that each do one thing at a time; what finds no member free waits its turn.
final class Pool<Member: Sendable>: Sendable {
    typealias Task = @Sendable (Member) -> Void

    private struct State {
        var idle: [Int]
        var waiting: ArraySlice<Task> = []
        var isClosed = false
        var whenEmpty: CheckedContinuation<Void, Never>?
    }

    private let members: [Member]
    private let queues: [DispatchQueue]
    /// What a member does that finds nothing to do.
    private let rest: Task
    private let state: Mutex<State>

    init(_ members: [Member], label: String, rest: @escaping Task = { _ in }) {
        self.members = members
        self.rest = rest
        queues = members.indices.map { DispatchQueue(label: "\(label) \($0)") }
        state = Mutex(State(idle: Array(members.indices)))
    }

    /// How many members have something to do.
    var busyCount: Int { state.withLock { members.count - $0.idle.count } }

    /// Gives the task to a free member; `false` when the pool has closed.
    func submit(_ task: @escaping Task) -> Bool {
        let (isTaken, free) = state.withLock { state -> (Bool, Int?) in
            if state.isClosed { return (false, nil) }
            if let free = state.idle.popLast() { return (true, free) }
            state.waiting.append(task)
            return (true, nil)
        }
        if let free { start(task, on: free) }
        return isTaken
    }

    /// Takes no more, finishes what waits, and lets each member go.
    func close(_ end: @escaping @Sendable (Member) -> Void) async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                state.isClosed = true
                if state.idle.count == members.count { return true }
                state.whenEmpty = continuation
                return false
            }
            if isEmpty { continuation.resume() }
        }
        for (member, queue) in zip(members, queues) {
            await withCheckedContinuation { continuation in
                queue.async {
                    end(member)
                    continuation.resume()
                }
            }
        }
    }

    private func start(_ task: @escaping Task, on index: Int) {
        queues[index].async { [self] in
            task(members[index])
            while let next = waiting() ?? resting(index) { next(members[index]) }
        }
    }

    private func waiting() -> Task? { state.withLock { $0.waiting.popFirst() } }

    private func resting(_ index: Int) -> Task? {
        rest(members[index])
        return next(for: index)
    }

    /// What waits longest; without it the member is free again.
    private func next(for index: Int) -> Task? {
        let (task, whenEmpty) = state.withLock { state -> (Task?, CheckedContinuation<Void, Never>?) in
            if let task = state.waiting.popFirst() { return (task, nil) }
            state.idle.append(index)
            guard state.isClosed, state.idle.count == members.count else { return (nil, nil) }
            defer { state.whenEmpty = nil }
            return (nil, state.whenEmpty)
        }
        whenEmpty?.resume()
        return task
    }
}
