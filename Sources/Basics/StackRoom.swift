import CStack

/// What is left of the stack of the thread at work, and a stack beside it where that runs out.
public enum StackRoom {
    /// What a stack keeps for work that does not ask: functions that go no deeper than their code says; in bytes.
    static let reserve: UInt = 1 << 20
    /// The bytes of each stack that is added; memory is only taken for what is used of it.
    static let added = 64 << 20

    /// About where the stack of this thread has come to.
    @inlinable @inline(__always) public static var here: UInt {
        var mark: UInt8 = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }

    /// The address below which work on this thread has to go on elsewhere.
    public static var floor: UInt { ontknoop_stack_lowest() &+ reserve }

    /// Runs the work on a fresh stack, while this thread waits for it; false when there is no memory for one.
    public static func onMore(_ work: () -> Void) -> Bool {
        withoutActuallyEscaping(work) { work in
            var errand = Errand(run: work)
            return withUnsafeMutablePointer(to: &errand) { errand in
                ontknoop_on_stack(added, { $0?.assumingMemoryBound(to: Errand.self).pointee.run() }, errand) != 0
            }
        }
    }

    /// Runs the work here when so many bytes are left, else on a fresh stack.
    public static func ensuring<Answer>(_ bytes: UInt, _ work: () -> Answer) -> Answer {
        guard here < ontknoop_stack_lowest() &+ bytes else { return work() }
        var answer: Answer?
        _ = onMore { answer = work() }
        return answer ?? work()
    }

    private struct Errand { let run: () -> Void }
}
