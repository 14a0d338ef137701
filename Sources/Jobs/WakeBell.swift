/// Lets workers sleep until something happens or a time has passed.
actor WakeBell {
    /// How often it rang; a worker that looked before the last ring does not sleep.
    private(set) var count = 0
    private var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
    private var last = 0
    private let sleep: @Sendable (Double) async throws -> Void

    init(sleep: @escaping @Sendable (Double) async throws -> Void) { self.sleep = sleep }

    func ring() {
        count += 1
        let woken = sleepers.values
        sleepers = [:]
        for sleeper in woken { sleeper.resume() }
    }

    func wait(since seen: Int, seconds: Double) async {
        guard count == seen else { return }
        last += 1
        let key = last
        let alarm = Task { [sleep] in
            try await sleep(seconds)
            self.wake(key)
        }
        await withCheckedContinuation { sleepers[key] = $0 }
        alarm.cancel()
    }

    private func wake(_ key: Int) { sleepers.removeValue(forKey: key)?.resume() }
}
