import Database

extension Office {
    /// Takes up what any node publishes, until it is cancelled; what cannot be taken up is told, and the next news tries again.
    public func keepUp(reportingTo report: @Sendable (any Error) -> Void) async {
        let news = database.notifications(on: Playbook.channel)
        await takeUp(report)
        for await _ in news { await takeUp(report) }
    }

    private func takeUp(_ report: @Sendable (any Error) -> Void) async {
        do { try await reloadProcesses() } catch { report(error) }
    }
}
