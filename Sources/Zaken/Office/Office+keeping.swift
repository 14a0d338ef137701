import Database

extension Office {
    /// Takes up what any node publishes, until it is cancelled, and tells of each time; what fails is tried again at the next news.
    public func keepUp(reportingTo report: @Sendable (Result<Void, any Error>) -> Void) async {
        for await _ in database.notifications(on: Playbook.channel) { await takeUp(report) }
    }

    private func takeUp(_ report: @Sendable (Result<Void, any Error>) -> Void) async {
        do {
            try await reloadProcesses()
            report(.success(()))
        } catch {
            report(.failure(error))
        }
    }
}
