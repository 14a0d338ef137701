import Basics
import Foundation
import Procesbot
import Subprocess
import Testing

@testable import Taalmodel

/// Where llama.cpp is.
enum Llama {
    static let python = ProcessInfo.processInfo.environment["ONTKNOOP_LLAMA"]
}

/// llama.cpp itself with a model of random weights, where `ONTKNOOP_LLAMA` names a Python that has it (`docs/adviseur.md`).
@Suite(
    "llama.cpp on the other side",
    .enabled(if: Llama.python != nil, "set ONTKNOOP_LLAMA to a Python with xllamacpp"))
struct LlamaTests {
    @Test(arguments: [true, false])
    func `it takes the request, writes noise in the form of the schema, and none of it counts`(_ streams: Bool)
        async throws
    {
        let script = String(#filePath.split(separator: "TaalmodelTests/Llama")[0]) + "Servers/llama.py"
        _ = try await run(
            .name("env"), arguments: [try #require(Llama.python), script], input: .none, output: .sequence,
            error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            let adviser = try Desk.adviser()
            let advice = adviser.advise(Desk.question, on: Desk.day)
            let opgave = try #require(try Opgave(advice, vraag: Desk.question, adviser))
            let settings = TaalmodelSettings(
                url: "http://127.0.0.1:\(hello["port"].integer ?? 0)/v1", model: "ruis", patience: .seconds(120),
                answerTokens: 300, isStreaming: streams)
            let worded = await Verwoorder(settings, adviser).verwoord(opgave)

            #expect(worded.antwoord.firstMatch(of: /^\s*\{\s*"stappen"\s*:\s*\[/) != nil, "\(worded)")
            #expect(worded.fault == .unreadable || worded.fault == .nothingSupported)
            #expect(worded.zinnen.isEmpty && worded.tokens > 0)
            try execution.send(signal: .terminate)
        }
    }
}
