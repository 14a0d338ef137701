import Hummingbird
import Testing

@testable import Database
@testable import Web

@Suite("What machines around us hear")
struct OperationsTests {
    @Test func `it lives and can work`() async throws {
        try await Site.open { site in
            for (path, text) in [("/health", "ok\n"), ("/ready", "ready\n")] {
                let answer = try await site.get(path)
                #expect(answer.status == .ok)
                #expect(String(buffer: answer.body) == text)
            }
        }
    }

    @Test func `a disk that refused is told with its reason`() {
        let refusal = DatabaseError(kind: .connection, code: "sync", message: "No space left on device")
        #expect(OperationsController.answer(to: refusal)?.status == .serviceUnavailable)
        #expect(OperationsController.answer(to: nil)?.status == nil)
    }
}
