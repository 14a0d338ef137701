import Basics
import Hummingbird

extension Response {
    /// The answer to an act: what follows when it is done; the page again with why when it is refused.
    static func ofAct(
        _ act: () async throws -> Response, refused: (Refusal) async throws -> Response
    ) async throws -> Response {
        do { return try await act() } catch {
            guard let refusal = Refusal(error) else { throw error }
            return try await refused(refusal)
        }
    }

    /// After an act: to another page (303), with a sentence to show there.
    static func seeOther(_ path: String, flash: Flash? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path])
        if let flash { response.setCookie(WebCookie.flash.cookie(flash.encoded, maxAge: 60)) }
        return response
    }

    /// After an act that a script asked for (201): where to look, which the script follows by itself, so that the sentence is
    /// still there when it does.
    static func made(_ path: String, flash: Flash?, for request: Request) -> Response {
        var response = seeOther(path, flash: flash)
        if request.headers[.requestedWith] == "XMLHttpRequest" { response.status = .created }
        return response
    }

    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    static func plain(_ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8")
        -> Response
    {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Response {
    /// An answer for a program.
    static func json(_ json: JSON, _ status: HTTPResponse.Status = .ok) -> Response {
        .plain(json.canonical, status: status, type: "application/json")
    }
}

extension Request {
    /// The key with which a program calls.
    var bearer: String? {
        headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
    }
}

/// The cookies that Ontknoop sets, and no others.
enum WebCookie: String, CaseIterable {
    case session = "ontknoop"
    case guest = "ontknoop_gast"
    case language = "taal"
    case flash = "melding"
    /// The filters of the worklist as last seen, to come back to.
    case list = "lijst"

    func cookie(_ value: String, maxAge: Int?, secure: Bool = false) -> Cookie {
        Cookie(
            name: rawValue, value: value, maxAge: maxAge, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }

    func expired(secure: Bool = false) -> Cookie { cookie("", maxAge: 0, secure: secure) }
}

extension String {
    /// Percent-encoded for a query or a form.
    var formEncoded: String {
        utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            return isPlain || isMark ? String(UnicodeScalar(byte)) : "%" + [byte].hexadecimal.uppercased()
        }.joined()
    }
}
