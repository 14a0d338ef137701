import Basics
import Foundation
import Subprocess
import Testing
import Wire

/// A language model in a process of its own that speaks the public wire format, one for a whole suite.
struct Peer: Sendable {
    @TaskLocal static var port = 0

    let base: String
    private let room: Int

    /// A room at the model with manners of its own.
    init(_ manner: String, _ text: String = "", how: String = "") async throws {
        let asked: JSON = ["manier": .string(manner), "tekst": .string(text), "hoe": .string(how)]
        let answer = try await Peer.fetch("/zet", asked.canonical)
        room = try #require(answer["kamer"].integer)
        base = "http://127.0.0.1:\(Peer.port)/\(room)/v1"
    }

    /// One request as it reached the other side.
    struct Seen: Sendable {
        let head: String
        let body: String
        var json: JSON { get throws { try JSON(parsing: body) } }
    }

    func seen() async throws -> [Seen] {
        try (try await Peer.fetch("/\(room)/gezien").elements ?? []).map { one in
            let bytes = try #require(Data(base64Encoded: one["lijf"].text ?? ""))
            return Seen(head: one["kop"].text ?? "", body: String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func fetch(_ path: String, _ body: String = "{}") async throws -> JSON {
        let call = HTTPCall(
            url: "http://127.0.0.1:\(port)\(path)", headers: [], body: Array(body.utf8), timeout: .seconds(600))
        var answer: [UInt8] = []
        for try await case .piece(let piece) in call.arrivals(largest: 50_000_000) {
            answer += piece
        }
        return try JSON(parsing: answer)
    }
}

/// Runs the tests of a suite beside a model.
struct BesideModel: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        let script = String(#filePath.split(separator: "TaalmodelTests/Peer")[0]) + "Servers/taalmodel.py"
        _ = try await run(
            .name("env"), arguments: ["python3", script], input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            try await Peer.$port.withValue(try #require(hello["port"].integer)) { try await body() }
            try execution.send(signal: .terminate)
        }
    }
}

extension Trait where Self == BesideModel {
    static var besideModel: BesideModel { BesideModel() }
}
