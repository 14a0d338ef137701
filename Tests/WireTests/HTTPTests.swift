import Basics
import Foundation
import Subprocess
import Testing

@testable import Wire

@Suite("A call to a partner that speaks HTTP")
struct HTTPTests {
    @Test func `the body and the headers arrive as they are, and the answer comes back whole`() async throws {
        let (answer, taken) = try await withDesk { port, next in
            (try await call(port, "/goed").send(), try await next())
        }
        #expect(answer == HTTPCall.Answer(status: 201, body: "{\"kenmerk\": \"V-17\"}"))
        #expect(taken["type"] == "application/json" && taken["key"] == "Bearer geheim" && taken["once"] == "S-1")
        #expect(taken["body"] == ["leveringen": [["gemeentecode": "0599"]]])
    }

    @Test(arguments: [("/fout", 422), ("/vol", 503), ("/weg", 302), ("/nergens", 404)])
    func `a refusal and a redirection are answers, and nothing is followed`(path: String, status: Int) async throws {
        let answer = try await withDesk { port, _ in try await call(port, path).send() }
        #expect(answer.status == status)
    }

    @Test func `an answer without end is kept as far as it is read`() async throws {
        let answer = try await withDesk { port, _ in try await call(port, "/veel").send() }
        #expect(answer.status == 200 && answer.body.utf8.count == HTTPCall.longestAnswer)
    }

    @Test func `a header cannot bring another header along`() async throws {
        let taken = try await withDesk { port, next in
            var sly = call(port, "/goed")
            sly.headers = ["Content-Type: application/json", "Idempotency-Key: S-1\r\nAuthorization: Bearer ander"]
            _ = try await sly.send()
            return try await next()
        }
        #expect(taken["key"].isNull)
    }

    @Test(arguments: ["http://127.0.0.1:9/", "file:///etc/passwd", "geen adres"])
    func `who is not there, or is no partner, is a fault that says so`(url: String) async {
        await #expect(throws: HTTPFault.self) {
            _ = try await HTTPCall(url: url, headers: [], body: Array("{}".utf8), timeout: .seconds(5)).send()
        }
    }

    private func call(_ port: Int, _ path: String) -> HTTPCall {
        HTTPCall(
            url: "http://127.0.0.1:\(port)\(path)",
            headers: ["Content-Type: application/json", "Authorization: Bearer geheim", "Idempotency-Key: S-1"],
            body: Array("{\"leveringen\": [{\"gemeentecode\": \"0599\"}]}".utf8), timeout: .seconds(20))
    }

    private func withDesk<Answer: Sendable>(
        _ body: @Sendable @escaping (Int, () async throws -> JSON) async throws -> Answer
    ) async throws -> Answer {
        let script = String(#filePath.split(separator: "WireTests/HTTPTests")[0]) + "Servers/gemeente.py"
        let result = try await run(
            .name("env"), arguments: ["/usr/bin/python3", script], input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            let answer = try await body(try #require(hello["port"].integer)) {
                try JSON(parsing: try #require(try await lines.next()))
            }
            try execution.send(signal: .terminate)
            return answer
        }
        return result.closureResult
    }
}
