import Basics
import HTTPTypes
import Hummingbird

/// An advice part by part (server-sent events): the facts as soon as they are read, while the route is still being made.
struct Adviesstroom: Sendable {
    let facts: @Sendable () async throws -> JSON
    let advice: @Sendable () async throws -> JSON

    var response: Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                do {
                    try await writer.write(Adviesstroom.event("feiten", try await facts()))
                    for (name, part) in Adviesstroom.parts(of: try await advice()) {
                        try await writer.write(Adviesstroom.event(name, part))
                    }
                } catch {
                    // What was begun cannot become another status: who reads along hears that it ends here.
                    try await writer.write(Adviesstroom.event("fout", ["fout": "storing"]))
                    throw error
                }
                try await writer.finish(nil)
            })
    }

    /// What follows the facts, in the order in which people need it.
    private static func parts(of advice: JSON) -> [(String, JSON)] {
        let steps = (advice["route"].elements ?? []).map { ("stap", $0) }
        return steps + [("ontbreekt", advice["missing"]), ("tegenspraak", advice["conflicts"]), ("advies", advice)]
    }

    private static func event(_ name: String, _ part: JSON) -> ByteBuffer {
        ByteBuffer(string: "event: \(name)\ndata: \(part.canonical)\n\n")
    }
}

extension Request {
    /// Whether parts are wanted as they come.
    var wantsEvents: Bool { headers[.accept]?.contains("text/event-stream") == true }
}
