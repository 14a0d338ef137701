import Database

extension Office {
    /// Takes up what any node publishes, until it is cancelled, and tells of each time; what fails is tried again soon.
    public func keepUp(reportingTo report: @Sendable (Result<[OnleesbareVersie], any Error>) -> Void) async {
        for await _ in database.notifications(on: Playbook.channel) {
            while await !takeUp(report) {
                do { try await Task.sleep(for: Office.again) } catch { return }
            }
        }
    }

    /// What failed is tried again, as the next publication may be months away.
    private static let again = Duration.seconds(60)

    private func takeUp(_ report: @Sendable (Result<[OnleesbareVersie], any Error>) -> Void) async -> Bool {
        do {
            report(.success(try await reloadProcesses()))
            return true
        } catch {
            report(.failure(error))
            return false
        }
    }
}
