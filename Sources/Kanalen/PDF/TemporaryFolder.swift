import Foundation

/// A folder for the time of one piece of work, gone when it is done or has failed.
enum TemporaryFolder {
    static func lend<Answer: Sendable>(_ body: (URL) async throws -> Answer) async throws -> Answer {
        let folder = URL.temporaryDirectory.appending(path: "ontknoop-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            let answer = try await body(folder)
            try FileManager.default.removeItem(at: folder)
            return answer
        } catch {
            try FileManager.default.removeItem(at: folder)
            throw error
        }
    }
}
