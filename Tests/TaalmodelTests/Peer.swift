import Basics
import Foundation
import FoundationNetworking
import Subprocess
import Testing

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

    private static func fetch(_ path: String, _ body: String? = nil) async throws -> JSON {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = body == nil ? "GET" : "POST"
        request.httpBody = body.map { Data($0.utf8) }
        request.setValue("close", forHTTPHeaderField: "Connection")
        let (data, _) = try await URLSession.shared.data(for: request)
        return try JSON(parsing: String(decoding: data, as: UTF8.self))
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
